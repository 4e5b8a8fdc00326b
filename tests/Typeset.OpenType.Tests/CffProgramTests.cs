namespace Typeset.OpenType.Tests;

/// <summary>Bare CFF programs, as PDF files embed them.</summary>
public sealed class CffProgramTests
{
    private static readonly FontFace Fang = Faces.Open("FandolFang-Regular.otf");

    [Fact]
    public void Advances_in_charstrings_are_those_of_the_font()
    {
        var face = Fang;
        Assert.True(face.TryGetTable(Tag.Cff, out var table));
        var program = CffProgram.Open(table);
        Assert.Equal(face.GlyphCount, program.GlyphCount);
        for (var glyph = 0; glyph < face.GlyphCount; glyph += 7)
            Assert.Equal(face.AdvanceOf((ushort)glyph) * 1000.0 / face.UnitsPerEm, program.AdvanceOf(glyph), 0.01);
    }

    [Fact]
    public void A_cid_leads_to_the_glyph_that_has_it()
    {
        var subset = FontSubsetter.Subset(Fang, [0, 300, 200, 1000]);
        var program = CffProgram.Open(subset.Program);
        Assert.True(program.IsCidKeyed);
        Assert.Equal([0, 1, 2, 3, 0], Enumerable.Range(0, 5).Select(program.GlyphOf));
        Assert.Equal(Fang.AdvanceOf(200), program.AdvanceOf(2) * Fang.UnitsPerEm / 1000, 0.01);
    }
}
