namespace Typeset.OpenType.Subsetting;

/// <summary>Collects the items of an INDEX and writes it (Adobe Technical Note 5176, §5).</summary>
internal sealed class CffIndexWriter(int capacity = 256)
{
    private readonly FontWriter _data = new(capacity);
    private readonly List<int> _ends = [];

    public int Count => _ends.Count;

    public void Add(ReadOnlySpan<byte> item)
    {
        _data.Bytes(item);
        EndItem();
    }

    /// <summary>For an item written piece by piece: write to this, then call <see cref="EndItem"/>.</summary>
    public FontWriter Item => _data;

    public void EndItem() => _ends.Add(_data.Length);

    public void WriteTo(FontWriter writer)
    {
        writer.U16(Count);
        if (Count == 0) return;
        var offsetSize = (_data.Length + 1) switch { <= 0xFF => 1, <= 0xFFFF => 2, <= 0xFFFFFF => 3, _ => 4 };
        writer.U8(offsetSize);
        writer.Unsigned(1, offsetSize);
        foreach (var end in _ends) writer.Unsigned((uint)end + 1, offsetSize);
        writer.Bytes(_data.Written);
    }
}
