using System.Numerics;
using Typeset.Shaping.Runs;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>Which values an adjustment holds (OpenType 1.9.1 GPOS ValueFormat); vertical advances and device corrections are passed over.</summary>
internal readonly record struct ValueFormat(int Bits)
{
    /// <summary>Bytes of one record.</summary>
    public int Size => 2 * BitOperations.PopCount((uint)(Bits & 0xFF));

    public Adjustment Read(TableBytes bytes, int at)
    {
        int x = 0, y = 0, advance = 0;
        if ((Bits & 1) != 0) x = Next(bytes, ref at);
        if ((Bits & 2) != 0) y = Next(bytes, ref at);
        if ((Bits & 4) != 0) advance = Next(bytes, ref at);
        return new Adjustment(x, y, advance);
    }

    private static int Next(TableBytes bytes, ref int at)
    {
        var value = bytes.S16(at);
        at += 2;
        return value;
    }
}

/// <summary>How a glyph is moved and its advance changed, in font units; x to the right, y upwards.</summary>
internal readonly record struct Adjustment(int X, int Y, int Advance)
{
    public bool IsNone => this == default;

    public void ApplyTo(ref BufferGlyph glyph)
    {
        glyph.XOffset += X;
        glyph.YOffset += Y;
        glyph.Advance += Advance;
    }
}
