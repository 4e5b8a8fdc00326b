using Typeset.Core;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Content;

/// <summary>
/// The page's lengths as PDF's: points with three decimals, y upwards from the foot (ISO 32000-1 §8.3.2.3). Rounding is of places, never of
/// distances, so that what meets in the display list meets on the page.
/// </summary>
internal sealed class PageSpace
{
    /// <summary>Decimals of a coordinate: 1/1000 pt is a third of a micron.</summary>
    public const int Decimals = 3;

    private const long PerPoint = 1000;

    /// <summary>The page's height, from which y is counted down.</summary>
    public Length Height { get; set; }

    /// <summary>A length in thousandths of a point, to the nearest.</summary>
    public static long Milli(Length length) => (length.Raw * PerPoint + Length.PerPoint / 2) >> 16;

    public static long X(Length x) => Milli(x);

    public long Y(Length y) => Milli(Height - y);

    public ByteWriter Point(ByteWriter to, Point point) => to.Decimal(X(point.X), Decimals).Decimal(Y(point.Y), Decimals);

    /// <summary>Lower left corner, width and height, as <c>re</c> takes them.</summary>
    public ByteWriter Rectangle(ByteWriter to, Rectangle area)
    {
        long left = X(area.X), bottom = Y(area.Bottom);
        return to.Decimal(left, Decimals).Decimal(bottom, Decimals).Decimal(X(area.Right) - left, Decimals).Decimal(Y(area.Y) - bottom, Decimals);
    }

    /// <summary>Two opposite corners, as rectangles in dictionaries are given (§7.9.5).</summary>
    public ByteWriter Corners(ByteWriter to, Rectangle area) =>
        to.OpenArray().Decimal(X(area.X), Decimals).Decimal(Y(area.Bottom), Decimals).Decimal(X(area.Right), Decimals).Decimal(Y(area.Y), Decimals).CloseArray();

    /// <summary>The matrix that puts the unit square of an image upon a rectangle.</summary>
    public ByteWriter UnitSquare(ByteWriter to, Rectangle area)
    {
        long left = X(area.X), bottom = Y(area.Bottom);
        to.Decimal(X(area.Right) - left, Decimals).Raw("0 0 "u8).Decimal(Y(area.Y) - bottom, Decimals);
        return to.Decimal(left, Decimals).Decimal(bottom, Decimals);
    }
}
