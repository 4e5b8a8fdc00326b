using Typeset.Pages;
using Typeset.Pdf.Colour;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Content;

/// <summary>
/// Inks of the press: black on its own plate and, where it is full, over what lies below (ISO 32000-1 §8.6.7, mode 1), so that no white edge
/// shows where plates are out of register; spot inks on theirs; other colours in CMYK through the profile.
/// </summary>
internal sealed class PressInks(ByteWriter to, PressColours colours) : InkOperators
{
    /// <summary>Names of the two states among a page's resources.</summary>
    public static ReadOnlySpan<byte> OverprintName => "GO"u8;

    public static ReadOnlySpan<byte> KnockoutName => "GK"u8;

    private const int Full = 1000;

    private PageContent? _content;
    private bool _overprints;

    public override void Begin(PageContent content)
    {
        base.Begin(content);
        _content = content;
        _overprints = false;
    }

    protected override Ink? Initial => null;

    protected override void Write(Ink ink)
    {
        SetOverprint(ink is { IsBlack: true, Spot: null, BlackTint: >= Full });
        if (ink.Spot is { } spot) to.Raw("/Sp"u8).Integer(_content!.Spots[spot] + 1).Raw("cs 1 scn\n"u8);
        else if (ink.IsBlack) to.Raw("0 0 0 "u8).Decimal(Math.Clamp(ink.BlackTint, 0, Full), 3).Raw("k\n"u8);
        else if (ink.Red == ink.Green && ink.Red == ink.Blue) to.Raw("0 0 0 "u8).Decimal(Thousandths((byte)(255 - ink.Red)), 3).Raw("k\n"u8);
        else WriteInks(to, colours.InksOf(ink.Red, ink.Green, ink.Blue)).Raw("k\n"u8);
    }

    /// <summary>Four inks as numbers from 0 to 1.</summary>
    public static ByteWriter WriteInks(ByteWriter to, uint inks)
    {
        for (var shift = 24; shift >= 0; shift -= 8) to.Decimal(Thousandths((byte)(inks >> shift)), 3);
        return to;
    }

    private void SetOverprint(bool overprints)
    {
        if (overprints == _overprints) return;
        _overprints = overprints;
        to.Raw("/"u8).Raw(overprints ? OverprintName : KnockoutName).Raw(" gs\n"u8);
    }

    private static long Thousandths(byte value) => (value * 1000 + 127) / 255;
}
