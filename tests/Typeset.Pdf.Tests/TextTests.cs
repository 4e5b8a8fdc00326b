using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Typeset.Core;
using Typeset.OpenType;
using Typeset.Pages;
using Typeset.Pdf.Tests.Reading;
using static Typeset.Pdf.Tests.BookletBuilder;

namespace Typeset.Pdf.Tests;

public sealed class TextTests
{
    private const double Tolerance = 0.01;

    [Fact]
    public void Glyphs_on_the_grid_need_no_adjustment() =>
        Assert.Equal("BT\n/F1 10.5 Tf\n60 475.276 Td\n[<000100020003>] TJ\nET", ContentOf(Run(Faces.Song, 10.5, 60, 120, "春江水")));

    [Fact]
    public void A_gap_is_an_adjustment_in_thousandths_of_an_em()
    {
        var run = Run(Faces.Song, 10, 60, 120, "春江");
        run.Glyphs[1] = run.Glyphs[1] with { X = (int)12.5.Pt.Raw };
        Assert.EndsWith("[<0001> -250 <0002>] TJ\nET", ContentOf(run));
    }

    [Fact]
    public void A_run_goes_on_in_the_same_line_after_another_font() =>
        Assert.Equal(
            "BT\n/F1 10 Tf\n60 475.276 Td\n[<0001>] TJ\n/F2 10 Tf\n[<0001>] TJ\n/F1 10 Tf\n[-750 <0002>] TJ\nET",
            ContentOf(Run(Faces.Song, 10, 60, 120, "春"), Run(Faces.Kai, 10, 70, 120, "江"), Run(Faces.Song, 10, 87.5, 120, "水")));

    [Fact]
    public void The_next_line_is_placed_from_this_one() =>
        Assert.EndsWith("0 -20 Td\n[<0001>] TJ\nET", ContentOf(Run(Faces.Song, 10, 60, 120, "春"), Run(Faces.Song, 10, 60, 140, "春")));

    [Fact]
    public void A_raised_glyph_is_placed_by_itself()
    {
        var run = Run(Faces.Song, 10, 60, 120, "春江水");
        run.Glyphs[1] = run.Glyphs[1] with { Y = (int)(-3).Pt.Raw };
        Assert.EndsWith("[<0001>] TJ\n10 3 Td\n[<0002>] TJ\n10 -3 Td\n[<0003>] TJ\nET", ContentOf(run));
    }

    [Fact]
    public void A_narrowed_run_says_so_and_the_next_one_takes_it_back() =>
        Assert.Contains("80 Tz\n", ContentOf(Run(Faces.Song, 10, 60, 120, "春") with { HorizontalScale = 800 }, Run(Faces.Song, 10, 60, 140, "春")));

    [Fact]
    public void Black_is_grey_and_other_inks_are_RGB() =>
        Assert.Equal(
            ["1 0 0 rg", "0 g", ".8 g"],
            ContentOf(
                Run(Faces.Song, 10, 60, 120, "春", new Ink(255, 0, 0)),
                Run(Faces.Song, 10, 60, 140, "春"),
                Run(Faces.Song, 10, 60, 160, "春", Ink.Black with { BlackTint = 200 })).Split('\n').Where(static l => l.EndsWith('g')));

    [Fact]
    public void Rules_of_one_ink_are_filled_together() =>
        Assert.Equal("60 495.276 100 .5 re\n60 475.276 100 .5 re\nf", ContentOf(new Rule(Box(60, 99.5, 100, 0.5), Ink.Black), new Rule(Box(60, 119.5, 100, 0.5), Ink.Black)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_line_of_odd_advances_does_not_drift(int face)
    {
        var run = Run(Face(face), 10.3, 33.33, 77.77, string.Concat(Enumerable.Repeat("Widths, of all kinds: 1234 春江水暖鸭先知。", 6)));
        AssertPlaced(run);
    }

    [Property(MaxTest = 60)]
    public Property Every_glyph_stands_where_the_display_list_has_it() => Prop.ForAll(Runs(), run =>
    {
        AssertPlaced(run);
        return true;
    });

    private static Arbitrary<GlyphRun> Runs() => Arb.From(
        from face in Gen.Choose(0, 4)
        from size in Gen.Choose(4 * 65536, 60 * 65536)
        from scale in Gen.Elements(1000, 900, 667, 1500)
        from steps in Gen.ArrayOf(Gen.Choose(-3 * 65536, 30 * 65536), 60)
        from lifts in Gen.ArrayOf(Gen.Elements(0, 0, 0, 0, 99999), 60)
        select Scatter(Face(face), new Length(size), scale, steps, lifts));

    private static GlyphRun Scatter(FontFace face, Length size, int scale, int[] steps, int[] lifts)
    {
        const string text = "水Wi.，";
        var glyphs = new PlacedGlyph[steps.Length];
        for (var (i, x) = (0, 0); i < steps.Length; x += steps[i++]) glyphs[i] = new(face.GlyphOf(text[i % 5]), x, lifts[i], i % 5, 1);
        return new GlyphRun(face, size, Ink.Black, new Point(33.123.Pt, 444.444.Pt), glyphs, text, SourceSpan.None) { HorizontalScale = scale };
    }

    private static void AssertPlaced(GlyphRun run)
    {
        var file = Written.File(new BookletBuilder().Page().Add(run).Build());
        var shown = ShownText.Of(file, file.Pages()[0]).Glyphs;
        Assert.Equal(run.Glyphs.Length, shown.Count);
        for (var i = 0; i < shown.Count; i++)
        {
            Assert.Equal((run.Origin.X + new Length(run.Glyphs[i].X)).Points, shown[i].X, Tolerance);
            Assert.Equal((A5.Height - run.Origin.Y - new Length(run.Glyphs[i].Y)).Points, shown[i].Y, Tolerance);
        }
    }

    private static FontFace Face(int index) => new[] { Faces.Song, Faces.Latin, Faces.Kai, Faces.Fang, Faces.Italic }[index];

    private static string ContentOf(params PageItem[] items)
    {
        var file = Written.File(new BookletBuilder().Page().Add(items).Build());
        return PdfContent.Pretty(((PdfStream)file.Resolve(file.Pages()[0]["Contents"])).Data);
    }
}
