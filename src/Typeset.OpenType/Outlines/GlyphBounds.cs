namespace Typeset.OpenType;

/// <summary>The box around a glyph's ink, in font units, y upwards from the baseline; all zero for a glyph without ink.</summary>
public readonly record struct GlyphBounds(int XMin, int YMin, int XMax, int YMax)
{
    public static readonly GlyphBounds Empty = default;

    public bool IsEmpty => XMin >= XMax && YMin >= YMax;
    public int Width => XMax - XMin;
    public int Height => YMax - YMin;

    /// <summary>Left, bottom, right, top, as dumps print it.</summary>
    public override string ToString() => $"{XMin} {YMin} {XMax} {YMax}";
}
