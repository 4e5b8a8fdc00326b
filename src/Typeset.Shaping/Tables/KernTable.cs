using System.Collections.Immutable;

namespace Typeset.Shaping.Tables;

/// <summary>The kern table of fonts older than GPOS: horizontal pairs (OpenType 1.9.1 kern, format 0).</summary>
internal sealed class KernTable
{
    private const int HeaderSize = 4;
    private const int SubtableHeaderSize = 14;
    private const int PairSize = 6;
    private const int Horizontal = 1;
    private const int CrossStream = 4;

    private readonly ImmutableArray<TableBytes> _pairs;

    public KernTable(TableBytes bytes)
    {
        var pairs = ImmutableArray.CreateBuilder<TableBytes>();
        var count = bytes.U16(0) == 0 ? bytes.U16(2) : 0;
        for (long at = HeaderSize; count > 0; count--)
        {
            var subtable = bytes.From(at);
            bytes.Spend(1);
            var (length, coverage) = (subtable.U16(2), subtable.U16(4));
            if (coverage >> 8 == 0 && (coverage & Horizontal) != 0 && (coverage & CrossStream) == 0) pairs.Add(subtable);
            at += Math.Max((int)length, HeaderSize);
        }

        _pairs = pairs.ToImmutable();
    }

    /// <summary>The subtables that hold pairs, in order.</summary>
    public int Count => _pairs.Length;

    /// <summary>How much closer (negative) or farther two glyphs stand, in font units.</summary>
    public int Kerning(int subtable, int first, int second)
    {
        var bytes = _pairs[subtable];
        var key = (uint)first << 16 | (uint)second;
        int low = 0, high = bytes.U16(6) - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var at = SubtableHeaderSize + middle * PairSize;
            var pair = bytes.U32(at);
            if (pair == key) return bytes.S16(at + 4);
            if (pair < key) low = middle + 1;
            else high = middle - 1;
        }

        return 0;
    }

    /// <summary>Adds the glyphs that stand in any pair.</summary>
    public void CollectGlyphs(GlyphSet firsts, GlyphSet seconds)
    {
        foreach (var bytes in _pairs)
        {
            bytes.Spend(bytes.U16(6));
            for (int i = 0, count = bytes.U16(6); i < count; i++)
            {
                firsts.Add(bytes.U16(SubtableHeaderSize + i * PairSize));
                seconds.Add(bytes.U16(SubtableHeaderSize + i * PairSize + 2));
            }
        }
    }
}
