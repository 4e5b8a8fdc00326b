namespace Typeset.OpenType.Subsetting;

/// <summary>Writes an outline as a charstring without hints or subroutines (Adobe Technical Note 5177).</summary>
internal static class CharstringWriter
{
    private const int LineTo = 5, CurveTo = 8, EndChar = 14, MoveTo = 21;

    /// <param name="writer">Where to.</param>
    /// <param name="outline">Cubic curves and lines only.</param>
    /// <param name="widthDifference">The glyph's width less the nominal one of its Private DICT.</param>
    public static void Write(FontWriter writer, GlyphOutline outline, double widthDifference)
    {
        Type2Number.Write(writer, widthDifference);
        OutlinePoint current = default;
        foreach (var segment in outline.Segments)
        {
            if (segment.Kind == SegmentKind.Close) continue;
            if (segment.Kind == SegmentKind.Cubic)
            {
                current = Step(writer, current, segment.Control1);
                current = Step(writer, current, segment.Control2);
            }

            current = Step(writer, current, segment.End);
            writer.U8(segment.Kind switch { SegmentKind.Move => MoveTo, SegmentKind.Line => LineTo, _ => CurveTo });
        }

        writer.U8(EndChar);
    }

    private static OutlinePoint Step(FontWriter writer, OutlinePoint from, OutlinePoint to)
    {
        Type2Number.Write(writer, to.X - from.X);
        Type2Number.Write(writer, to.Y - from.Y);
        return to;
    }
}
