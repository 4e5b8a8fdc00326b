namespace Typeset.Pdf.Colour;

/// <summary>
/// From the inks of one press to those of another, eight bits each, within a limit of total ink: the same colours, relative colorimetric. What is
/// in black alone stays so, in the tint that looks as light; paper stays paper and full black full.
/// </summary>
internal sealed class InkLink
{
    private readonly LabTable _from;
    private readonly CmykTable _to;
    private readonly TotalInkLimit _limit;
    private readonly byte[] _blacks;
    private readonly ColourMemory _known;

    private InkLink(LabTable from, LabTable back, CmykTable to, TotalInkLimit limit)
    {
        (_from, _to, _limit) = (from, to, limit);
        _blacks = BlacksOf(from, back);
        _known = new(Convert);
    }

    /// <exception cref="IccFormatException">One of the profiles cannot be read so.</exception>
    public static InkLink Of(IccProfile from, IccProfile to, int inkLimit) => new(LabTable.Of(from), LabTable.Of(to), CmykTable.Of(to), new(inkLimit));

    /// <summary>Cyan, magenta, yellow and black, from the highest byte down, 255 full.</summary>
    public uint InksOf(uint inks) => _known[inks];

    private uint Convert(uint inks)
    {
        if ((inks & 0xFFFFFF00) == 0) return _blacks[(byte)inks];
        Span<double> four = [(inks >> 24) / 255.0, (byte)(inks >> 16) / 255.0, (byte)(inks >> 8) / 255.0, (byte)inks / 255.0];
        var (l, a, b) = _from.Lab(four);
        _to.Inkings(l, a, b, four);
        _limit.Hold(four);
        return TotalInkLimit.Pack(four);
    }

    /// <summary>For each tint of the one black the tint of the other that is nearest in lightness.</summary>
    private static byte[] BlacksOf(LabTable from, LabTable to)
    {
        var blacks = new byte[256];
        var tint = 0;
        for (var black = 1; black < 255; black++)
        {
            var wanted = LightnessOf(from, black);
            while (tint < 255 && LightnessOf(to, tint + 1) >= wanted) tint++;
            blacks[black] = (byte)(tint < 255 && wanted - LightnessOf(to, tint + 1) < LightnessOf(to, tint) - wanted ? tint + 1 : tint);
        }

        blacks[255] = 255;
        return blacks;
    }

    private static double LightnessOf(LabTable table, int black) => table.Lab([0, 0, 0, black / 255.0]).L;
}
