namespace Typeset.Pdf.Colour;

/// <summary>The inks of a press for RGB colours, eight bits each, within a limit of total ink.</summary>
internal sealed class PressColours
{
    private readonly RgbSource _source;
    private readonly CmykTable _table;
    private readonly TotalInkLimit _limit;
    private readonly ColourMemory _known;

    private PressColours(RgbSource source, CmykTable table, TotalInkLimit limit)
    {
        (_source, _table, _limit) = (source, table, limit);
        _known = new(Convert);
    }

    public static PressColours Of(IccProfile press, IccProfile source, int inkLimit) =>
        new(RgbSource.Of(source) ?? RgbSource.Of(IccProfile.Srgb)!, CmykTable.Of(press), new(inkLimit));

    /// <summary>Cyan, magenta, yellow and black, from the highest byte down, 255 full.</summary>
    public uint InksOf(byte red, byte green, byte blue) => _known[((uint)red << 16) | ((uint)green << 8) | blue];

    private uint Convert(uint colour)
    {
        // Paper is no ink: profiles leave a trace in their lightest corner.
        if (colour == 0xFFFFFF) return 0;
        var (l, a, b) = _source.Lab((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
        Span<double> inks = stackalloc double[4];
        _table.Inkings(l, a, b, inks);
        _limit.Hold(inks);
        return TotalInkLimit.Pack(inks);
    }
}
