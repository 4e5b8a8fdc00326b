namespace Typeset.OpenType.Cff;

/// <summary>An array of byte strings (Adobe Technical Note 5176, §5). Only its end is checked when it is read; an item when it is asked for.</summary>
internal readonly struct CffIndex
{
    private readonly FontTable _table;
    private readonly int _offsets, _offsetSize;

    private CffIndex(FontTable table, int offsets, int count, int offsetSize)
    {
        _table = table;
        _offsets = offsets;
        _offsetSize = offsetSize;
        Count = count;
    }

    public int Count { get; }

    /// <summary>An index without items, where a font leaves one out.</summary>
    public static CffIndex Empty(FontTable table) => new(table, 0, 0, 1);

    /// <summary>Reads the index at the reader's place and goes to its end.</summary>
    public static CffIndex Read(FontTable table, ref FontReader reader)
    {
        var count = reader.U16();
        if (count == 0) return Empty(table);
        var offsetSize = reader.U8();
        if (offsetSize is < 1 or > 4) throw reader.Broken($"an INDEX has offsets of {offsetSize} bytes");
        var index = new CffIndex(table, reader.Position, count, offsetSize);
        reader.SeekTo(index.DataStart);
        reader.SeekTo(index.DataStart + index.OffsetAt(ref reader, count));
        return index;
    }

    public static CffIndex ReadAt(FontTable table, long offset)
    {
        var reader = table.Reader;
        reader.SeekTo(offset);
        return Read(table, ref reader);
    }

    public ReadOnlySpan<byte> this[int item]
    {
        get
        {
            var reader = _table.Reader;
            if ((uint)item >= (uint)Count) throw reader.Broken($"an INDEX of {Count} items has no item {item}");
            var (start, end) = (OffsetAt(ref reader, item), OffsetAt(ref reader, item + 1));
            if (end < start) throw reader.Broken("an item of an INDEX ends before it begins");
            reader.SeekTo(DataStart + start);
            return reader.Bytes((int)Math.Min(end - start, int.MaxValue));
        }
    }

    private long DataStart => _offsets + (Count + 1L) * _offsetSize;

    // Offsets count from the byte before the data.
    private long OffsetAt(ref FontReader reader, int item)
    {
        var at = _offsets + item * _offsetSize;
        uint offset = 0;
        for (var i = 0; i < _offsetSize; i++) offset = offset << 8 | reader.U8At(at + i);
        return offset == 0 ? throw reader.Broken("an INDEX has an offset of 0") : offset - 1L;
    }
}
