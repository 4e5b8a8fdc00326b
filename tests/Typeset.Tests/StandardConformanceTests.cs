using System.Globalization;
using Typeset.Core;
using Typeset.Originals;
using Typeset.Pages;
using Typeset.Pdf;

namespace Typeset.Tests;

/// <summary>The samples' archive and press files as programs that nobody here wrote see them.</summary>
[Trait("Category", "Conformance")]
public sealed class StandardConformanceTests
{
    /// <summary>Where Debian's libpdfbox2-java and what it needs lie.</summary>
    private static readonly string ClassPath = string.Join(':', new[]
        { "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "javax.activation", "jaxb-api" }.Select(static jar => $"/usr/share/java/{jar}.jar"));

    public static TheoryData<string> Samples => [.. Workshop.Samples()];

    [Theory, MemberData(nameof(Samples))]
    public void PDFBox_finds_every_archive_file_to_be_PDF_A_1b(string name) => WithFile(name, OutputKind.Archive, new PdfSettings { Archive = PdfStandard.A1b }, static (_, file) =>
        Assert.Contains("is a valid PDF/A-1b file", Program.Run("java", "-cp", ClassPath, "org.apache.pdfbox.preflight.Validator_A1b", file), StringComparison.Ordinal));

    [Theory, MemberData(nameof(Samples))]
    public void Qpdf_finds_nothing_wrong_with_any_kind(string name)
    {
        foreach (var (kind, settings) in Kinds)
        {
            WithFile(name, kind, settings, static (_, file) => Assert.Contains("No syntax or stream encoding errors found", Program.Run("qpdf", "--check", file), StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void Pages_that_have_only_text_need_the_black_plate_alone(string name)
    {
        foreach (var standard in (PdfStandard[])[PdfStandard.X4, PdfStandard.X1a])
        {
            WithFile(name, OutputKind.Press, new PdfSettings { Press = standard }, static (paged, file) =>
            {
                var inks = Program.Run("gs", "-q", "-o", "-", "-sDEVICE=inkcov", file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Inks).ToArray();
                Assert.Equal(paged.Pages.Length, inks.Length);
                var texts = Enumerable.Range(0, inks.Length).Where(i => paged.Compose(i).Items.All(IsBlackText)).ToArray();
                Assert.NotEmpty(texts);
                Assert.All(texts, i => Assert.Equal([0, 0, 0], inks[i][..3]));
            });
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void Boxes_are_the_trim_and_what_was_ordered_around_it(string name) => WithFile(name, OutputKind.Press, new PdfSettings(), static (paged, file) =>
    {
        const double Bleed = 3 * 72 / 25.4, Margin = 13 * 72 / 25.4;
        var (width, height) = (paged.Pages[0].Trim.Width.Points, paged.Pages[0].Trim.Height.Points);
        var boxes = Program.Run("pdfinfo", "-box", file).Split('\n');
        AssertBox(boxes, "MediaBox", 0, 0, width + 2 * Margin, height + 2 * Margin);
        AssertBox(boxes, "BleedBox", Margin - Bleed, Margin - Bleed, width + Margin + Bleed, height + Margin + Bleed);
        AssertBox(boxes, "TrimBox", Margin, Margin, width + Margin, height + Margin);
    });

    private static (OutputKind, PdfSettings)[] Kinds =>
    [
        (OutputKind.Reading, new()), (OutputKind.Archive, new()), (OutputKind.Archive, new() { Archive = PdfStandard.A1b }),
        (OutputKind.Press, new()), (OutputKind.Press, new() { Press = PdfStandard.X1a }),
    ];

    private static bool IsBlackText(PageItem item) => item switch
    {
        GlyphRun run => run.Ink.IsBlack,
        Rule rule => rule.Ink.IsBlack,
        PathItem path => path.Ink.IsBlack,
        ImageItem => false,
        _ => true,
    };

    private static double[] Inks(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4).Select(static w => double.Parse(w, CultureInfo.InvariantCulture))];

    private static void AssertBox(string[] lines, string name, params double[] expected)
    {
        var words = lines.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.All(words.Zip(expected), static pair => Assert.Equal(pair.Second, double.Parse(pair.First, CultureInfo.InvariantCulture), 0.01));
    }

    private static void WithFile(string name, OutputKind kind, PdfSettings settings, Action<PagedBooklet, string> check)
    {
        using var file = new ScratchFile(".pdf");
        var request = Workshop.Sample(name) with { Parallelism = 2, Pdf = settings, Date = DateTimeOffset.UnixEpoch.AddYears(56) };
        var diagnostics = new DiagnosticBag();
        var result = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
        using (var output = File.Create(file.Path)) Typesetter.Write(result, request, kind, output, diagnostics, CancellationToken.None);
        Assert.False(diagnostics.HasErrors);
        check(result.Layout!.Paged, file.Path);
    }
}
