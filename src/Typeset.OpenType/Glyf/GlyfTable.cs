namespace Typeset.OpenType.Glyf;

/// <summary>TrueType glyph descriptions and where they lie (OpenType, "glyf" and "loca").</summary>
internal sealed class GlyfTable
{
    /// <summary>numberOfContours and the box.</summary>
    public const int HeaderSize = 10;

    private readonly FontTable _glyf, _loca;
    private readonly int _glyphCount;
    private readonly bool _hasLongOffsets;

    private GlyfTable(FontTable glyf, FontTable loca, int glyphCount, bool hasLongOffsets)
    {
        _glyf = glyf;
        _loca = loca;
        _glyphCount = glyphCount;
        _hasLongOffsets = hasLongOffsets;
    }

    public static GlyfTable Open(FontTable glyf, FontTable loca, int glyphCount, bool hasLongOffsets)
    {
        var needed = (glyphCount + 1) * (hasLongOffsets ? 4 : 2);
        if (loca.Data.Length < needed) throw loca.Broken($"{loca.Data.Length} bytes are too few for {glyphCount} glyphs");
        return new GlyfTable(glyf, loca, glyphCount, hasLongOffsets);
    }

    /// <summary>A glyph's own bytes; none for a glyph without ink.</summary>
    public ReadOnlySpan<byte> DescriptionOf(int glyph)
    {
        if ((uint)glyph >= (uint)_glyphCount) throw _glyf.Broken($"there is no glyph {glyph} in a font of {_glyphCount}");
        var loca = _loca.Reader;
        var (start, end) = (OffsetAt(ref loca, glyph), OffsetAt(ref loca, glyph + 1));
        if (end <= start) return end == start ? default : throw _loca.Broken($"glyph {glyph} ends before it begins");
        var reader = _glyf.Reader;
        reader.SeekTo(start);
        return reader.Bytes((int)Math.Min(end - start, int.MaxValue));
    }

    public FontReader ReaderOf(int glyph) => new(DescriptionOf(glyph), _glyf.Tag, _glyf.Font);

    public GlyphBounds BoundsOf(int glyph)
    {
        var reader = ReaderOf(glyph);
        if (reader.Length == 0) return GlyphBounds.Empty;
        reader.Skip(2); // numberOfContours
        return new GlyphBounds(reader.I16(), reader.I16(), reader.I16(), reader.I16());
    }

    public GlyphOutline OutlineOf(int glyph)
    {
        var points = new PointCollector(this);
        points.Add(glyph);
        return ContourTracer.Trace(points.Points);
    }

    private long OffsetAt(ref FontReader loca, int index) => _hasLongOffsets ? loca.U32At(4 * index) : 2L * loca.U16At(2 * index);
}
