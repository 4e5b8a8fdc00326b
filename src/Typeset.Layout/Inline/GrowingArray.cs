using System.Runtime.CompilerServices;

namespace Typeset.Layout.Inline;

/// <summary>An array that is filled from the start, emptied and filled again, so that one paragraph after the other needs no memory of its own.</summary>
internal sealed class GrowingArray<T>
{
    private T[] _items = new T[256];

    public int Count { get; private set; }

    public Span<T> Span => _items.AsSpan(0, Count);

    public ref T this[int index] => ref _items[index];

    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add()
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        return ref _items[Count++];
    }

    public void Add(T item) => Add() = item;

    /// <summary>Makes room for so many items more and gives it, uncleared.</summary>
    public Span<T> AddRange(int count)
    {
        if (Count + count > _items.Length) Array.Resize(ref _items, Math.Max(_items.Length * 2, Count + count));
        Count += count;
        return _items.AsSpan(Count - count, count);
    }
}
