namespace Typeset.OpenType.Tables;

/// <summary>Characters of all planes in groups (OpenType, "cmap", format 12).</summary>
internal sealed class GroupMap : CharacterMap
{
    private const int HeaderSize = 16, GroupSize = 12;

    private readonly FontTable _table;
    private readonly int _offset;
    private readonly int _groupCount;

    private GroupMap(FontTable table, int offset, int groupCount, int glyphCount)
        : base(glyphCount)
    {
        _table = table;
        _offset = offset;
        _groupCount = groupCount;
    }

    public static GroupMap Open(FontTable table, int offset, int glyphCount)
    {
        var reader = table.Reader.SliceFrom(offset);
        var groupCount = reader.U32At(12);
        reader.SeekTo(HeaderSize + (long)GroupSize * groupCount);
        return new GroupMap(table, offset, (int)groupCount, glyphCount);
    }

    // Groups that go back over what was covered end the walk, so that a page takes 256 steps at most in any file.
    private protected override void Fill(int first, Span<ushort> glyphs)
    {
        var reader = _table.Reader.SliceFrom(_offset);
        var (next, end) = ((uint)first, (uint)(first + glyphs.Length));
        for (var group = FirstEndingAtOrAfter(ref reader, next); group < _groupCount && next < end; group++)
        {
            var groupStart = StartOf(ref reader, group);
            var (start, last) = (Math.Max(next, groupStart), Math.Min(end - 1, EndOf(ref reader, group)));
            if (last < start) return;
            var glyph = reader.U32At(HeaderSize + GroupSize * group + 8);
            for (var code = start; code <= last; code++) glyphs[(int)(code - first)] = Narrow(glyph + (ulong)(code - groupStart));
            next = last + 1;
        }
    }

    private static ushort Narrow(ulong glyph) => glyph <= ushort.MaxValue ? (ushort)glyph : (ushort)0;

    private static uint StartOf(ref FontReader reader, int group) => reader.U32At(HeaderSize + GroupSize * group);

    private static uint EndOf(ref FontReader reader, int group) => reader.U32At(HeaderSize + GroupSize * group + 4);

    private int FirstEndingAtOrAfter(ref FontReader reader, uint code)
    {
        var (low, high) = (0, _groupCount);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (EndOf(ref reader, middle) < code) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
