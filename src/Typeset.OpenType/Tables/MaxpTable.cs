namespace Typeset.OpenType.Tables;

/// <summary>The maximum profile (OpenType, "maxp"); of it only the number of glyphs counts here, the rest is not to be trusted.</summary>
internal sealed record MaxpTable(int GlyphCount)
{
    public static MaxpTable Read(FontTable table)
    {
        var reader = table.Reader;
        reader.Skip(4); // version
        var count = reader.U16();
        return count > 0 ? new MaxpTable(count) : throw table.Broken("the font has no glyphs");
    }
}
