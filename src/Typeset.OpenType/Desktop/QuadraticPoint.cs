namespace Typeset.OpenType.Desktop;

/// <summary>A point of a quadratic contour on whole font units.</summary>
internal readonly record struct QuadraticPoint(int X, int Y, bool IsOnCurve, bool EndsContour);
