using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;

namespace Typeset.Layout.Tests.Inline;

/// <summary>Words that run from right to left, in lines that run from left to right (UAX #9).</summary>
public sealed class VisualOrderTests
{
    [Theory]
    [InlineData("写下שלום עולם两句。", "写下םלוע םולש两句。")]
    [InlineData("共（שלום）次。", "共（םולש）次。")]
    [InlineData("אב (גד) הו", "וה (דג) בא")]
    [InlineData("甲 אב 12 גד 乙", "甲 דג 12 בא 乙")]
    [InlineData("只有汉字 and Latin", "只有汉字 and Latin")]
    public void Words_stand_from_right_to_left_and_numbers_in_them_from_left_to_right(string text, string seen) => Assert.Equal(Bare(seen), Bare(Seen(text)));

    [Fact]
    public void A_bracket_in_such_words_faces_the_other_way()
    {
        var run = Compose("אב (גד) הו").First(static run => run.Text.Contains('('));
        var open = run.Glyphs.Single(glyph => run.Text[glyph.TextStart] == '(');
        Assert.Equal(run.Face.GlyphOf(')'), open.Id);
    }

    [Fact]
    public void What_is_turned_round_keeps_the_line_s_width_and_the_gaps_at_its_sides()
    {
        var (plain, turned) = (Places("写下abcd两句"), Places("写下אבגד两句"));
        Assert.Equal(plain['写'], turned['写']);
        Assert.True(turned['ד'] > turned['下']);
        Assert.True(turned['א'] > turned['ד']);
        Assert.True(turned['两'] > turned['א']);
        Assert.Equal(Places("写下אבגד")['ד'], turned['ד']);
    }

    private static Dictionary<char, long> Places(string text) =>
        Compose(text).SelectMany(static run => run.Glyphs.Select(glyph => (run.Text[glyph.TextStart], run.Origin.X.Raw + glyph.X))).DistinctBy(static pair => pair.Item1).ToDictionary();

    private static string Seen(string text) => string.Concat(Compose(text)
        .SelectMany(static run => run.Glyphs.Select(glyph => (Text: run.Text.Substring(glyph.TextStart, glyph.TextLength), X: run.Origin.X.Raw + glyph.X)))
        .OrderBy(static glyph => glyph.X).Select(static glyph => glyph.Text));

    /// <summary>Brackets are told by their text here, which says the same from either side.</summary>
    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace('(', '|').Replace(')', '|');

    private static IEnumerable<GlyphRun> Compose(string text)
    {
        var rules = new LineRules();
        return ShippedFaces.Compose(ShippedFaces.Setter(rules, latin: "LiberationSerif-Regular"), RichText.Plain(text, SourceSpan.None), ShippedFaces.Text, 400.Pt, rules).OfType<GlyphRun>();
    }
}
