using Typeset.OpenType.Cff;

namespace Typeset.OpenType;

/// <summary>A bare Compact Font Format program, as PDF files embed them (ISO 32000-1 §9.9, FontFile3).</summary>
public sealed class CffProgram
{
    private readonly CffFont _font;
    private readonly CharstringWalker _walker;
    private readonly int[] _glyphs;

    private CffProgram(CffFont font)
    {
        _font = font;
        _walker = new CharstringWalker(font);
        _glyphs = font.IsCidKeyed ? font.ReadCids() : [];
    }

    /// <exception cref="FontFormatException">The bytes are no CFF program, or are cut.</exception>
    public static CffProgram Open(ReadOnlyMemory<byte> program, string name = "") =>
        new(CffFont.Open(new FontTable(program, Tag.Cff, name), -1));

    /// <summary>Whether glyphs are addressed by CID rather than by name.</summary>
    public bool IsCidKeyed => _font.IsCidKeyed;

    public int GlyphCount => _font.CharStrings.Count;

    /// <summary>The glyph of a CID; of a name-keyed program the CID itself. 0 (.notdef) where there is none.</summary>
    public int GlyphOf(int cid)
    {
        if (!IsCidKeyed) return (uint)cid < (uint)GlyphCount ? cid : 0;
        return (uint)cid < (uint)_glyphs.Length ? _glyphs[cid] : 0;
    }

    /// <summary>The horizontal advance in thousandths of an em.</summary>
    /// <exception cref="FontFormatException">The glyph's charstring is broken, or there is no such glyph.</exception>
    public double AdvanceOf(int glyph)
    {
        if ((uint)glyph >= (uint)GlyphCount) throw _font.Broken($"there is no glyph {glyph} in a font of {GlyphCount}");
        var dict = _font.PrivateOf(glyph).Dict;
        var width = _walker.WidthDifferenceOf(glyph) is { } difference ? difference + First(dict, DictOperator.NominalWidthX) : First(dict, DictOperator.DefaultWidthX);
        return width * _font.HorizontalScale * 1000;
    }

    /// <summary>The contours of a glyph, in the units of <see cref="UnitsPerEm"/>.</summary>
    /// <exception cref="FontFormatException">The glyph's charstring is broken, or there is no such glyph.</exception>
    public GlyphOutline OutlineOf(int glyph) => _font.OutlineOf(glyph);

    /// <summary>Units of the outlines in an em, by the font's matrix.</summary>
    public double UnitsPerEm => _font.HorizontalScale > 0 ? 1 / _font.HorizontalScale : 1000;

    private static double First(CffDict dict, DictOperator wanted) => dict.Find(wanted) is { Operands: [var value, ..] } ? value : 0;
}
