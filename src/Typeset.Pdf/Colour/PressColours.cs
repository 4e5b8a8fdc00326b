namespace Typeset.Pdf.Colour;

/// <summary>
/// The inks of a press for RGB colours, eight bits each, within a limit of total ink. Keeps what it has found: pictures repeat their colours.
/// </summary>
internal sealed class PressColours(RgbSource source, CmykTable table, int inkLimit)
{
    private const int Kept = 1 << 16;

    // By a mix of the colour: the colour + 1, and its inks.
    private readonly uint[] _colours = new uint[Kept];
    private readonly uint[] _inks = new uint[Kept];

    /// <summary>Most ink of all four together, in percent.</summary>
    public int InkLimit => inkLimit;

    public static PressColours Of(IccProfile press, IccProfile source, int inkLimit) =>
        new(RgbSource.Of(source) ?? RgbSource.Of(IccProfile.Srgb)!, CmykTable.Of(press), inkLimit);

    /// <summary>Cyan, magenta, yellow and black, from the highest byte down, 255 full.</summary>
    public uint InksOf(byte red, byte green, byte blue)
    {
        var colour = ((uint)red << 16) | ((uint)green << 8) | blue;
        var slot = (colour * 2654435761u) >> 16;
        if (_colours[slot] == colour + 1) return _inks[slot];
        (_colours[slot], _inks[slot]) = (colour + 1, Convert(red, green, blue));
        return _inks[slot];
    }

    private uint Convert(byte red, byte green, byte blue)
    {
        // Paper is no ink: profiles leave a trace in their lightest corner.
        if ((red & green & blue) == 255) return 0;
        var (l, a, b) = source.Lab(red, green, blue);
        Span<double> inks = stackalloc double[4];
        table.Inkings(l, a, b, inks);
        Limit(inks);
        var packed = 0u;
        foreach (var ink in inks) packed = (packed << 8) | (uint)(ink * 255 + 0.5);
        return packed;
    }

    /// <summary>Too much ink does not dry: black stays, the colours give way alike.</summary>
    private void Limit(Span<double> inks)
    {
        // Rounding to eight bits may add half a step to each ink.
        var (colour, most) = (inks[0] + inks[1] + inks[2], inkLimit / 100.0 - inks[3] - 4 * 0.5 / 255);
        if (colour <= most) return;
        var share = Math.Max(0, most) / colour;
        for (var i = 0; i < 3; i++) inks[i] *= share;
    }
}
