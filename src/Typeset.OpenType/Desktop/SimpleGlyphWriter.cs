using Typeset.OpenType.Glyf;
using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType.Desktop;

/// <summary>Packs the points of a glyph that has contours of its own, without instructions (OpenType, "glyf", "Simple Glyph Description").</summary>
internal static class SimpleGlyphWriter
{
    private const int OnCurve = 0x01, XIsByte = 0x02, YIsByte = 0x04, Repeats = 0x08, XIsSameOrPositive = 0x10, YIsSameOrPositive = 0x20;
    private const int OverlapSimple = 0x40;

    /// <summary>Writes nothing for a glyph without points; returns the box around the points.</summary>
    public static GlyphBounds Write(FontWriter writer, List<GlyfPoint> points)
    {
        if (points.Count == 0) return GlyphBounds.Empty;
        var bounds = BoundsOf(points);
        writer.U16(points.Count(static point => point.EndsContour));
        foreach (var edge in (ReadOnlySpan<int>)[bounds.XMin, bounds.YMin, bounds.XMax, bounds.YMax]) writer.U16(edge);
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].EndsContour) writer.U16(i);
        }

        writer.U16(0); // instructions
        WriteFlags(writer, points);
        WriteCoordinates(writer, points, static point => (int)point.X);
        WriteCoordinates(writer, points, static point => (int)point.Y);
        return bounds;
    }

    private static GlyphBounds BoundsOf(List<GlyfPoint> points) => new(
        (int)points.Min(static point => point.X), (int)points.Min(static point => point.Y),
        (int)points.Max(static point => point.X), (int)points.Max(static point => point.Y));

    private static void WriteFlags(FontWriter writer, List<GlyfPoint> points)
    {
        var flags = FlagsOf(points);
        for (var i = 0; i < flags.Length;)
        {
            var times = 1;
            while (i + times < flags.Length && times < 256 && flags[i + times] == flags[i]) times++;
            if (times > 2)
            {
                writer.U8(flags[i] | Repeats);
                writer.U8(times - 1);
            }
            else
            {
                for (var k = 0; k < times; k++) writer.U8(flags[i]);
            }

            i += times;
        }
    }

    private static byte[] FlagsOf(List<GlyfPoint> points)
    {
        var flags = new byte[points.Count];
        var (x, y) = (0, 0);
        for (var i = 0; i < flags.Length; i++)
        {
            var (nextX, nextY) = ((int)points[i].X, (int)points[i].Y);
            flags[i] = (byte)((points[i].IsOnCurve ? OnCurve : 0)
                | FlagOf(nextX - x, XIsByte, XIsSameOrPositive) | FlagOf(nextY - y, YIsByte, YIsSameOrPositive));
            (x, y) = (nextX, nextY);
        }

        flags[0] |= OverlapSimple; // CFF contours may overlap, and some renderers ask
        return flags;
    }

    private static int FlagOf(int step, int isByte, int isSameOrPositive) => step switch
    {
        0 => isSameOrPositive,
        > 0 and < 256 => isByte | isSameOrPositive,
        < 0 and > -256 => isByte,
        _ => 0,
    };

    private static void WriteCoordinates(FontWriter writer, List<GlyfPoint> points, Func<GlyfPoint, int> coordinate)
    {
        var last = 0;
        foreach (var point in points)
        {
            var step = coordinate(point) - last;
            if (step is not 0 and > -256 and < 256) writer.U8(Math.Abs(step));
            else if (step != 0) writer.U16(step);
            last += step;
        }
    }
}
