using System.Text;
using Typeset.OpenType.Subsetting;
using Typeset.OpenType.Tables;

namespace Typeset.OpenType.Desktop;

/// <summary>Writes the names of a desktop font in English for Windows, which all programs read (OpenType, "name").</summary>
internal static class NameTableWriter
{
    private const int Family = 1, Style = 2, Unique = 3, Full = 4, PostScript = 6;
    private const int WindowsPlatform = 3, UnicodeEncoding = 1, English = 0x409, HeaderSize = 6, RecordSize = 12;

    // Copyright, version, trademark, maker, designer, and the licence with its address go wherever the outlines go.
    private static readonly int[] Inherited = [0, 5, 7, 8, 9, 13, 14];

    public static ReadOnlyMemory<byte> Write(FontFace face, FontNames names)
    {
        var all = new SortedDictionary<int, string>
        {
            [Family] = names.Family,
            [Style] = names.Style,
            [Unique] = names.PostScript,
            [Full] = names.Style == "Regular" ? names.Family : names.Family + " " + names.Style,
            [PostScript] = names.PostScript,
        };
        foreach (var id in Inherited)
        {
            if (face.TryGetTable(Tag.Name, out var table) && NameTable.Find(new FontTable(table, Tag.Name, ""), id) is { Length: > 0 } name) all[id] = name;
        }

        return Write(all);
    }

    private static ReadOnlyMemory<byte> Write(SortedDictionary<int, string> names)
    {
        var writer = new FontWriter(1024);
        writer.U16(0); // version
        writer.U16(names.Count);
        writer.U16(HeaderSize + RecordSize * names.Count);
        var offset = 0;
        foreach (var (id, name) in names)
        {
            foreach (var value in (ReadOnlySpan<int>)[WindowsPlatform, UnicodeEncoding, English, id, 2 * name.Length, offset]) writer.U16(value);
            offset += 2 * name.Length;
        }

        foreach (var name in names.Values) writer.Bytes(Encoding.BigEndianUnicode.GetBytes(name));
        return writer.ToMemory();
    }
}
