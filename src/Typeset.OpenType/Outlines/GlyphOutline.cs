using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Typeset.OpenType;

/// <summary>A place in a glyph: font units, y upwards from the baseline. Fractions come from scaled components and from CFF.</summary>
public readonly record struct OutlinePoint(double X, double Y)
{
    public static OutlinePoint operator +(OutlinePoint a, OutlinePoint b) => new(a.X + b.X, a.Y + b.Y);

    public static OutlinePoint Middle(OutlinePoint a, OutlinePoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);
}

/// <summary>What a segment draws, from where the one before it ended.</summary>
public enum SegmentKind : byte { Move, Line, Quadratic, Cubic, Close }

/// <summary>
/// A step of an outline. <see cref="Control1"/> counts in <see cref="SegmentKind.Quadratic"/> and <see cref="SegmentKind.Cubic"/>,
/// <see cref="Control2"/> in the latter only, <see cref="End"/> in all but <see cref="SegmentKind.Close"/>.
/// </summary>
public readonly record struct OutlineSegment(SegmentKind Kind, OutlinePoint Control1, OutlinePoint Control2, OutlinePoint End);

/// <summary>The contours of a glyph, each begun by a move and ended by a close; filled by the nonzero winding rule.</summary>
public sealed record GlyphOutline(ImmutableArray<OutlineSegment> Segments)
{
    public static readonly GlyphOutline Empty = new([]);

    /// <summary>The box around the curves themselves (not their control points), widened to whole font units.</summary>
    public GlyphBounds Bounds => OutlineExtents.Of(Segments.AsSpan());

    /// <summary>The path in SVG's letters: <c>M0 0L10 0Q20 0 20 10Z</c>, for dumps.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in Segments) Write(text, segment);
        return text.ToString();
    }

    private static void Write(StringBuilder text, OutlineSegment segment)
    {
        text.Append("MLQCZ"[(int)segment.Kind]);
        if (segment.Kind is SegmentKind.Quadratic or SegmentKind.Cubic) Write(text, segment.Control1).Append(' ');
        if (segment.Kind is SegmentKind.Cubic) Write(text, segment.Control2).Append(' ');
        if (segment.Kind is not SegmentKind.Close) Write(text, segment.End);
    }

    private static StringBuilder Write(StringBuilder text, OutlinePoint point) => Write(Write(text, point.X).Append(' '), point.Y);

    // Most are whole, which is written sooner.
    private static StringBuilder Write(StringBuilder text, double coordinate) =>
        (int)coordinate == coordinate ? text.Append(CultureInfo.InvariantCulture, $"{(int)coordinate}") : text.Append(CultureInfo.InvariantCulture, $"{coordinate:0.####}");
}
