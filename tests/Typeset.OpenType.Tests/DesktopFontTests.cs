using Typeset.OpenType.Desktop;

namespace Typeset.OpenType.Tests;

public sealed class DesktopFontTests
{
    private const string Text = "Office 排印之道：“春眠不觉晓”，处处闻啼鸟。①";

    public static TheoryData<string> ShippedFaces => Faces.All;
    public static TheoryData<string> SmallFonts => TestFonts.All;
    public static TheoryData<string> CubicFonts => ["FandolFang-Regular.otf"];

    [Theory, MemberData(nameof(ShippedFaces))]
    public void Characters_asked_for_keep_their_glyph_numbers_advances_and_vertical_measures(string file)
    {
        var face = Faces.Open(file);
        var cut = Cut(face, Text);
        foreach (var rune in Text.EnumerateRunes())
        {
            Assert.Equal(face.GlyphOf(rune.Value), cut.GlyphOf(rune.Value));
            Assert.Equal(face.AdvanceOf(face.GlyphOf(rune.Value)), cut.AdvanceOf(cut.GlyphOf(rune.Value)));
        }

        Assert.Equal(
            (face.UnitsPerEm, face.Ascender, face.Descender, face.LineGap, face.Weight, face.ItalicAngle, face.GlyphCount),
            (cut.UnitsPerEm, cut.Ascender, cut.Descender, cut.LineGap, cut.Weight, cut.ItalicAngle, cut.GlyphCount));
    }

    [Theory, MemberData(nameof(ShippedFaces))]
    public void Characters_not_asked_for_are_not_in_the_map(string file)
    {
        var cut = Cut(Faces.Open(file), Text);
        var expected = Text.EnumerateRunes().Select(static rune => rune.Value).Where(code => Faces.Open(file).GlyphOf(code) != 0).Distinct().Order();
        Assert.Equal(expected, CharacterGlyph.AllOf(cut).Select(static one => one.Code));
    }

    [Theory, MemberData(nameof(ShippedFaces))]
    public void Glyphs_draw_as_they_did_or_within_a_thousandth_of_an_em(string file)
    {
        var face = Faces.Open(file);
        var cut = Cut(face, Text);
        Assert.False(cut.IsCff);
        foreach (var glyph in Text.EnumerateRunes().Select(rune => face.GlyphOf(rune.Value)).Distinct()) AssertDrawnAlike(face, cut, glyph);
    }

    [Theory, MemberData(nameof(SmallFonts))]
    public void Small_fonts_come_out_whole(string file)
    {
        var face = TestFonts.Open(file);
        var whole = FontFace.Open(Desktop.WriteWhole(face, FontNames.Of(face)));
        foreach (var glyph in Subsets.AllGlyphsOf(face)) AssertDrawnAlike(face, whole, glyph);
        Assert.Equal(CharacterGlyph.AllOf(face), CharacterGlyph.AllOf(whole));
    }

    [Fact]
    public void Every_curve_of_a_cubic_face_stays_within_a_thousandth_of_an_em()
    {
        var face = Faces.Open("FandolFang-Regular.otf");
        var characters = Enumerable.Range(0x4E00, 20902).Where((_, i) => i % 401 == 0);
        var cut = FontFace.Open(Desktop.Write(face, FontNames.Of(face), characters));
        foreach (var glyph in characters.Select(face.GlyphOf).Distinct()) AssertDrawnAlike(face, cut, glyph);
    }

    [Fact]
    public void A_composite_brings_its_parts_along()
    {
        var face = TestFonts.Open("quadratic.ttf");
        var cut = FontFace.Open(Desktop.Write(face, FontNames.Of(face), [0xC4]));
        Assert.NotEmpty(cut.OutlineOf(face.GlyphOf(0xC4)).Segments);
        Assert.Equal(face.OutlineOf(face.GlyphOf(0xC4)).ToString(), cut.OutlineOf(face.GlyphOf(0xC4)).ToString());
    }

    [Fact]
    public void Letters_bring_the_ligatures_that_programs_make_of_them()
    {
        var face = Faces.Open("SourceSerif4-Regular.ttf");
        var kept = GlyphClosure.Of(face, CharacterGlyph.Of(face, ['f', 'i']));
        Assert.True(kept[face.GlyphOf(0xFB01)]);
        Assert.False(GlyphClosure.Of(face, CharacterGlyph.Of(face, ['f']))[face.GlyphOf(0xFB01)]);
    }

