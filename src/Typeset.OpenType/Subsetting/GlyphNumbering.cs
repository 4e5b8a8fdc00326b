using System.Collections.Immutable;

namespace Typeset.OpenType.Subsetting;

/// <summary>The glyphs of a subset in their new order, and the way from old numbers to new ones.</summary>
internal sealed class GlyphNumbering
{
    private readonly List<ushort> _glyphs;
    private readonly ushort[] _newNumbers; // 0 for a glyph that is not in the subset, and for .notdef

    private GlyphNumbering(int glyphCount, int capacity)
    {
        _glyphs = new List<ushort>(capacity);
        _newNumbers = new ushort[glyphCount];
    }

    public int Count => _glyphs.Count;

    public ushort this[int newNumber] => _glyphs[newNumber];

    public static GlyphNumbering Of(FontFace face, ReadOnlySpan<ushort> glyphs)
    {
        if (glyphs.Length == 0 || glyphs[0] != 0) throw new ArgumentException("The glyphs of a subset begin with 0, .notdef.", nameof(glyphs));
        var numbering = new GlyphNumbering(face.GlyphCount, glyphs.Length);
        foreach (var glyph in glyphs)
        {
            if (glyph >= face.GlyphCount) throw new ArgumentException($"{face} has no glyph {glyph}.", nameof(glyphs));
            var expected = numbering.Count;
            if (numbering.NumberOf(glyph) != expected) throw new ArgumentException($"Glyph {glyph} is given twice.", nameof(glyphs));
        }

        return numbering;
    }

    /// <summary>The new number of a glyph, which joins the subset if it was not there.</summary>
    public ushort NumberOf(ushort glyph)
    {
        if (glyph == 0 && Count > 0) return 0;
        if (_newNumbers[glyph] == 0)
        {
            _newNumbers[glyph] = (ushort)Count;
            _glyphs.Add(glyph);
        }

        return _newNumbers[glyph];
    }

    public ImmutableArray<ushort> ToImmutable() => [.. _glyphs];
}
