namespace Typeset.OpenType.Glyf;

/// <summary>A point of a TrueType contour, in font units.</summary>
internal readonly record struct GlyfPoint(double X, double Y, bool IsOnCurve, bool EndsContour)
{
    public OutlinePoint Place => new(X, Y);
}
