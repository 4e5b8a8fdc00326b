using System.Collections.Immutable;
using System.Security.Cryptography;
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

    [Fact]
    public void The_same_sheets_are_the_same_bytes()
    {
        var job = Lay(new ImpositionOptions { Scheme = new PerfectBound(16) });
        Assert.Equal(SHA256.HashData(Bytes(job)), SHA256.HashData(Bytes(job)));
    }

    [Fact]
    public void Pages_that_spill_over_are_told_with_the_tails_that_would_bring_them_back()
    {
        var diagnostics = new DiagnosticBag();
        var job = PressSheets.Lay(LaidOut.Value, new ImpositionOptions { Scheme = new PerfectBound(4), Cover = CoverPages.Front }, diagnostics)!;
        var over = (job.InnerPages - job.Blanks) % 4;
        Assert.InRange(over, 1, 2);
        Assert.Single(diagnostics.Sorted(), static d => d.Template == ImpositionMessages.Spill);
        var tails = diagnostics.Sorted().Where(static d => d.Template == ImpositionMessages.ShortTail).ToArray();
        Assert.Equal(over, tails.Length);
        Assert.All(tails, static tail => Assert.NotNull(tail.Span.Source));
    }

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

    private static ImposedBooklet Lay(ImpositionOptions options) => PressSheets.Lay(LaidOut.Value, options, new DiagnosticBag())!;

    private static byte[] Bytes(ImposedBooklet job)
    {
        using var output = new MemoryStream();
        PressSheets.Write(new SheetJob(job, OfCover: false), LaidOut.Value, Request, output, new DiagnosticBag(), CancellationToken.None);
        return output.ToArray();
    }
}
