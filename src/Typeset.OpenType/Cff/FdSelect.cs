namespace Typeset.OpenType.Cff;

/// <summary>Which Font DICT each glyph of a CID-keyed font takes its hints and subroutines from (Adobe Technical Note 5176, §19).</summary>
internal sealed class FdSelect
{
    /// <summary>All glyphs take the only Font DICT.</summary>
    public static readonly FdSelect Single = new([]);

    private readonly byte[] _dictOfGlyph;

    private FdSelect(byte[] dictOfGlyph) => _dictOfGlyph = dictOfGlyph;

    public int this[int glyph] => _dictOfGlyph.Length == 0 ? 0 : _dictOfGlyph[glyph];

    public static FdSelect Read(FontTable table, long offset, int glyphCount)
    {
        var reader = table.Reader;
        reader.SeekTo(offset);
        return reader.U8() switch
        {
            0 => new FdSelect(reader.Bytes(glyphCount).ToArray()),
            3 => new FdSelect(ReadRanges(ref reader, glyphCount)),
            var format => throw table.Broken($"FDSelect has the unknown format {format}"),
        };
    }

    private static byte[] ReadRanges(ref FontReader reader, int glyphCount)
    {
        var dicts = new byte[glyphCount];
        var count = reader.U16();
        var first = reader.U16();
        for (var i = 0; i < count; i++)
        {
            var dict = reader.U8();
            var next = reader.U16();
            if (next < first || next > glyphCount) throw reader.Broken("the ranges of FDSelect are out of order or beyond the last glyph");
            dicts.AsSpan(first, next - first).Fill(dict);
            first = next;
        }

        return dicts;
    }
}
