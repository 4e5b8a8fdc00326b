using Typeset.OpenType.Glyf;

namespace Typeset.OpenType.Desktop;

/// <summary>
/// Turns cubic contours into quadratic ones on whole font units, clockwise outside as TrueType has them. The curves keep within
/// <see cref="CurveTolerance"/> and rounding moves them by √½ unit at most: at 1000 units an em, less than one unit together.
/// </summary>
internal sealed class QuadraticContours
{
    /// <summary>Ems between a cubic and the quadratics in its place, before rounding.</summary>
    private const double CurveTolerance = 0.25 / 1000;

    private const int MaxPieces = 32;

    private readonly double _tolerance;
    private readonly List<GlyfPoint> _points = [];
    private readonly List<GlyfPoint> _contour = [];
    private OutlinePoint _current;

    private QuadraticContours(int unitsPerEm) => _tolerance = CurveTolerance * unitsPerEm;

    /// <summary>The points of a glyph description, the last of each contour marked.</summary>
    public static List<GlyfPoint> Of(GlyphOutline outline, int unitsPerEm)
    {
        var contours = new QuadraticContours(unitsPerEm);
        foreach (var segment in outline.Segments) contours.Add(segment);
        return contours._points;
    }

    private void Add(OutlineSegment segment)
    {
        switch (segment.Kind)
        {
            case SegmentKind.Close: EndContour(); return;
            case SegmentKind.Quadratic: AddPoint(segment.Control1, false); break;
            case SegmentKind.Cubic: AddCubic(segment); break;
        }

        _current = segment.End;
        AddPoint(segment.End, true);
    }

    // The error of one quadratic for a cubic is √3/36 of the cubic's third difference, and falls with the cube of the pieces.
    private void AddCubic(OutlineSegment cubic)
    {
        var (p0, p1, p2, p3) = (_current, cubic.Control1, cubic.Control2, cubic.End);
        var (dx, dy) = (p3.X - 3 * p2.X + 3 * p1.X - p0.X, p3.Y - 3 * p2.Y + 3 * p1.Y - p0.Y);
        var error = Math.Sqrt(3) / 36 * Math.Sqrt(dx * dx + dy * dy);
        var pieces = 1;
        while (pieces < MaxPieces && error > _tolerance * pieces * pieces * pieces) pieces++;
        for (var i = 0; i < pieces; i++)
        {
            var (start, end) = ((double)i / pieces, (double)(i + 1) / pieces);
            AddPoint(ControlOf(p0, p1, p2, p3, start, end), false);
            if (i < pieces - 1) AddPoint(PointAt(p0, p1, p2, p3, end), true);
        }
    }

    // Where the tangents of a piece's ends would meet, had it no third difference: (3 (a + b) − (start + end)) / 4 of its controls.
    private static OutlinePoint ControlOf(OutlinePoint p0, OutlinePoint p1, OutlinePoint p2, OutlinePoint p3, double start, double end)
    {
        var (a, b) = (PointAt(p0, p1, p2, p3, start), PointAt(p0, p1, p2, p3, end));
        var (da, db) = (SlopeAt(p0, p1, p2, p3, start), SlopeAt(p0, p1, p2, p3, end));
        var third = (end - start) / 3;
        double Of(double from, double slope, double to, double otherSlope) =>
            (3 * (from + slope * third + to - otherSlope * third) - (from + to)) / 4;
        return new(Of(a.X, da.X, b.X, db.X), Of(a.Y, da.Y, b.Y, db.Y));
    }

    private static OutlinePoint PointAt(OutlinePoint p0, OutlinePoint p1, OutlinePoint p2, OutlinePoint p3, double t)
    {
        var u = 1 - t;
        double Of(double a, double b, double c, double d) => u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
        return new(Of(p0.X, p1.X, p2.X, p3.X), Of(p0.Y, p1.Y, p2.Y, p3.Y));
    }

    private static OutlinePoint SlopeAt(OutlinePoint p0, OutlinePoint p1, OutlinePoint p2, OutlinePoint p3, double t)
    {
        var u = 1 - t;
        double Of(double a, double b, double c, double d) => 3 * (u * u * (b - a) + 2 * u * t * (c - b) + t * t * (d - c));
        return new(Of(p0.X, p1.X, p2.X, p3.X), Of(p0.Y, p1.Y, p2.Y, p3.Y));
    }

    private void AddPoint(OutlinePoint point, bool isOnCurve)
    {
        var rounded = new GlyfPoint(Math.Round(point.X, MidpointRounding.ToEven), Math.Round(point.Y, MidpointRounding.ToEven), isOnCurve, false);
        if (isOnCurve && _contour.Count > 0 && _contour[^1] == rounded) return;
        _contour.Add(rounded);
    }

    private void EndContour()
    {
        if (_contour.Count > 1 && _contour[^1].IsOnCurve && _contour[^1] == _contour[0]) _contour.RemoveAt(_contour.Count - 1);
        if (_contour.Count > 1)
        {
            _contour.Reverse();
            DropImpliedPoints();
            _contour[^1] = _contour[^1] with { EndsContour = true };
            _points.AddRange(_contour);
        }

        _contour.Clear();
    }

    // A point on the curve halfway between two controls need not be written.
    private void DropImpliedPoints()
    {
        for (var i = _contour.Count - 2; i > 0; i--)
        {
            var (before, point, after) = (_contour[i - 1], _contour[i], _contour[i + 1]);
            if (!point.IsOnCurve || before.IsOnCurve || after.IsOnCurve) continue;
            if (before.X + after.X == 2 * point.X && before.Y + after.Y == 2 * point.Y) _contour.RemoveAt(i);
        }
    }
}
