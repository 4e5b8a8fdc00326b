namespace Typeset.Pdf.Colour;

/// <summary>
/// From CIELAB to the inks of a press: a profile's <c>B2A1</c> (relative colorimetric), or <c>B2A0</c> where it has none. Tables of 8 and 16 bits
/// (ICC.1:2010 §10.8, §10.9) and the B-to-A form (§10.12) are read.
/// </summary>
internal sealed class CmykTable
{
    private const int Inks = 4;
    private const int LargestGrid = 64;

    private readonly ToneCurve[] _into;
    private readonly ToneCurve[] _outOf;
    private readonly float[] _grid;
    private readonly int[] _sides;
    private readonly LabScale _scale;

    private CmykTable(ToneCurve[] into, float[] grid, int[] sides, ToneCurve[] outOf, LabScale scale) =>
        (_into, _grid, _sides, _outOf, _scale) = (into, grid, sides, outOf, scale);

    /// <summary>How L* and a*, b* become [0, 1] (§6.3.4.2; the 16-bit tables keep the coding of version 2 for ever, §10.8).</summary>
    private readonly record struct LabScale(double Lightness, double Colour);

    public static CmykTable Of(IccProfile profile)
    {
        if (profile.ConnectionSpace != "Lab ") throw new IccFormatException("it does not connect through Lab");
        var bytes = profile.Tag("B2A1") ?? profile.Tag("B2A0") ?? throw new IccFormatException("it cannot tell inks from colours (no B2A table)");
        var tag = new IccReader(bytes.Span, "colour table");
        return tag.Signature(0) switch
        {
            "mft2" => ReadPlain(tag, wide: true),
            "mft1" => ReadPlain(tag, wide: false),
            "mBA " => ReadStaged(tag),
            _ => throw new IccFormatException("its colour table is of an unknown kind"),
        };
    }

    /// <summary>
    /// The inks of a colour, each in [0, 1], between the eight nearest points of the table. Trilinear: in Lab the greys run along one side of
    /// the cells, not along their diagonal, for which tetrahedra are made.
    /// </summary>
    public void Inkings(double lightness, double a, double b, Span<double> inks)
    {
        Span<double> place = [_into[0].At(lightness * _scale.Lightness), _into[1].At((a + 128) * _scale.Colour), _into[2].At((b + 128) * _scale.Colour)];
        Interpolate(place, inks);
        for (var i = 0; i < Inks; i++) inks[i] = _outOf[i].At(inks[i]);
    }

    private void Interpolate(Span<double> place, Span<double> inks)
    {
        Span<int> steps = [_sides[1] * _sides[2] * Inks, _sides[2] * Inks, Inks];
        var at = 0;
        for (var i = 0; i < 3; i++)
        {
            var scaled = place[i] * (_sides[i] - 1);
            var below = Math.Min((int)scaled, _sides[i] - 2);
            at += below * steps[i];
            place[i] = scaled - below;
        }

        inks.Clear();
        for (var corner = 0; corner < 8; corner++)
        {
            var (from, weight) = (at, 1.0);
            for (var i = 0; i < 3; i++)
            {
                var isFar = (corner >> i & 1) == 1;
                weight *= isFar ? place[i] : 1 - place[i];
                if (isFar) from += steps[i];
            }

            for (var ink = 0; ink < Inks; ink++) inks[ink] += weight * _grid[from + ink];
        }
    }

    /// <summary><c>mft1</c> and <c>mft2</c>; their matrix is for XYZ alone (§10.8).</summary>
    private static CmykTable ReadPlain(IccReader tag, bool wide)
    {
        RequireChannels(tag.Byte(8), tag.Byte(9));
        int side = tag.Byte(10), entriesIn = wide ? tag.UInt16(48) : 256, entriesOut = wide ? tag.UInt16(50) : 256;
        var size = wide ? 2 : 1;
        long at = wide ? 52 : 48;
        var into = ReadTables(tag, ref at, 3, entriesIn, wide);
        int[] sides = [side, side, side];
        var grid = ReadGrid(tag, at, sides, size);
        at += (long)grid.Length * size;
        var outOf = ReadTables(tag, ref at, Inks, entriesOut, wide);
        return new CmykTable(into, grid, sides, outOf, wide ? new(652.8 / 65535, 256.0 / 65535) : new(1 / 100.0, 1 / 255.0));
    }

    private static ToneCurve[] ReadTables(IccReader tag, ref long at, int count, int entries, bool wide)
    {
        var curves = new ToneCurve[count];
        for (var i = 0; i < count; i++, at += entries * (wide ? 2L : 1L)) curves[i] = ToneCurve.OfTable(tag, at, entries, wide);
        return curves;
    }

    /// <summary><c>mBA </c>: B curves, a matrix that profiles of presses leave out, the table, A curves.</summary>
    private static CmykTable ReadStaged(IccReader tag)
    {
        RequireChannels(tag.Byte(8), tag.Byte(9));
        long curves = tag.UInt32(12), matrix = tag.UInt32(16), table = tag.UInt32(24), last = tag.UInt32(28);
        if (matrix != 0 || table == 0 || last == 0) throw new IccFormatException("its colour table has a matrix, or no grid");
        int[] sides = [tag.Byte(table), tag.Byte(table + 1), tag.Byte(table + 2)];
        var size = tag.Byte(table + 16) == 1 ? 1 : 2;
        return new CmykTable(ReadCurves(tag, curves, 3), ReadGrid(tag, table + 20, sides, size), sides, ReadCurves(tag, last, Inks), new(1 / 100.0, 1 / 255.0));
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

    private static float[] ReadGrid(IccReader tag, long at, int[] sides, int size)
    {
        if (Array.Exists(sides, static s => s is < 2 or > LargestGrid)) throw new IccFormatException("the grid of its colour table makes no sense");
        var grid = new float[sides[0] * sides[1] * sides[2] * Inks];
        var bytes = tag.Take(at, (long)grid.Length * size);
        for (var i = 0; i < grid.Length; i++) grid[i] = size == 1 ? bytes[i] / 255f : ((bytes[i * 2] << 8) | bytes[i * 2 + 1]) / 65535f;
        return grid;
    }

    private static void RequireChannels(int into, int outOf)
    {
        if (into != 3 || outOf != Inks) throw new IccFormatException($"its colour table leads from {into} to {outOf} channels");
    }
}
