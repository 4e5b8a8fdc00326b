using Typeset.Pages;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Content;

/// <summary>Sets the fill colour, and only where it changes (ISO 32000-1 §8.6.8).</summary>
internal abstract class InkOperators
{
    private Ink? _current;

    /// <summary>Every page begins anew; what the page's content is numbered with comes along.</summary>
    public virtual void Begin(PageContent content) => _current = Initial;

    public bool Is(Ink ink) => ReferenceEquals(ink, _current) || ink == _current;

    public void Set(Ink ink)
    {
        if (Is(ink)) return;
        _current = ink;
        Write(ink);
    }

    /// <summary>What a page's first colour is without being set: full black in DeviceGray (§8.4.1); null where that is no ink of the file.</summary>
    protected abstract Ink? Initial { get; }

    protected abstract void Write(Ink ink);
}

/// <summary>Colours for screens: black and its tints in DeviceGray, all else in DeviceRGB, which the output intent says is sRGB.</summary>
internal sealed class ScreenInks(ByteWriter to) : InkOperators
{
    protected override Ink? Initial => Ink.Black;

    protected override void Write(Ink ink)
    {
        if (ink.IsBlack) to.Decimal(1000 - Math.Clamp(ink.BlackTint, 0, 1000), 3).Raw("g\n"u8);
        else to.Decimal(Thousandths(ink.Red), 3).Decimal(Thousandths(ink.Green), 3).Decimal(Thousandths(ink.Blue), 3).Raw("rg\n"u8);
    }

    private static long Thousandths(byte value) => (value * 1000 + 127) / 255;
}
