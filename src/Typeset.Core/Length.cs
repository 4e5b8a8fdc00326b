using System.Globalization;

namespace Typeset.Core;

/// <summary>
/// A distance on the page: a whole number of 1/65536 pt (1 pt = 1/72 inch), so that sums are exact.
/// Any sign; the range of a 64-bit integer.
/// </summary>
public readonly record struct Length(long Raw) : IComparable<Length>
{
    /// <summary>Raw units in a point.</summary>
    public const long PerPoint = 65536;

    public static readonly Length Zero = new(0);
    public static readonly Length MaxValue = new(long.MaxValue);

    /// <summary>The nearest length to a number of points; for reading input, never for arithmetic inside the layout.</summary>
    public static Length FromPoints(double points) => new((long)Math.Round(points * PerPoint, MidpointRounding.AwayFromZero));

    /// <summary>The nearest length to a number of millimetres.</summary>
    public static Length FromMillimetres(double millimetres) => FromPoints(millimetres * 72.0 / 25.4);

    /// <summary>The value in points, for exporters.</summary>
    public double Points => Raw / (double)PerPoint;

    /// <summary>The value in millimetres, for reports.</summary>
    public double Millimetres => Points * 25.4 / 72.0;

    public bool IsZero => Raw == 0;

    public static Length operator +(Length a, Length b) => new(a.Raw + b.Raw);
    public static Length operator -(Length a, Length b) => new(a.Raw - b.Raw);
    public static Length operator -(Length a) => new(-a.Raw);
    public static Length operator *(Length a, long n) => new(a.Raw * n);
    public static Length operator *(long n, Length a) => new(a.Raw * n);
    public static Length operator /(Length a, long n) => new(a.Raw / n);
    public static bool operator <(Length a, Length b) => a.Raw < b.Raw;
    public static bool operator >(Length a, Length b) => a.Raw > b.Raw;
    public static bool operator <=(Length a, Length b) => a.Raw <= b.Raw;
    public static bool operator >=(Length a, Length b) => a.Raw >= b.Raw;

    /// <summary>How many whole times <paramref name="part"/> goes into this length (floor); <paramref name="part"/> must be positive.</summary>
    public long DividedBy(Length part) => Raw >= 0 ? Raw / part.Raw : -((-Raw + part.Raw - 1) / part.Raw);

    /// <summary>This length times the fraction <paramref name="numerator"/>/<paramref name="denominator"/>, rounded down, without overflow.</summary>
    public Length Times(long numerator, long denominator) => new((long)((Int128)Raw * numerator / denominator));

    public static Length Max(Length a, Length b) => a.Raw >= b.Raw ? a : b;
    public static Length Min(Length a, Length b) => a.Raw <= b.Raw ? a : b;

    public int CompareTo(Length other) => Raw.CompareTo(other.Raw);

    /// <summary>Points with at most three decimals, as dumps and messages print it: <c>10.5pt</c>.</summary>
    public override string ToString() => Points.ToString("0.###", CultureInfo.InvariantCulture) + "pt";
}

/// <summary>A length in ems: thousandths of the type size, to be resolved at a size.</summary>
public readonly record struct Em(int Thousandths)
{
    public static readonly Em Zero = new(0);
    public static readonly Em One = new(1000);

    public static Em Of(double ems) => new((int)Math.Round(ems * 1000, MidpointRounding.AwayFromZero));

    /// <summary>The length at a type size.</summary>
    public Length At(Length size) => size.Times(Thousandths, 1000);

    public override string ToString() => (Thousandths / 1000.0).ToString("0.###", CultureInfo.InvariantCulture) + "em";
}

/// <summary>A length in a font's design units, to be resolved at a size.</summary>
public readonly record struct FontUnits(int Value)
{
    /// <summary>The length at a type size; <paramref name="unitsPerEm"/> is the face's (16 to 16384).</summary>
    public Length At(Length size, int unitsPerEm) => new(size.Raw * Value / unitsPerEm);
}

/// <summary>Lengths written as in the trade: <c>10.5.Pt</c>, <c>156.Mm</c>, <c>2.Em</c>.</summary>
public static class LengthUnits
{
    extension(double value)
    {
        public Length Pt => Length.FromPoints(value);
        public Length Mm => Length.FromMillimetres(value);
        public Em Em => Em.Of(value);
    }

    extension(int value)
    {
        public Length Pt => new(value * Length.PerPoint);
        public Length Mm => Length.FromMillimetres(value);
        public Em Em => new(value * 1000);
    }
}
