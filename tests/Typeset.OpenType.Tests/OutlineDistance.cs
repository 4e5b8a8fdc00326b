namespace Typeset.OpenType.Tests;

/// <summary>How far two outlines lie apart: sampled points of each are measured against a fine polygon of the other.</summary>
internal static class OutlineDistance
{
    /// <summary>Font units between a curve and its polygon.</summary>
    private const double Flatness = 0.02;

    private readonly record struct Line(OutlinePoint From, OutlinePoint To)
    {
        public double DistanceOf(OutlinePoint point)
        {
            var (dx, dy) = (To.X - From.X, To.Y - From.Y);
            var length = dx * dx + dy * dy;
            var t = length == 0 ? 0 : Math.Clamp(((point.X - From.X) * dx + (point.Y - From.Y) * dy) / length, 0, 1);
            return double.Hypot(point.X - From.X - t * dx, point.Y - From.Y - t * dy);
        }

        public bool MayBeNearer(OutlinePoint point, double distance) =>
            Math.Min(From.X, To.X) - distance < point.X && point.X < Math.Max(From.X, To.X) + distance
            && Math.Min(From.Y, To.Y) - distance < point.Y && point.Y < Math.Max(From.Y, To.Y) + distance;
    }

    public static double Of(GlyphOutline one, GlyphOutline other)
    {
        var (first, second) = (Polygon(one), Polygon(other));
        return Math.Max(Farthest(first, second), Farthest(second, first));
    }

    private static Line[] Polygon(GlyphOutline outline)
    {
        var lines = new List<Line>();
        OutlinePoint current = default, start = default;
        foreach (var segment in outline.Segments)
        {
            if (segment.Kind == SegmentKind.Move) start = segment.End;
            else AddLines(lines, current, segment.Kind == SegmentKind.Close ? segment with { End = start } : segment);
            current = segment.Kind == SegmentKind.Close ? start : segment.End;
        }

        return [.. lines];
    }

    private static void AddLines(List<Line> lines, OutlinePoint from, OutlineSegment segment)
    {
        var count = CountFor(from, segment);
        var last = from;
        for (var i = 1; i <= count; i++)
        {
            var next = At(from, segment, (double)i / count);
            lines.Add(new Line(last, next));
            last = next;
        }
    }

    // A chord is off by an eighth of the second derivative at most, and by the square of the number of chords less.
    private static int CountFor(OutlinePoint from, OutlineSegment segment)
    {
        double Bend(OutlinePoint a, OutlinePoint b, OutlinePoint c) => double.Hypot(a.X - 2 * b.X + c.X, a.Y - 2 * b.Y + c.Y);
        var second = segment.Kind switch
        {
            SegmentKind.Quadratic => 2 * Bend(from, segment.Control1, segment.End),
            SegmentKind.Cubic => 6 * Math.Max(Bend(from, segment.Control1, segment.Control2), Bend(segment.Control1, segment.Control2, segment.End)),
            _ => 0,
        };
        return Math.Max(4, (int)Math.Ceiling(Math.Sqrt(second / 8 / Flatness)));
    }

    private static OutlinePoint At(OutlinePoint from, OutlineSegment segment, double t)
    {
        var (a, b, end, u) = (segment.Control1, segment.Control2, segment.End, 1 - t);
        return segment.Kind switch
        {
            SegmentKind.Quadratic => Mix((u * u, from), (2 * u * t, a), (t * t, end)),
            SegmentKind.Cubic => Mix((u * u * u, from), (3 * u * u * t, a), (3 * u * t * t, b), (t * t * t, end)),
            _ => Mix((u, from), (t, end)),
        };
    }

    private static OutlinePoint Mix(params ReadOnlySpan<(double Weight, OutlinePoint Point)> parts)
    {
        var (x, y) = (0.0, 0.0);
        foreach (var (weight, point) in parts) (x, y) = (x + weight * point.X, y + weight * point.Y);
        return new(x, y);
    }

    private static double Farthest(Line[] from, Line[] to)
    {
        var farthest = 0.0;
        foreach (var line in from) farthest = Math.Max(farthest, Nearest(line.From, to));
        return farthest;
    }

    private static double Nearest(OutlinePoint point, Line[] lines)
    {
        var nearest = double.PositiveInfinity;
        foreach (var line in lines)
        {
            if (line.MayBeNearer(point, nearest)) nearest = Math.Min(nearest, line.DistanceOf(point));
        }

        return nearest;
    }
}