    [Theory]
    [InlineData("NotoSerifSC-Regular.ttf", "Noto Serif SC", "Regular")]
    [InlineData("NotoSerifSC-Bold.ttf", "Noto Serif SC", "Bold")]
    [InlineData("NotoSansSC-Medium.ttf", "Noto Sans SC Medium", "Regular")]
    [InlineData("SourceSerif4-Italic.ttf", "Source Serif 4", "Italic")]
    [InlineData("SourceSerif4-SemiBold.ttf", "Source Serif 4 SemiBold", "Regular")]
    [InlineData("FandolFang-Regular.otf", "FandolFang R", "Regular")]
    public void Weights_that_a_menu_of_four_styles_has_no_place_for_are_families_of_their_own(string file, string family, string style)
    {
        var names = FontNames.Of(Faces.Open(file));
        Assert.Equal((family, style), (names.Family, names.Style));
    }

    [Fact]
    public void A_font_is_called_what_it_is_told_and_keeps_copyright_and_licence()
    {
        var face = Faces.Open("LXGWWenKai-Regular.ttf");
        var cut = FontFace.Open(Desktop.Write(face, new FontNames("Kai", true, true, "Kai-BoldItalic"), ['字']));
        Assert.Equal(("Kai", "Bold Italic", "Kai-BoldItalic", true, true), (cut.MenuName, cut.SubfamilyName, cut.PostScriptName, cut.IsStyledBold, cut.IsItalic));
        Assert.Contains("OFL", Name(cut, 13) + Name(cut, 14));
        Assert.NotEmpty(Name(cut, 0));
    }

    [Fact]
    public void Layout_tables_stay_as_they_are()
    {
        var face = Faces.Open("SourceSerif4-Regular.ttf");
        var cut = Cut(face, "fi");
        foreach (var tag in new[] { Tag.Gsub, Tag.Gpos, Tag.Gdef, Tag.ControlProgram })
        {
            Assert.True(face.TryGetTable(tag, out var original) && cut.TryGetTable(tag, out var kept) && original.Span.SequenceEqual(kept.Span), tag.ToString());
        }
    }

    [Theory, MemberData(nameof(ShippedFaces))]
    public void The_same_characters_in_any_order_give_the_same_bytes(string file)
    {
        var face = Faces.Open(file);
        var one = Desktop.Write(face, FontNames.Of(face), Text.Select(static letter => (int)letter));
        var other = Desktop.Write(face, FontNames.Of(face), Text.Reverse().Select(static letter => (int)letter));
        Assert.True(one.AsSpan().SequenceEqual(other));
    }

    [Theory, MemberData(nameof(ShippedFaces))]
    public void A_face_that_was_cut_before_gives_the_same_bytes_as_a_new_one(string file)
    {
        var (used, fresh) = (Faces.OpenAnew(file), Faces.OpenAnew(file));
        Desktop.Write(used, FontNames.Of(used), Text[..^5].Select(static letter => (int)letter));
        Desktop.Write(used, FontNames.Of(used), Enumerable.Range(0x4E00, 300));
        Assert.True(Desktop.Write(fresh, FontNames.Of(fresh), Text.Select(static letter => (int)letter))
            .AsSpan().SequenceEqual(Desktop.Write(used, FontNames.Of(used), Text.Select(static letter => (int)letter))));
    }

    private static FontFace Cut(FontFace face, string text) =>
        FontFace.Open(Desktop.Write(face, FontNames.Of(face), text.EnumerateRunes().Select(static rune => rune.Value)));

    private static string Name(FontFace face, int id) => Tables.NameTable.Find(face.Table(Tag.Name), id) ?? "";

    private static void AssertDrawnAlike(FontFace face, FontFace cut, ushort glyph)
    {
        if (!face.IsCff) Assert.Equal(face.OutlineOf(glyph).ToString(), cut.OutlineOf(glyph).ToString());
        else Assert.InRange(OutlineDistance.Of(face.OutlineOf(glyph), cut.OutlineOf(glyph)), 0, face.UnitsPerEm / 1000.0);
    }
}
