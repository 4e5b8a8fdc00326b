using System.Diagnostics;
using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Originals;

namespace Typeset.Tests;

/// <summary>The samples' PDF files as programs that nobody here wrote see them.</summary>
[Trait("Category", "Conformance")]
public sealed class PdfConformanceTests
{
    public static TheoryData<string> Samples => [.. Workshop.Samples()];

    [Theory, MemberData(nameof(Samples))]
    public void Qpdf_finds_nothing_wrong(string name) =>
        WithPdf(name, (_, file) => Assert.Contains("No syntax or stream encoding errors found", Run("qpdf", "--check", file), StringComparison.Ordinal));

    [Theory, MemberData(nameof(Samples))]
    public void Every_font_is_embedded_subset_and_maps_to_text(string name) => WithPdf(name, (_, file) =>
    {
        var fonts = Run("pdffonts", file).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, static font => Assert.Matches(@"^[A-Z]{6}\+\S+\s+CID (TrueType|Type 0C)\s+Identity-H\s+yes yes yes", font));
        Assert.Equal(fonts.Length, fonts.Select(static f => f[7..40]).Distinct().Count());
    });

    [Theory, MemberData(nameof(Samples))]
    public void Extracted_text_is_the_manuscript_paragraph_by_paragraph(string name) => WithPdf(name, (result, file) =>
    {
        var text = WithoutFurniture(result, Run("pdftotext", "-raw", file, "-"));
        foreach (var paragraph in result.Styled!.Booklet.Parts.SelectMany(static p => p.Articles).SelectMany(static a => a.Blocks).OfType<Paragraph>())
        {
            foreach (var stretch in paragraph.Text.Text.Split(RichText.NoteMark, RichText.LineBreak)) Assert.Contains(WithoutMarks(Manuscript.Squeeze(stretch)), text, StringComparison.Ordinal);
        }
    });

    /// <summary>A paragraph that runs over a page break is parted by the folio, the notes and the next running head: those lines are taken out.</summary>
    private static string WithoutFurniture(BookletResult result, string extracted)
    {
        var heads = result.Styled!.Booklet.Parts.SelectMany(static p => p.Articles).SelectMany(static a => new[] { a.ShortTitle, a.FullTitle, a.Title[0] })
            .Append(result.Styled.Booklet.FullTitle).Select(Manuscript.Squeeze).ToHashSet();
        var notes = result.Styled.Booklet.Parts.SelectMany(static p => p.Articles).SelectMany(static a => a.Footnotes).SelectMany(static f => f.Paragraphs)
            .Select(static p => WithoutMarks(Manuscript.Squeeze(p.Text.Text))).ToArray();
        var text = new StringBuilder();
        foreach (var page in extracted.Split('\f'))
        {
            var lines = page.Split('\n').Select(Manuscript.Squeeze).Where(static l => l.Length > 0).ToArray();
            foreach (var line in lines)
            {
                if (heads.Contains(line) || line.All(static c => char.IsAsciiDigit(c) || c is '—' or 'i' or 'v' or 'x')) continue;
                var words = WithoutMarks(line);
                if (notes.Any(n => n.Contains(words, StringComparison.Ordinal))) continue;
                text.Append(words);
            }
        }

        return text.ToString();
    }

    /// <summary>Note marks stand in the printed text where the manuscript has none.</summary>
    private static string WithoutMarks(string text) => string.Concat(text.Where(static c => c is < '①' or > '⑳'));

    private static void WithPdf(string name, Action<BookletResult, string> check)
    {
        var file = Path.Combine(Path.GetTempPath(), $"typeset-{name}-{Environment.ProcessId}-{Guid.NewGuid():N}.pdf");
        try
        {
            var request = Workshop.Sample(name) with { Parallelism = 2 };
            var diagnostics = new DiagnosticBag();
            var result = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
            using (var output = File.Create(file)) Typesetter.Write(result, request, OutputKind.Reading, output, diagnostics, CancellationToken.None);
            check(result, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program + " is not installed; ./build.sh --target Conformance installs it.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
