using Typeset.OpenType;

namespace Typeset.Shaping;

/// <summary>Gathers the glyphs of one or more stretches, whose faces it numbers; to be cleared and used again.</summary>
public sealed class ShapedTextBuilder
{
    private readonly List<FontFace> _faces = [];
    private ShapedGlyph[] _glyphs = new ShapedGlyph[256];

    public int Count { get; private set; }

    public ReadOnlySpan<ShapedGlyph> Glyphs => _glyphs.AsSpan(0, Count);

    /// <summary>The faces that <see cref="ShapedGlyph.Face"/> indexes, at most 256.</summary>
    public IReadOnlyList<FontFace> Faces => _faces;

    public void Clear()
    {
        Count = 0;
        _faces.Clear();
    }

    /// <summary>What has been gathered, as a value of its own.</summary>
    public ShapedText Build() => new(Glyphs.ToArray(), [.. _faces]);

    internal byte NumberOf(FontFace face)
    {
        var index = _faces.IndexOf(face);
        if (index >= 0) return (byte)index;
        if (_faces.Count > byte.MaxValue) throw new InvalidOperationException("A stretch of text has over 256 faces.");
        _faces.Add(face);
        return (byte)(_faces.Count - 1);
    }

    /// <summary>Room for <paramref name="count"/> more glyphs, to be written whole.</summary>
    internal Span<ShapedGlyph> Extend(int count)
    {
        if (Count + count > _glyphs.Length) Array.Resize(ref _glyphs, Math.Max(Count + count, _glyphs.Length * 2));
        var room = _glyphs.AsSpan(Count, count);
        Count += count;
        return room;
    }

    /// <summary>Takes back the last glyphs.</summary>
    internal void Shrink(int count) => Count -= count;
}
