using Typeset.Pages;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Content;

/// <summary>Fill colours of the reading PDF: black and its tints in DeviceGray, all else in DeviceRGB (ISO 32000-1 §8.6.8).</summary>
internal sealed class InkOperators(ByteWriter to)
{
    private Ink _current = Ink.Black;

    /// <summary>Every page begins in full black (§8.4.1).</summary>
    public void Begin() => _current = Ink.Black;

    public bool Is(Ink ink) => ReferenceEquals(ink, _current) || ink == _current;

    public void Set(Ink ink)
    {
        if (Is(ink)) return;
        _current = ink;
        if (ink.IsBlack) to.Decimal(1000 - Math.Clamp(ink.BlackTint, 0, 1000), 3).Raw("g\n"u8);
        else to.Decimal(Thousandths(ink.Red), 3).Decimal(Thousandths(ink.Green), 3).Decimal(Thousandths(ink.Blue), 3).Raw("rg\n"u8);
    }

    private static long Thousandths(byte value) => (value * 1000 + 127) / 255;
}
