namespace Typeset.Shaping.Tables;

/// <summary>A set of glyph ids, a bit each.</summary>
internal sealed class GlyphSet
{
    private const int AllGlyphs = ushort.MaxValue + 1;

    private ulong[] _bits = [];
    private bool _hasAll;

    public bool Contains(int glyph)
    {
        var bits = _bits;
        var word = (uint)glyph >> 6;
        return word < (uint)bits.Length && (bits[word] >> (glyph & 63) & 1) != 0;
    }

    /// <summary>Adds the glyphs from <paramref name="first"/> to <paramref name="last"/>, both included; none if they are the wrong way round.</summary>
    public void Add(int first, int last)
    {
        if (last < first) return;
        if (last >> 6 >= _bits.Length) Array.Resize(ref _bits, (last >> 6) + 1);
        var (firstBits, lastBits) = (ulong.MaxValue << (first & 63), ulong.MaxValue >> (63 - (last & 63)));
        if (first >> 6 == last >> 6)
        {
            _bits[first >> 6] |= firstBits & lastBits;
            return;
        }

        _bits[first >> 6] |= firstBits;
        _bits.AsSpan((first >> 6) + 1, (last >> 6) - (first >> 6) - 1).Fill(ulong.MaxValue);
        _bits[last >> 6] |= lastBits;
    }

    public void Add(int glyph) => Add(glyph, glyph);

    /// <summary>Adds every glyph a font can have.</summary>
    public void AddAll()
    {
        if (_hasAll) return;
        _hasAll = true;
        _bits = new ulong[AllGlyphs >> 6];
        _bits.AsSpan().Fill(ulong.MaxValue);
    }

    public void AddAll(GlyphSet other)
    {
        if (other._bits.Length > _bits.Length) Array.Resize(ref _bits, other._bits.Length);
        for (var i = 0; i < other._bits.Length; i++) _bits[i] |= other._bits[i];
    }
}
