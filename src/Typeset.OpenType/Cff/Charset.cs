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
}
