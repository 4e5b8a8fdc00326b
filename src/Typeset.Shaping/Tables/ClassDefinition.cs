namespace Typeset.Shaping.Tables;

/// <summary>Glyphs sorted into numbered classes; those not named are of class 0 (OpenType 1.9.1 common table formats, ClassDef).</summary>
internal sealed class ClassDefinition
{
    private const int ArrayHeaderSize = 6;
    private const int RangesHeaderSize = 4;
    private const int RangeSize = 6;

    private readonly TableBytes _bytes;
    private readonly bool _ranges;
    private readonly int _first;
    private readonly int _count;

    public ClassDefinition(TableBytes bytes)
    {
        _bytes = bytes;
        _ranges = bytes.U16(0) switch
        {
            1 => false,
            2 => true,
            var format => throw bytes.Broken($"class definition format {format} is not 1 or 2"),
        };
        _first = _ranges ? 0 : bytes.U16(2);
        _count = bytes.U16(_ranges ? 2 : 4);
        if (_ranges) bytes.Require(RangesHeaderSize, (long)_count * RangeSize);
        else bytes.Require(ArrayHeaderSize, (long)_count * 2);
    }

    public int ClassOf(int glyph)
    {
        if (_ranges) return ClassInRanges(glyph);
        return glyph >= _first && glyph < _first + _count ? _bytes.U16(ArrayHeaderSize + (glyph - _first) * 2) : 0;
    }

    /// <summary>Adds every glyph that is named, in order; ranges out of order are passed over.</summary>
    public void AddTo(GlyphSet set)
    {
        _bytes.Spend(_count);
        if (!_ranges && _count > 0) set.Add(_first, Math.Min(_first + _count - 1, ushort.MaxValue));
        var next = 0;
        for (var i = 0; _ranges && i < _count; i++)
        {
            var at = RangesHeaderSize + i * RangeSize;
            int last = _bytes.U16(at + 2);
            set.Add(Math.Max(_bytes.U16(at), next), last);
            next = Math.Max(next, last + 1);
        }
    }

    /// <summary>The class of each glyph from 0 to the last named, where every glyph of a run is asked for; classes over 255 count as 0.</summary>
    public byte[] Spread()
    {
        var classes = new byte[LastNamed() + 1];
        for (var i = 0; !_ranges && i < _count && _first + i < classes.Length; i++) classes[_first + i] = Narrow(_bytes.U16(ArrayHeaderSize + i * 2));
        var next = 0;
        for (var i = 0; _ranges && i < _count; i++)
        {
            var at = RangesHeaderSize + i * RangeSize;
            var (first, last) = (Math.Max(_bytes.U16(at), next), (int)_bytes.U16(at + 2));
            if (last < first) continue;
            classes.AsSpan(first..(last + 1)).Fill(Narrow(_bytes.U16(at + 4)));
            next = last + 1;
        }

        return classes;
    }

    private static byte Narrow(int value) => value <= byte.MaxValue ? (byte)value : (byte)0;

    private int LastNamed()
    {
        if (!_ranges) return Math.Min(_first + _count - 1, ushort.MaxValue);
        var last = -1;
        for (var i = 0; i < _count; i++) last = Math.Max(last, _bytes.U16(RangesHeaderSize + i * RangeSize + 2));
        return last;
    }

    private int ClassInRanges(int glyph)
    {
        var reader = _bytes.Reader;
        int low = 0, high = _count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var at = RangesHeaderSize + middle * RangeSize;
            if (glyph < reader.U16At(at)) high = middle - 1;
            else if (glyph > reader.U16At(at + 2)) low = middle + 1;
            else return reader.U16At(at + 4);
        }

        return 0;
    }
}
