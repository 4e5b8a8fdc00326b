using System.Runtime.InteropServices;

namespace Typeset.OpenType.Desktop;

/// <summary>
/// Turns cubic contours into quadratic ones on whole font units, clockwise outside as TrueType has them. The curves keep within
/// <see cref="CurveTolerance"/> and rounding moves them by √½ unit at most: at 1000 units an em, less than one unit together.
/// One serves one thread and any number of glyphs.
/// </summary>
internal sealed class QuadraticContours(int unitsPerEm)
{
    /// <summary>Ems between a cubic and the quadratics in its place, before rounding.</summary>
    private const double CurveTolerance = 0.25 / 1000;

    private const int MaxPieces = 32;

    private readonly double _tolerance = CurveTolerance * unitsPerEm;
    private readonly List<QuadraticPoint> _points = [];
    private readonly List<QuadraticPoint> _contour = [];
    private OutlinePoint _current;

    /// <summary>The points of a glyph description, the last of each contour marked; good until the next call.</summary>
    public ReadOnlySpan<QuadraticPoint> Trace(ReadOnlySpan<OutlineSegment> outline)
    {
        _points.Clear();
        _contour.Clear();
        _current = default;
        foreach (ref readonly var segment in outline) Add(segment);
        return CollectionsMarshal.AsSpan(_points);
    }

    private void Add(in OutlineSegment segment)
    {
        switch (segment.Kind)
        {
            case SegmentKind.Close: EndContour(); return;
            case SegmentKind.Quadratic: AddPoint(segment.Control1, false); break;
            case SegmentKind.Cubic: AddCubic(new Cubic(_current, segment.Control1, segment.Control2, segment.End)); break;
        }

        _current = segment.End;
        AddPoint(segment.End, true);
    }

    // The error of one quadratic for a cubic is √3/36 of the cubic's third difference, and falls with the cube of the pieces. Where two pieces of one length meet,
    // the curve is just halfway between their controls, as its third derivative is the same all along it: the point need not be written.
    private void AddCubic(in Cubic cubic)
    {
        var error = Math.Sqrt(3) / 36 * cubic.ThirdDifference;
        var pieces = 1;
        while (pieces < MaxPieces && error > _tolerance * pieces * pieces * pieces) pieces++;
        for (var i = 0; i < pieces; i++) AddPoint(cubic.ControlOf((double)i / pieces, (double)(i + 1) / pieces), false);
    }

    private void AddPoint(OutlinePoint point, bool isOnCurve)
    {
        var rounded = new QuadraticPoint((int)Math.Round(point.X, MidpointRounding.ToEven), (int)Math.Round(point.Y, MidpointRounding.ToEven), isOnCurve, false);
        if (isOnCurve && _contour.Count > 0 && _contour[^1] == rounded) return;
        _contour.Add(rounded);
    }

    private void EndContour()
    {
        if (_contour.Count > 1 && _contour[^1].IsOnCurve && _contour[^1] == _contour[0]) _contour.RemoveAt(_contour.Count - 1);
        if (_contour.Count > 1)
        {
            _contour.Reverse();
            AddWithoutImpliedPoints(CollectionsMarshal.AsSpan(_contour));
            _points[^1] = _points[^1] with { EndsContour = true };
        }

        _contour.Clear();
    }

    // A point on the curve halfway between two controls need not be written.
    private void AddWithoutImpliedPoints(Span<QuadraticPoint> contour)
    {
        _points.Add(contour[0]);
        for (var i = 1; i < contour.Length; i++)
        {
            if (i == contour.Length - 1 || !IsImplied(contour[i - 1], contour[i], contour[i + 1])) _points.Add(contour[i]);
        }
    }

    private static bool IsImplied(in QuadraticPoint before, in QuadraticPoint point, in QuadraticPoint after) =>
        point.IsOnCurve && !before.IsOnCurve && !after.IsOnCurve
        && (long)before.X + after.X == 2L * point.X && (long)before.Y + after.Y == 2L * point.Y;
}

/// <summary>A cubic curve by its ends and controls.</summary>
internal readonly record struct Cubic(OutlinePoint P0, OutlinePoint P1, OutlinePoint P2, OutlinePoint P3)
{
    /// <summary>How far the curve is from any quadratic, but for a factor.</summary>
    public double ThirdDifference
    {
        get
        {
            var (dx, dy) = (P3.X - 3 * P2.X + 3 * P1.X - P0.X, P3.Y - 3 * P2.Y + 3 * P1.Y - P0.Y);
            return Math.Sqrt(dx * dx + dy * dy);
        }
    }

    /// <summary>Where the tangents of a piece's ends would meet, had it no third difference: (3 (a + b) − (start + end)) / 4 of its controls.</summary>
    public OutlinePoint ControlOf(double start, double end)
    {
        var (a, b, da, db, third) = (At(start), At(end), SlopeAt(start), SlopeAt(end), (end - start) / 3);
        return new(Control(a.X, da.X, b.X, db.X, third), Control(a.Y, da.Y, b.Y, db.Y, third));
    }

    public OutlinePoint At(double t) => new(At(P0.X, P1.X, P2.X, P3.X, t), At(P0.Y, P1.Y, P2.Y, P3.Y, t));

    private OutlinePoint SlopeAt(double t) => new(SlopeAt(P0.X, P1.X, P2.X, P3.X, t), SlopeAt(P0.Y, P1.Y, P2.Y, P3.Y, t));

    private static double Control(double from, double slope, double to, double otherSlope, double third) =>
        (3 * (from + slope * third + to - otherSlope * third) - (from + to)) / 4;

    private static double At(double a, double b, double c, double d, double t)
    {
        var u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    private static double SlopeAt(double a, double b, double c, double d, double t)
    {
        var u = 1 - t;
        return 3 * (u * u * (b - a) + 2 * u * t * (c - b) + t * t * (d - c));
    }
}
