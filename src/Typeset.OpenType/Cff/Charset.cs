namespace Typeset.OpenType.Cff;

/// <summary>Which name (or CID) each glyph has (Adobe Technical Note 5176, §13).</summary>
internal static class Charset
{
    private const int IsoAdobe = 0, LastPredefined = 2;

    /// <summary>The glyph with a name; −1 where no glyph has it or the charset is one of the Expert ones, which hold no plain letters.</summary>
    public static int GlyphOfName(FontTable table, int offset, int name, int glyphCount)
    {
        if (name == 0) return 0;
        if (offset == IsoAdobe) return name < glyphCount ? name : -1;
        if (offset <= LastPredefined) return -1;
        var reader = table.Reader;
        reader.SeekTo(offset);
        var format = reader.U8();
        for (var glyph = 1; glyph < glyphCount;)
        {
            int first = reader.U16();
            var more = format switch { 0 => 0, 1 => reader.U8(), 2 => reader.U16(), _ => throw reader.Broken($"the charset has the unknown format {format}") };
            if (name >= first && name <= first + more) return glyph + name - first < glyphCount ? glyph + name - first : -1;
            glyph += more + 1;
        }

        return -1;
    }

    /// <summary>The glyph of each CID; 0 where a CID has none.</summary>
    public static int[] ReadCids(FontTable table, int offset, int glyphCount)
    {
        if (offset <= LastPredefined) return [.. Enumerable.Range(0, glyphCount)];
        var glyphs = new int[ushort.MaxValue + 1];
        var reader = table.Reader;
        reader.SeekTo(offset);
        var format = reader.U8();
        for (var glyph = 1; glyph < glyphCount;)
        {
            int cid = reader.U16();
            var last = cid + format switch { 0 => 0, 1 => reader.U8(), 2 => reader.U16(), _ => throw reader.Broken($"the charset has the unknown format {format}") };
            for (; cid <= last && glyph < glyphCount; cid++, glyph++)
            {
                if (cid <= ushort.MaxValue) glyphs[cid] = glyph;
            }
        }

        return glyphs;
    }
}
