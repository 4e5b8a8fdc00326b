using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Fonts;

/// <summary>The CMap that gives every CID its text (ISO 32000-1 §9.10.3).</summary>
internal static class ToUnicodeMap
{
    /// <summary>Entries a block (Adobe Technical Note #5014).</summary>
    private const int BlockLength = 100;

    /// <summary>What a glyph gives that never stood for a text by itself: a replacement character; its text is in <c>ActualText</c> wherever it is shown.</summary>
    private const string Unknown = "\uFFFD";

    public static ByteWriter Write(EmbeddedFont font)
    {
        var map = new ByteWriter(font.Count * 14 + 512);
        map.Raw("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """u8);
        for (var first = 0; first < font.Count; first += BlockLength) WriteBlock(map, font, first, Math.Min(first + BlockLength, font.Count));
        return map.Raw("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"u8);
    }

    private static void WriteBlock(ByteWriter map, EmbeddedFont font, int first, int end)
    {
        map.Integer(end - first).Raw("beginbfchar\n"u8);
        for (var cid = first; cid < end; cid++)
        {
            var text = font.TextOf(cid);
            map.Byte((byte)'<').Hex((char)cid).Raw("> <"u8).Utf16(IsNameable(text) ? text : Unknown).Raw(">\n"u8);
        }

        map.Raw("endbfchar\n"u8);
    }

    /// <summary>ISO 14289-1 §7.21.7.</summary>
    private static bool IsNameable(string text) => text.Length > 0 && text.AsSpan().IndexOfAny('\0', '\uFEFF', '\uFFFE') < 0;
}
