namespace Typeset.Shaping.Tables;

/// <summary>Glyphs of characters with a variation selector (OpenType 1.9.1 cmap format 14).</summary>
internal sealed class VariationSequences
{
    private const int RecordSize = 11;

    private readonly TableBytes? _bytes;
    private readonly int _count;

    /// <param name="cmap">The whole cmap table.</param>
    public VariationSequences(TableBytes cmap)
    {
        var count = cmap.U16(2);
        for (var i = 0; i < count; i++)
        {
            if (cmap.U16(4 + i * 8) != 0 || cmap.U16(6 + i * 8) != 5) continue;
            var bytes = cmap.From(cmap.U32(8 + i * 8));
            if (bytes.U16(0) != 14) continue;
            (_bytes, _count) = (bytes, (int)Math.Min(bytes.U32(6), bytes.Length / RecordSize));
            return;
        }
    }

    /// <summary>The variant's glyph: null where the face does not know the sequence, 0 where the plain glyph is it.</summary>
    public int? GlyphOf(int codePoint, int selector)
    {
        if (_bytes is not { } bytes) return null;
        for (var i = 0; i < _count; i++)
        {
            var at = 10 + i * RecordSize;
            if (U24(bytes, at) != selector) continue;
            if (bytes.U32(at + 3) is var plain and not 0 && IsPlain(bytes.From(plain), codePoint)) return 0;
            return bytes.U32(at + 7) is var other and not 0 ? Variant(bytes.From(other), codePoint) : null;
        }

        return null;
    }

    private static bool IsPlain(TableBytes ranges, int codePoint)
    {
        int low = 0, high = (int)Math.Min(ranges.U32(0), int.MaxValue / 4) - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var first = U24(ranges, 4 + middle * 4);
            if (codePoint < first) high = middle - 1;
            else if (codePoint > first + (ranges.U16(4 + middle * 4 + 2) & 0xFF)) low = middle + 1;
            else return true;
        }

        return false;
    }

    private static int? Variant(TableBytes mappings, int codePoint)
    {
        int low = 0, high = (int)Math.Min(mappings.U32(0), int.MaxValue / 5) - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var at = 4 + middle * 5;
            var mapped = U24(mappings, at);
            if (mapped == codePoint) return mappings.U16(at + 3);
            if (mapped < codePoint) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    private static int U24(TableBytes bytes, int at) => bytes.U16(at) << 8 | bytes.U16(at + 1) & 0xFF;
}
