namespace Typeset.OpenType.Tables;

/// <summary>Characters of the basic plane in segments (OpenType, "cmap", format 4).</summary>
internal sealed class SegmentMap : CharacterMap
{
    private const int HeaderSize = 14;

    private readonly FontTable _table;
    private readonly int _offset;
    private readonly int _segmentCount;

    private SegmentMap(FontTable table, int offset, int segmentCount, int glyphCount)
        : base(glyphCount)
    {
        _table = table;
        _offset = offset;
        _segmentCount = segmentCount;
    }

    public static SegmentMap Open(FontTable table, int offset, int glyphCount)
    {
        var reader = table.Reader.SliceFrom(offset);
        var segmentCount = reader.U16At(6) / 2;
        reader.SeekTo(HeaderSize + 8L * segmentCount + 2); // the four arrays must be there; the subtable's own length is not trusted
        return new SegmentMap(table, offset, segmentCount, glyphCount);
    }

    private int EndCodes => HeaderSize;
    private int StartCodes => EndCodes + 2 * _segmentCount + 2;
    private int Deltas => StartCodes + 2 * _segmentCount;
    private int RangeOffsets => Deltas + 2 * _segmentCount;

    // Segments that go back over what was covered end the walk, so that a page takes 256 steps at most in any file.
    private protected override void Fill(int first, Span<ushort> glyphs)
    {
        if (first > 0xFFFF) return;
        var reader = _table.Reader.SliceFrom(_offset);
        var (next, end) = (first, first + glyphs.Length);
        for (var segment = FirstEndingAtOrAfter(ref reader, first); segment < _segmentCount && next < end; segment++)
        {
            var start = Math.Max(next, reader.U16At(StartCodes + 2 * segment));
            var last = Math.Min(end - 1, reader.U16At(EndCodes + 2 * segment));
            if (last < start) return;
            FillSegment(ref reader, segment, start, glyphs.Slice(start - first, last - start + 1));
            next = last + 1;
        }
    }

    private void FillSegment(ref FontReader reader, int segment, int first, Span<ushort> glyphs)
    {
        var delta = reader.U16At(Deltas + 2 * segment);
        var rangeOffset = reader.U16At(RangeOffsets + 2 * segment);
        if (rangeOffset == 0xFFFF) return; // the closing segment of many old fonts points nowhere
        if (rangeOffset != 0) FillFromArray(ref reader, RangeOffsets + 2 * segment + rangeOffset + 2 * (first - reader.U16At(StartCodes + 2 * segment)), delta, glyphs);
        else for (var i = 0; i < glyphs.Length; i++) glyphs[i] = (ushort)(first + i + delta);
    }

    // An array that goes beyond the table lacks its last characters only.
    private static void FillFromArray(ref FontReader reader, int offset, int delta, Span<ushort> glyphs)
    {
        for (var i = 0; i < glyphs.Length && offset + 2 * i + 2 <= reader.Length; i++)
        {
            if (reader.U16At(offset + 2 * i) is var glyph and not 0) glyphs[i] = (ushort)(glyph + delta);
        }
    }

    private int FirstEndingAtOrAfter(ref FontReader reader, int code)
    {
        var (low, high) = (0, _segmentCount);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (reader.U16At(EndCodes + 2 * middle) < code) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
