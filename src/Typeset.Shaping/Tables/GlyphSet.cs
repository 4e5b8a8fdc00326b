namespace Typeset.Shaping.Tables;

/// <summary>A set of glyph ids, a bit each.</summary>
internal sealed class GlyphSet
{
    private const int AllGlyphs = ushort.MaxValue + 1;

    private ulong[] _bits = [];

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
        for (var glyph = first; glyph <= last; glyph++) _bits[glyph >> 6] |= 1UL << (glyph & 63);
    }

    public void Add(int glyph) => Add(glyph, glyph);

    /// <summary>Adds every glyph a font can have.</summary>
    public void AddAll()
    {
        _bits = new ulong[AllGlyphs >> 6];
        _bits.AsSpan().Fill(ulong.MaxValue);
    }

    public void AddAll(GlyphSet other)
    {
        if (other._bits.Length > _bits.Length) Array.Resize(ref _bits, other._bits.Length);
        for (var i = 0; i < other._bits.Length; i++) _bits[i] |= other._bits[i];
    }
}
