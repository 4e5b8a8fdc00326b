namespace Typeset.Pdf.Colour;

/// <summary>
/// A colour table of a profile, from some channels to others, all in [0, 1]: curves, a grid between whose points colours lie, curves. Tables of 8
/// and 16 bits (ICC.1:2010 §10.8, §10.9), and the A-to-B and B-to-A forms (§10.10, §10.11) without a matrix, which profiles of presses leave out.
/// </summary>
internal sealed class ColourGrid
{
    private const int LargestSide = 64;

    /// <summary>Tables of presses have 17 to 33 points for each of four inks.</summary>
    private const long MostSamples = 5_000_000;

    private readonly ToneCurve[] _into;
    private readonly ToneCurve[] _outOf;
    private readonly float[] _grid;
    private readonly int[] _sides;

    private ColourGrid(ToneCurve[] into, float[] grid, int[] sides, ToneCurve[] outOf) => (_into, _grid, _sides, _outOf) = (into, grid, sides, outOf);

    /// <summary>Whether Lab is coded as in version 2 with 16 bits, where 65280 is the full range (§10.8, §6.3.4.2).</summary>
    public bool HasLegacyLab { get; private init; }

    /// <summary>Reads a table from so many channels to so many.</summary>
    /// <exception cref="IccFormatException">It is broken, of an unknown kind, or for other channels.</exception>
    public static ColourGrid Read(ReadOnlyMemory<byte> bytes, int from, int to)
    {
        var tag = new IccReader(bytes.Span, "colour table");
        if (tag.Byte(8) != from || tag.Byte(9) != to) throw new IccFormatException($"its colour table leads from {tag.Byte(8)} to {tag.Byte(9)} channels");
        return tag.Signature(0) switch
        {
            "mft2" => ReadPlain(tag, from, to, wide: true),
            "mft1" => ReadPlain(tag, from, to, wide: false),
            "mBA " => ReadStaged(tag, from, to, into: 12, outOf: 28),
            "mAB " => ReadStaged(tag, from, to, into: 28, outOf: 12),
            _ => throw new IccFormatException("its colour table is of an unknown kind"),
        };
    }

    /// <summary>
    /// The colour of some channels, between the nearest points of the table. Linear in every channel: in Lab the greys run along one side of the
    /// cells, not along their diagonal, for which tetrahedra are made.
    /// </summary>
    public void Map(Span<double> channels, Span<double> result)
    {
        for (var i = 0; i < channels.Length; i++) channels[i] = _into[i].At(channels[i]);
        Interpolate(channels, result);
        for (var i = 0; i < result.Length; i++) result[i] = _outOf[i].At(result[i]);
    }

    private void Interpolate(Span<double> place, Span<double> result)
    {
        Span<int> steps = stackalloc int[place.Length];
        var (at, step) = (0, result.Length);
        for (var i = place.Length - 1; i >= 0; step *= _sides[i], i--)
        {
            var scaled = place[i] * (_sides[i] - 1);
            var below = Math.Min((int)scaled, _sides[i] - 2);
            steps[i] = step;
            at += below * step;
            place[i] = scaled - below;
        }

        result.Clear();
        for (var corner = 0; corner < 1 << place.Length; corner++)
        {
            var (from, weight) = (at, 1.0);
            for (var i = 0; i < place.Length; i++)
            {
                var isFar = (corner >> i & 1) == 1;
                weight *= isFar ? place[i] : 1 - place[i];
                if (isFar) from += steps[i];
            }

            if (weight == 0) continue;
            for (var i = 0; i < result.Length; i++) result[i] += weight * _grid[from + i];
        }
    }

    /// <summary><c>mft1</c> and <c>mft2</c>; their matrix is for XYZ alone (§10.8).</summary>
    private static ColourGrid ReadPlain(IccReader tag, int from, int to, bool wide)
    {
        int entriesIn = wide ? tag.UInt16(48) : 256, entriesOut = wide ? tag.UInt16(50) : 256;
        var size = wide ? 2 : 1;
        long at = wide ? 52 : 48;
        var into = ReadTables(tag, ref at, from, entriesIn, wide);
        var sides = new int[from];
        Array.Fill(sides, tag.Byte(10));
        var grid = ReadGrid(tag, at, sides, to, size);
        at += (long)grid.Length * size;
        return new ColourGrid(into, grid, sides, ReadTables(tag, ref at, to, entriesOut, wide)) { HasLegacyLab = wide };
    }

    private static ToneCurve[] ReadTables(IccReader tag, ref long at, int count, int entries, bool wide)
    {
        var curves = new ToneCurve[count];
        for (var i = 0; i < count; i++, at += entries * (wide ? 2L : 1L)) curves[i] = ToneCurve.OfTable(tag, at, entries, wide);
        return curves;
    }

    /// <summary><c>mAB </c> and <c>mBA </c>: where their first and last curves are told differs.</summary>
    private static ColourGrid ReadStaged(IccReader tag, int from, int to, int into, int outOf)
    {
        long first = tag.UInt32(into), matrix = tag.UInt32(16), table = tag.UInt32(24), last = tag.UInt32(outOf);
        if (matrix != 0 || table == 0 || first == 0 || last == 0) throw new IccFormatException("its colour table has a matrix, or no grid");
        var sides = new int[from];
        for (var i = 0; i < from; i++) sides[i] = tag.Byte(table + i);
        var size = tag.Byte(table + 16) == 1 ? 1 : 2;
        return new ColourGrid(ReadCurves(tag, first, from), ReadGrid(tag, table + 20, sides, to, size), sides, ReadCurves(tag, last, to));
    }

    private static ToneCurve[] ReadCurves(IccReader tag, long at, int count)
    {
        var curves = new ToneCurve[count];
        for (var i = 0; i < count; i++)
        {
            curves[i] = ToneCurve.Read(tag, at, out var length);
            at += (length + 3) & ~3L;
        }

        return curves;
    }

    private static float[] ReadGrid(IccReader tag, long at, int[] sides, int channels, int size)
    {
        var samples = sides.Aggregate((long)channels, static (product, side) => side is < 2 or > LargestSide ? throw new IccFormatException("the grid of its colour table makes no sense") : product * side);
        if (samples > MostSamples) throw new IccFormatException("the grid of its colour table makes no sense");
        var bytes = tag.Take(at, samples * size);
        var grid = new float[samples];
        for (var i = 0; i < grid.Length; i++) grid[i] = size == 1 ? bytes[i] / 255f : ((bytes[i * 2] << 8) | bytes[i * 2 + 1]) / 65535f;
        return grid;
    }
}
