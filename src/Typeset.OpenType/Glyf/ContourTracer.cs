using Typeset.OpenType.Outlines;

namespace Typeset.OpenType.Glyf;

/// <summary>Turns TrueType points into curves: between two points off the curve lies one on it (OpenType, "glyf").</summary>
internal static class ContourTracer
{
    public static GlyphOutline Trace(ReadOnlySpan<GlyfPoint> points)
    {
        var outline = new OutlineBuilder();
        var start = 0;
        for (var i = 0; i < points.Length; i++)
        {
            if (!points[i].EndsContour) continue;
            Trace(points[start..(i + 1)], outline);
            start = i + 1;
        }

        return outline.Finish();
    }

    private static void Trace(ReadOnlySpan<GlyfPoint> contour, OutlineBuilder outline)
    {
        var first = FirstOnCurve(contour);
        var begin = first >= 0 ? contour[first].Place : OutlinePoint.Middle(contour[^1].Place, contour[0].Place);
        outline.MoveTo(begin);
        OutlinePoint? control = null;
        for (var i = 1; i <= contour.Length; i++)
        {
            var point = contour[(Math.Max(first, -1) + i) % contour.Length];
            if (first >= 0 && i == contour.Length) break;
            control = Step(outline, control, point);
        }

        if (control is { } last) outline.QuadraticTo(last, begin);
        outline.Close();
    }

    private static OutlinePoint? Step(OutlineBuilder outline, OutlinePoint? control, GlyfPoint point)
    {
        if (point.IsOnCurve && control is null) outline.LineTo(point.Place);
        if (control is { } pending) outline.QuadraticTo(pending, point.IsOnCurve ? point.Place : OutlinePoint.Middle(pending, point.Place));
        return point.IsOnCurve ? null : point.Place;
    }

    private static int FirstOnCurve(ReadOnlySpan<GlyfPoint> contour)
    {
        for (var i = 0; i < contour.Length; i++)
        {
            if (contour[i].IsOnCurve) return i;
        }

        return -1;
    }
}
