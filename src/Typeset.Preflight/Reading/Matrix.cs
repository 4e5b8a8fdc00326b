namespace Typeset.Preflight.Reading;

/// <summary>A transformation of the plane (ISO 32000-1 §8.3.3): x′ = a·x + c·y + e, y′ = b·x + d·y + f.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>First this, then another.</summary>
    public Matrix Then(in Matrix next) => new(
        A * next.A + B * next.C, A * next.B + B * next.D,
        C * next.A + D * next.C, C * next.B + D * next.D,
        E * next.A + F * next.C + next.E, E * next.B + F * next.D + next.F);

    public (double X, double Y) At(double x, double y) => (A * x + C * y + E, B * x + D * y + F);

    /// <summary>How long a unit along x becomes.</summary>
    public double HorizontalScale => Math.Sqrt(A * A + B * B);

    /// <summary>How long a unit along y becomes.</summary>
    public double VerticalScale => Math.Sqrt(C * C + D * D);

    /// <summary>The side of the square that has the area of a transformed unit square.</summary>
    public double MeanScale => Math.Sqrt(Math.Abs(A * D - B * C));

    public static Matrix Of(PdfObject array) => array.AsNumbers(6) is [var a, var b, var c, var d, var e, var f] ? new(a, b, c, d, e, f) : Identity;
}

/// <summary>A rectangle in points, x to the right, y upwards; <see cref="Left"/> ≤ <see cref="Right"/>, <see cref="Bottom"/> ≤ <see cref="Top"/>.</summary>
internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;
    public double Height => Top - Bottom;

    /// <summary>A rectangle of PDF, any two opposite corners; null where it is none.</summary>
    public static Box? Of(PdfObject array) => array.AsNumbers(4) is [var a, var b, var c, var d]
        ? new(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d)) : null;

    public bool Holds(Box other, double tolerance) =>
        other.Left >= Left - tolerance && other.Bottom >= Bottom - tolerance && other.Right <= Right + tolerance && other.Top <= Top + tolerance;

    public bool Meets(Box other) => other.Left < Right && other.Right > Left && other.Bottom < Top && other.Top > Bottom;

    public Box With(double x, double y) => new(Math.Min(Left, x), Math.Min(Bottom, y), Math.Max(Right, x), Math.Max(Top, y));

    public static Box At((double X, double Y) point) => new(point.X, point.Y, point.X, point.Y);
}

/// <summary>A place in a file: a page's index from 0, or −1 for none, and a point of it in default user space, or none.</summary>
internal readonly record struct Place(int Page, double X = double.NaN, double Y = double.NaN)
{
    public static readonly Place Document = new(-1);

    public bool HasPoint => !double.IsNaN(X);
}
