using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Originals;
using Typeset.Pages;
using Typeset.Pages.Imposition;
using Typeset.Preflight;

namespace Typeset.Tests;

/// <summary>A sample booklet on press sheets, from its folder to the file, which is read back.</summary>
public sealed class PressSheetTests
{
    private const string Sample = "lilun-xuebian";

    private static readonly Lazy<BookletResult> LaidOut = new(() => Typesetter.Typeset(Request, new DiagnosticBag(), CancellationToken.None));

    private static BookletRequest Request => Workshop.Sample(Sample) with { Date = new DateTimeOffset(2026, 4, 20, 0, 0, 0, TimeSpan.Zero), Parallelism = 2 };

    [Theory]
    [InlineData("saddle", BindingEdge.Left)]
    [InlineData("perfect:16", BindingEdge.Left)]
    [InlineData("perfect:16", BindingEdge.Right)]
    [InlineData("cut-stack:4", BindingEdge.Left)]
    [InlineData("nup:2x2", BindingEdge.Left)]
    public void Every_glyph_read_back_stands_where_its_page_lies_on_the_sheet(string scheme, BindingEdge binding)
    {
        var job = Lay(new ImpositionOptions { Scheme = SchemeNames.Find(scheme)!, Binding = binding });
        var sides = job.Sheets.SelectMany(static sheet => new[] { sheet.Front, sheet.Back }).ToArray();
        var read = PageText.Read(Bytes(job)).ToArray();
        Assert.Equal(sides.Length, read.Length);
        foreach (var (side, page) in sides.Zip(read)) AssertPlaces(side, page);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sheets_and_cover_keep_the_standard_and_the_house_rules_that_preflight_holds_files_to(bool ofCover)
    {
        var job = Lay(new ImpositionOptions { Scheme = new PerfectBound(16), Cover = CoverPages.Wrap });
        var report = PdfCheck.Run(Bytes(job, ofCover), [], new PrintOrder(), CancellationToken.None);
        Assert.Contains("PDF/X-4", report.Profiles.Select(static profile => profile.Name));
        Assert.Empty(report.Findings.Where(static finding => finding.Severity == Severity.Error).Select(static finding => finding.Detail.Message(Language.English)));
        Assert.Empty(report.Unread);
    }

    [Fact]
    public void The_same_sheets_are_the_same_bytes()
    {
        var job = Lay(new ImpositionOptions { Scheme = new PerfectBound(16) });
        Assert.Equal(SHA256.HashData(Bytes(job)), SHA256.HashData(Bytes(job)));
    }

    [Fact]
    public void Articles_set_closer_as_the_hint_says_bring_back_the_pages_that_spill_over()
    {
        var request = Workshop.Sample("niandu-heji") with { Parallelism = 2 };
        request = request with { Folder = Changed(request.Folder, path => path == "booklet.yaml" ? static text => text.Replace("      - articles/20-suimo.md\n", "", StringComparison.Ordinal) : null) };
        var (before, told) = Lay(request, Stitched);
        Assert.Single(told, static d => d.Template == ImpositionMessages.SpillOfTails);
        var tails = told.Where(static d => d.Template == ImpositionMessages.ShortTail).ToDictionary(static tail => tail.Span.Source!.Path, static tail => tail.Hint(Language.English).Split('`')[1]);
        Assert.NotEmpty(tails);
        var closer = Changed(request.Folder, path => tails.TryGetValue(request.Folder.PathOf(path), out var line) ? text => text.Replace("---\ntitle:", $"---\n{line}\ntitle:", StringComparison.Ordinal) : null);
        var (after, _) = Lay(request with { Folder = closer }, Stitched);
        Assert.Equal(before.Sheets.Count() - 1, after.Sheets.Count());
    }

    [Fact]
    public void Where_short_tails_do_not_give_so_many_pages_none_is_named()
    {
        var (_, told) = Lay(Workshop.Sample("niandu-heji") with { Parallelism = 2 }, Stitched);
        Assert.Single(told, static d => d.Template == ImpositionMessages.Spill);
        Assert.DoesNotContain(told, static d => d.Template == ImpositionMessages.ShortTail);
    }

    private static ImpositionOptions Stitched => new() { Scheme = new SaddleStitch(4) };

    private static (ImposedBooklet Job, ImmutableArray<Diagnostic> Told) Lay(BookletRequest request, ImpositionOptions options)
    {
        var diagnostics = new DiagnosticBag();
        var result = Typesetter.Typeset(request, new DiagnosticBag(), CancellationToken.None);
        return (PressSheets.Lay(result, request, options, diagnostics, CancellationToken.None)!, diagnostics.Sorted());
    }

    /// <summary>The folder with some files' texts changed.</summary>
    private static SourceFolder Changed(SourceFolder folder, Func<string, Func<string, string>?> change) => folder with
    {
        Read = path => folder.Read(path) is { } bytes && change(path) is { } edit ? Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(bytes.Span))) : folder.Read(path),
    };

    [Fact]
    public void A_picture_of_a_side_shows_each_page_and_its_number_the_way_round_that_it_is_read()
    {
        var job = Lay(new ImpositionOptions { Scheme = new PerfectBound(16) });
        var pictures = PressSheets.Pictures(job, LaidOut.Value, Request.Date, 800).ToArray();
        Assert.Equal(job.Sheets.Count() * 2, pictures.Length);
        var svg = XDocument.Parse(pictures[0].Svg).Root!;
        XNamespace names = "http://www.w3.org/2000/svg";
        var turned = svg.Descendants(names + "g").Count(static g => ((string?)g.Attribute("transform"))?.StartsWith("matrix(-1 0 0 -1 ", StringComparison.Ordinal) == true);
        var heads = job.Sheets.First().Front.Pages.Count(static page => page.Transform.IsHeadDown);
        var pages = job.Sheets.First().Front.Pages.Count(static page => page.Transform.IsHeadDown && page.Page is not null);
        Assert.Equal(heads + pages, turned);
    }

    private static void AssertPlaces(SheetSide side, PageText read)
    {
        var corner = SheetMarks.TrimOf(side);
        var expected = side.Pages.Where(static page => page.Page is not null).SelectMany(placed => Glyphs(placed).Select(place => (X: (place.X - corner.X).Points, Y: (place.Y - corner.Y).Points))).ToArray();
        Assert.True(read.Glyphs.Length >= expected.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].X, read.Glyphs[i].X, 0.02);
            Assert.Equal(expected[i].Y, read.Glyphs[i].Baseline, 0.02);
        }
    }

    private static IEnumerable<Point> Glyphs(PlacedPage placed) =>
        LaidOut.Value.Layout!.Paged.Compose(placed.Page!.Value).Items.OfType<GlyphRun>()
            .SelectMany(run => run.Glyphs.Select(glyph => placed.Transform.Apply(new Point(run.Origin.X + new Length(glyph.X), run.Origin.Y + new Length(glyph.Y)))));

    private static ImposedBooklet Lay(ImpositionOptions options) => PressSheets.Lay(LaidOut.Value, Request, options, new DiagnosticBag(), CancellationToken.None)!;

    private static byte[] Bytes(ImposedBooklet job, bool ofCover = false)
    {
        using var output = new MemoryStream();
        PressSheets.Write(new SheetJob(job, ofCover), LaidOut.Value, Request, output, new DiagnosticBag(), CancellationToken.None);
        return output.ToArray();
    }
}
