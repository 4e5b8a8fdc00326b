namespace Typeset.Pdf.Colour;

/// <summary>The most ink of all four plates together, in percent: more does not dry.</summary>
internal readonly record struct TotalInkLimit(int Percent)
{
    /// <summary>Rounding to eight bits may add half a step to each ink.</summary>
    private const double Rounding = 4 * 0.5 / 255;

    /// <summary>Brings four inks in [0, 1] within the limit: black stays, the colours give way alike.</summary>
    public void Hold(Span<double> inks)
    {
        var (colour, most) = (inks[0] + inks[1] + inks[2], Percent / 100.0 - inks[3] - Rounding);
        if (colour <= most) return;
        var share = Math.Max(0, most) / colour;
        for (var i = 0; i < 3; i++) inks[i] *= share;
    }

    /// <summary>Whether inks of such a sum, 255 for each that is full, are too much.</summary>
    public bool IsExceededBy(int sum) => sum * 100 > Percent * 255;

    /// <summary>Packed inks within the limit; those that are already, unchanged.</summary>
    public uint Hold(uint packed)
    {
        if (!IsExceededBy(SumOf(packed))) return packed;
        Span<double> inks = [(packed >> 24) / 255.0, (byte)(packed >> 16) / 255.0, (byte)(packed >> 8) / 255.0, (byte)packed / 255.0];
        Hold(inks);
        return Pack(inks);
    }

    /// <summary>All four inks of a colour together, 255 for each that is full.</summary>
    public static int SumOf(uint packed) => (int)((packed >> 24) + (byte)(packed >> 16) + (byte)(packed >> 8) + (byte)packed);

    /// <summary>Four inks of eight bits as one number, the first from the highest byte down.</summary>
    public static uint Pack(ReadOnlySpan<double> inks)
    {
        var packed = 0u;
        foreach (var ink in inks) packed = (packed << 8) | (uint)(ink * 255 + 0.5);
        return packed;
    }
}
