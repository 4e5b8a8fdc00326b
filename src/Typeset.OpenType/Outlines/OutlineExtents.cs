namespace Typeset.OpenType;

/// <summary>Finds how far curves reach: at their ends and where they turn back on an axis.</summary>
internal ref struct OutlineExtents
{
    private double _xMin, _yMin, _xMax, _yMax;
    private bool _isEmpty;

    public static GlyphBounds Of(ReadOnlySpan<OutlineSegment> segments)
    {
        var extents = new OutlineExtents { _isEmpty = true };
        OutlinePoint from = default;
        foreach (var segment in segments)
        {
            extents.Add(from, segment);
            if (segment.Kind != SegmentKind.Close) from = segment.End;
        }

        return extents._isEmpty ? GlyphBounds.Empty : extents.Round();
    }

    // A move alone draws nothing; it counts when something is drawn from it.
    private void Add(OutlinePoint from, OutlineSegment segment)
    {
        if (segment.Kind is SegmentKind.Move or SegmentKind.Close) return;
        Include(from);
        Include(segment.End);
        if (segment.Kind == SegmentKind.Quadratic) AddTurns(from, segment.Control1, segment.End);
        if (segment.Kind == SegmentKind.Cubic) AddTurns(from, segment.Control1, segment.Control2, segment.End);
    }

    private void AddTurns(OutlinePoint a, OutlinePoint b, OutlinePoint c) => AddTurns(
        a,
        new OutlinePoint(a.X + (b.X - a.X) * 2 / 3, a.Y + (b.Y - a.Y) * 2 / 3),
        new OutlinePoint(c.X + (b.X - c.X) * 2 / 3, c.Y + (b.Y - c.Y) * 2 / 3),
        c);

    private void AddTurns(OutlinePoint a, OutlinePoint b, OutlinePoint c, OutlinePoint d)
    {
        Span<double> turns = stackalloc double[4];
        var count = FindTurns(a.X, b.X, c.X, d.X, turns);
        count += FindTurns(a.Y, b.Y, c.Y, d.Y, turns[count..]);
        foreach (var t in turns[..count]) Include(new OutlinePoint(At(a.X, b.X, c.X, d.X, t), At(a.Y, b.Y, c.Y, d.Y, t)));
    }

    // The zeros between 0 and 1 of the derivative p t² + q t + r.
    private static int FindTurns(double a, double b, double c, double d, Span<double> turns)
    {
        var (p, q, r) = (d - a + 3 * (b - c), 2 * (a - 2 * b + c), b - a);
        if (p == 0) return q == 0 ? 0 : Keep(-r / q, turns);
        var discriminant = q * q - 4 * p * r;
        if (discriminant < 0) return 0;
        var root = Math.Sqrt(discriminant);
        var count = Keep((-q - root) / (2 * p), turns);
        return count + Keep((-q + root) / (2 * p), turns[count..]);
    }

    private static int Keep(double t, Span<double> turns)
    {
        if (t is not (> 0 and < 1)) return 0;
        turns[0] = t;
        return 1;
    }

    private static double At(double a, double b, double c, double d, double t)
    {
        var s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    private void Include(OutlinePoint point)
    {
        if (_isEmpty) (_xMin, _yMin, _xMax, _yMax, _isEmpty) = (point.X, point.Y, point.X, point.Y, false);
        (_xMin, _yMin) = (Math.Min(_xMin, point.X), Math.Min(_yMin, point.Y));
        (_xMax, _yMax) = (Math.Max(_xMax, point.X), Math.Max(_yMax, point.Y));
    }

    // Curves meet their turning points only to the last bits of a double; a hair beyond a whole unit is not one more unit.
    private readonly GlyphBounds Round()
    {
        const double hair = 1e-6;
        return new GlyphBounds(
            (int)Math.Floor(_xMin + hair), (int)Math.Floor(_yMin + hair), (int)Math.Ceiling(_xMax - hair), (int)Math.Ceiling(_yMax - hair));
    }
}
