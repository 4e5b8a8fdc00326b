using Typeset.Core;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Content;

/// <summary>A figure's bounds on its page (ISO 32000-1 §14.8.5.4.3), in thousandths of a point.</summary>
internal readonly record struct FigureBox(int Element, long Left, long Bottom, long Right, long Top)
{
    public static FigureBox Of(int element, Rectangle area, PageSpace space) =>
        new(element, PageSpace.X(area.X), space.Y(area.Bottom), PageSpace.X(area.Right), space.Y(area.Y));

    public void Write(ByteWriter to) => to.OpenArray().Decimal(Left, PageSpace.Decimals).Decimal(Bottom, PageSpace.Decimals)
        .Decimal(Right, PageSpace.Decimals).Decimal(Top, PageSpace.Decimals).CloseArray();
}
