using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType.Desktop;

/// <summary>Packs the points of a glyph that has contours of its own, without instructions (OpenType, "glyf", "Simple Glyph Description").</summary>
internal static class SimpleGlyphWriter
{
    private const int OnCurve = 0x01, XIsByte = 0x02, YIsByte = 0x04, Repeats = 0x08, XIsSameOrPositive = 0x10, YIsSameOrPositive = 0x20;
    private const int OverlapSimple = 0x40;

    /// <summary>Points whose flags find room on the stack: all but the most ornate glyphs.</summary>
    private const int FewPoints = 1024;

    /// <summary>Writes nothing for a glyph without points.</summary>
    public static void Write(FontWriter writer, ReadOnlySpan<QuadraticPoint> points)
    {
        if (points.IsEmpty) return;
        WriteHeader(writer, points);
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i].EndsContour) writer.U16(i);
        }

        writer.U16(0); // instructions
        WriteFlags(writer, points);
        WriteCoordinates(writer, points);
    }

    private static void WriteHeader(FontWriter writer, ReadOnlySpan<QuadraticPoint> points)
    {
        var contours = 0;
        var (xMin, yMin, xMax, yMax) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (ref readonly var point in points)
        {
            if (point.EndsContour) contours++;
            (xMin, yMin) = (Math.Min(xMin, point.X), Math.Min(yMin, point.Y));
            (xMax, yMax) = (Math.Max(xMax, point.X), Math.Max(yMax, point.Y));
        }

        writer.U16(contours);
        foreach (var edge in (ReadOnlySpan<int>)[xMin, yMin, xMax, yMax]) writer.U16(edge);
    }

    private static void WriteFlags(FontWriter writer, ReadOnlySpan<QuadraticPoint> points)
    {
        var flags = points.Length <= FewPoints ? stackalloc byte[points.Length] : new byte[points.Length];
        FindFlags(points, flags);
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
                writer.Bytes(flags.Slice(i, times));
            }

            i += times;
        }
    }

    private static void FindFlags(ReadOnlySpan<QuadraticPoint> points, Span<byte> flags)
    {
        var (x, y) = (0, 0);
        for (var i = 0; i < flags.Length; i++)
        {
            var (nextX, nextY) = (points[i].X, points[i].Y);
            flags[i] = (byte)((points[i].IsOnCurve ? OnCurve : 0)
                | FlagOf(nextX - x, XIsByte, XIsSameOrPositive) | FlagOf(nextY - y, YIsByte, YIsSameOrPositive));
            (x, y) = (nextX, nextY);
        }

        flags[0] |= OverlapSimple; // CFF contours may overlap, and some renderers ask
    }

    private static int FlagOf(int step, int isByte, int isSameOrPositive) => step switch
    {
        0 => isSameOrPositive,
        > 0 and < 256 => isByte | isSameOrPositive,
        < 0 and > -256 => isByte,
        _ => 0,
    };

    private static void WriteCoordinates(FontWriter writer, ReadOnlySpan<QuadraticPoint> points)
    {
        var last = 0;
        foreach (ref readonly var point in points) WriteStep(writer, point.X, ref last);
        last = 0;
        foreach (ref readonly var point in points) WriteStep(writer, point.Y, ref last);
    }

    private static void WriteStep(FontWriter writer, int coordinate, ref int last)
    {
        var step = coordinate - last;
        if (step is not 0 and > -256 and < 256) writer.U8(Math.Abs(step));
        else if (step != 0) writer.U16(step);
        last = coordinate;
    }
}
