namespace Typeset.Shaping.Tables;

/// <summary>The glyphs that a subtable applies to, each with its index (OpenType 1.9.1 common table formats, Coverage).</summary>
internal sealed class Coverage
{
    private const int HeaderSize = 4;
    private const int RangeSize = 6;

    private readonly TableBytes _bytes;
    private readonly bool _ranges;
    private readonly int _count;

    public Coverage(TableBytes bytes)
    {
        _bytes = bytes;
        _ranges = bytes.U16(0) switch
        {
            1 => false,
            2 => true,
            var format => throw bytes.Broken($"coverage format {format} is not 1 or 2"),
        };
        _count = bytes.U16(2);
        bytes.Require(HeaderSize, (long)_count * (_ranges ? RangeSize : 2));
    }

    public bool Contains(int glyph) => IndexOf(glyph) >= 0;

    /// <summary>The glyph's coverage index, or −1.</summary>
    public int IndexOf(int glyph)
    {
        var reader = _bytes.Reader;
        int low = 0, high = _count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var at = HeaderSize + middle * (_ranges ? RangeSize : 2);
            int first = reader.U16At(at);
            if (glyph < first) high = middle - 1;
            else if (glyph > (_ranges ? reader.U16At(at + 2) : first)) low = middle + 1;
            else return _ranges ? reader.U16At(at + 4) + glyph - first : middle;
        }

        return -1;
    }

    /// <summary>Adds the glyphs; entries out of order, which a font may not have, are passed over so that no glyph is added twice.</summary>
    public void AddTo(GlyphSet set)
    {
        _bytes.Spend(_count);
        var next = 0;
        for (var i = 0; i < _count; i++)
        {
            var (first, last) = EntryAt(i);
            set.Add(Math.Max(first, next), last);
            next = Math.Max(next, last + 1);
        }
    }

    private (int First, int Last) EntryAt(int index)
    {
        if (_ranges) return (_bytes.U16(HeaderSize + index * RangeSize), _bytes.U16(HeaderSize + index * RangeSize + 2));
        var glyph = _bytes.U16(HeaderSize + index * 2);
        return (glyph, glyph);
    }
}
