namespace Typeset.Shaping.Runs;

/// <summary>The glyphs of one run while it is shaped; reused from run to run.</summary>
internal sealed class GlyphBuffer
{
    private BufferGlyph[] _items = new BufferGlyph[64];
    private byte _lastLigature;

    public int Count { get; private set; }

    /// <summary>Whether any character is outside ASCII: most checks are needless without one.</summary>
    public bool HasNonAscii { get; set; }

    public Span<BufferGlyph> Items => _items.AsSpan(0, Count);

    public ref BufferGlyph this[int index] => ref _items[index];

    public void Clear()
    {
        Count = 0;
        HasNonAscii = false;
        _lastLigature = 0;
    }

    public void Add(in BufferGlyph glyph)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = glyph;
    }

    /// <summary>Puts in <paramref name="count"/> copies of the glyph at <paramref name="index"/> after it.</summary>
    public void Repeat(int index, int count)
    {
        while (Count + count > _items.Length) Array.Resize(ref _items, _items.Length * 2);
        Array.Copy(_items, index + 1, _items, index + 1 + count, Count - index - 1);
        _items.AsSpan(index + 1, count).Fill(_items[index]);
        Count += count;
    }

    public void RemoveAt(int index)
    {
        Array.Copy(_items, index + 1, _items, index, Count - index - 1);
        Count--;
    }

    /// <summary>Makes one cluster of <c>[start, end)</c> and of the clusters that it cuts.</summary>
    public void MergeClusters(int start, int end)
    {
        if (end - start < 2) return;
        var cluster = _items[start].Cluster;
        for (var i = start + 1; i < end; i++) cluster = Math.Min(cluster, _items[i].Cluster);
        while (end < Count && _items[end].Cluster == _items[end - 1].Cluster) end++;
        while (start > 0 && _items[start - 1].Cluster == _items[start].Cluster) start--;
        for (var i = start; i < end; i++) _items[i].Cluster = cluster;
    }

    /// <summary>A number that no other ligature near has; they come round after 255.</summary>
    public byte NextLigature()
    {
        if (++_lastLigature == 0) _lastLigature = 1;
        return _lastLigature;
    }

    public void SortByCombiningClass(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            var j = i;
            while (j > start && _items[j - 1].CombiningClass > _items[i].CombiningClass) j--;
            if (j == i) continue;
            MergeClusters(j, i + 1);
            var moved = _items[i];
            Array.Copy(_items, j, _items, j + 1, i - j);
            _items[j] = moved;
        }
    }
}
