using System.Security.Cryptography;

namespace Typeset.OpenType.Tests;

public sealed class SubsetTests
{
    public static TheoryData<string> ShippedFaces => Faces.All;
    public static TheoryData<string> SmallFonts => TestFonts.All;

    [Theory, MemberData(nameof(ShippedFaces))]
    public void A_subset_of_a_shipped_face_draws_its_glyphs_as_the_face_does(string file)
    {
        var face = Faces.Open(file);
        var subset = FontSubsetter.Subset(face, Subsets.GlyphsOf(face, 300));
        Assert.Equal(Subsets.OutlinesOf(face, subset.Glyphs), Subsets.OutlinesOf(subset));
    }

    [Theory, MemberData(nameof(SmallFonts))]
    public void A_subset_of_all_glyphs_draws_as_the_font_does(string file)
    {
        var face = TestFonts.Open(file);
        var subset = FontSubsetter.Subset(face, Subsets.AllGlyphsOf(face));
        Assert.Equal(Subsets.OutlinesOf(face, subset.Glyphs), Subsets.OutlinesOf(subset));
    }

    [Theory, MemberData(nameof(SmallFonts))]
    public void A_subset_of_each_single_glyph_draws_as_the_font_does(string file)
    {
        var face = TestFonts.Open(file);
        for (ushort glyph = 1; glyph < face.GlyphCount; glyph++)
        {
            var subset = FontSubsetter.Subset(face, [0, glyph]);
            Assert.Equal(Subsets.OutlinesOf(face, subset.Glyphs), Subsets.OutlinesOf(subset));
        }
    }

    [Fact]
    public void Glyphs_come_out_in_the_order_asked_for_with_parts_of_composites_behind()
    {
        var face = TestFonts.Open("quadratic.ttf");
        ushort nested = face.GlyphOf(0xC4), shifted = face.GlyphOf(0xC0), scaled = face.GlyphOf(0xC1), square = face.GlyphOf('A'), round = face.GlyphOf('O');
        ushort[] expected = [0, nested, round, shifted, scaled, square];
        Assert.Equal(expected, FontSubsetter.Subset(face, [0, nested, round]).Glyphs.ToArray());
    }

    [Fact]
    public void Advances_and_bearings_go_with_the_glyphs()
    {
        var face = Faces.Open("LiberationSerif-Regular.ttf");
        ushort[] glyphs = [0, face.GlyphOf('W'), face.GlyphOf('i'), face.GlyphOf('1'), face.GlyphOf('2')];
        var subset = FontFace.Open(FontSubsetter.Subset(face, glyphs).Program);
        for (var i = 0; i < glyphs.Length; i++)
        {
            Assert.Equal(face.AdvanceOf(glyphs[i]), subset.AdvanceOf((ushort)i));
            Assert.Equal(face.BearingOf(glyphs[i]), subset.BearingOf((ushort)i));
        }
    }

    [Fact]
    public void Hinting_stays_in_a_truetype_subset()
    {
        var face = TestFonts.Open("hinted.ttf");
        var subset = FontFace.Open(FontSubsetter.Subset(face, [0, 2]).Program);
        foreach (var tag in new[] { Tag.ControlValues, Tag.FontProgram, Tag.ControlProgram })
        {
            Assert.True(face.TryGetTable(tag, out var original) && subset.TryGetTable(tag, out var kept) && kept.Span.SequenceEqual(original.Span), tag.ToString());
        }
    }

    [Fact]
    public void A_cid_keyed_subset_keeps_only_the_font_dicts_and_subroutines_that_are_called()
    {
        var face = TestFonts.Open("cid.otf");
        var called = face.GlyphOf(0x4E03); // of the first Font DICT or the second, never of both
        var subset = FontSubsetter.Subset(face, [0, called]);
        var all = FontSubsetter.Subset(face, Subsets.AllGlyphsOf(face));
        Assert.True(subset.Program.Length < all.Program.Length);
        Assert.True(all.Program.Length < face.Table(Tag.Cff).Data.Length, "uncalled subroutines and names must go");
    }

    [Theory, MemberData(nameof(ShippedFaces))]
    public void The_same_glyphs_give_the_same_bytes_from_any_thread(string file)
    {
        var face = Faces.Open(file);
        var glyphs = Subsets.GlyphsOf(face, 50);
        var hashes = new string[8];
        Parallel.For(0, hashes.Length, i => hashes[i] = Convert.ToHexString(SHA256.HashData(FontSubsetter.Subset(face, glyphs).Program.Span)));
        Assert.Single(hashes.Distinct());
    }

    [Theory]
    [InlineData(new ushort[0])]
    [InlineData(new ushort[] { 1, 2 })]
    [InlineData(new ushort[] { 0, 2, 2 })]
    [InlineData(new ushort[] { 0, 0 })]
    [InlineData(new ushort[] { 0, 9999 })]
    public void Glyphs_that_cannot_be_a_subset_are_refused(ushort[] glyphs) =>
        Assert.Throws<ArgumentException>(() => FontSubsetter.Subset(TestFonts.Open("quadratic.ttf"), glyphs));
}
