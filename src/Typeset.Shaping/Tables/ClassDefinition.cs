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

    private int ClassInRanges(int glyph)
    {
        int low = 0, high = _count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var at = RangesHeaderSize + middle * RangeSize;
            if (glyph < _bytes.U16(at)) high = middle - 1;
            else if (glyph > _bytes.U16(at + 2)) low = middle + 1;
            else return _bytes.U16(at + 4);
        }

        return 0;
    }
}
