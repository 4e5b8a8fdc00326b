using Typeset.Core;
using Typeset.Pages;
using Typeset.Pdf.Tests.Reading;
using static Typeset.Pdf.Tests.BookletBuilder;

namespace Typeset.Pdf.Tests;

public sealed class ExtractionTests
{
    [Theory]
    [InlineData("春江水暖，“鸭”先知……")]
    [InlineData("𪚥𠮷龍—～·①Ⅳ")]
    [InlineData("office (fi) \\ 100%")]
    public void The_text_comes_back(string text) => Assert.Equal(text, TextOf(Run(Faces.Kai, 10, 60, 100, text)));

    [Fact]
    public void A_ligature_gives_all_its_letters()
    {
        var run = Cluster("office", (1, 0, 1), (2, 1, 3), (3, 4, 1), (4, 5, 1));
        Assert.Equal("office", TextOf(run));
        Assert.DoesNotContain("ActualText", ContentOf(run));
    }

    [Fact]
    public void One_glyph_for_two_texts_tells_the_second_where_it_stands()
    {
        var runs = new[] { Cluster("- ", (5, 0, 1), (6, 1, 1)), Cluster("‐\u00A0", (5, 0, 1), (6, 1, 1)), Cluster("- ", (5, 0, 1), (6, 1, 1)) };
        Assert.Equal("- ‐\u00A0- ", TextOf(runs));
        Assert.Equal(2, ContentOf(runs).Split("ActualText").Length - 1);
    }

    [Fact]
    public void Several_glyphs_for_one_text_give_it_once() => Assert.Equal("aêb", TextOf(Cluster("aêb", (1, 0, 1), (2, 1, 1), (7, 2, 0), (3, 2, 1))));

    [Fact]
    public void A_glyph_seen_first_inside_a_cluster_keeps_its_own_text_for_later() =>
        Assert.Equal("êe", TextOf(Cluster("ê", (2, 0, 1), (7, 1, 0)), Cluster("e", (2, 0, 1))));

    [Fact]
    public void What_the_manuscript_does_not_hold_is_not_extracted() => Assert.Equal("甲乙", TextOf(Cluster("甲", (11, 0, 1)), Cluster("", (9, 0, 0), (9, 0, 0)), Cluster("乙", (12, 0, 1))));

    [Fact]
    public void A_missing_glyph_still_tells_its_text() => Assert.Equal("\uE123", TextOf(Cluster("\uE123", (0, 0, 1))));

    [Fact]
    public void Half_a_surrogate_pair_is_told_as_a_replacement_character() => Assert.Equal("\uFFFD", TextOf(Cluster("\uD842", (13, 0, 1))));

    private static GlyphRun Cluster(string text, params (ushort Glyph, int Start, ushort Length)[] glyphs) => new(
        Faces.Latin, 10.Pt, Ink.Black, new Point(60.Pt, 100.Pt), [.. glyphs.Select(static (g, i) => new PlacedGlyph(g.Glyph, i * 655360, 0, g.Start, g.Length))], text, SourceSpan.None);

    private static string TextOf(params GlyphRun[] runs)
    {
        var file = Written.File(new BookletBuilder().Page().Add(runs).Build());
        return ShownText.Of(file, file.Pages()[0]).Text;
    }

    private static string ContentOf(params GlyphRun[] runs)
    {
        var file = Written.File(new BookletBuilder().Page().Add(runs).Build());
        return file.ContentOf(file.Pages()[0]);
    }
}
