using System.Text;
using Typeset.Testing;

namespace Typeset.OpenType.Tests;

public sealed class SmallFontTests
{
    [Theory]
    [InlineData("quadratic.ttf")]
    [InlineData("cubic.otf")]
    [InlineData("cid.otf")]
    public void The_outlines_of_the_small_fonts_read_as_reviewed(string file)
    {
        var face = TestFonts.Open(file);
        var dump = new StringBuilder();
        for (ushort glyph = 0; glyph < face.GlyphCount; glyph++) dump.Append($"{glyph} {face.BoundsOf(glyph)}\n  {face.OutlineOf(glyph)}\n");
        Golden.Matches(Path.GetFileNameWithoutExtension(file), dump.ToString());
    }

    [Fact]
    public void A_collection_opens_face_by_face()
    {
        var bytes = TestFonts.BytesOf("collection.ttc");
        Assert.Equal(2, FontFace.CountFaces(bytes));
        Assert.Equal("TestQuadratic-Regular", FontFace.Open(bytes).PostScriptName);
        Assert.Equal("TestSecond-Regular", FontFace.Open(bytes, 1).PostScriptName);
        Assert.Throws<FontFormatException>(() => FontFace.Open(bytes, 2));
    }

    [Fact]
    public void Characters_of_all_planes_find_their_glyphs_and_others_find_none()
    {
        var face = TestFonts.Open("quadratic.ttf");
        Assert.Equal(face.GlyphOf('O'), face.GlyphOf(0x1F600));
        Assert.Equal(face.GlyphOf(0x4E00), face.GlyphOf(0x20000));
        foreach (var code in (int[])[-1, 0, 'B', 0xD800, 0x20001, 0x10FFFF, 0x110000, int.MaxValue, int.MinValue]) Assert.Equal(0, face.GlyphOf(code));
    }

    [Theory]
    [InlineData("a", "a   ")]
    [InlineData("cvt", "cvt ")]
    [InlineData("OS/2", "OS/2")]
    public void A_tag_is_filled_up_with_spaces(string text, string shown) => Assert.Equal(shown, Tag.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("tables")]
    [InlineData("宋")]
    public void What_is_no_tag_is_refused(string text) => Assert.Throws<ArgumentException>(() => Tag.Parse(text));
}
