using System.Text;

namespace Typeset.OpenType.Tables;

/// <summary>The names of a face (OpenType, "name"); English where the font has them in several languages.</summary>
internal sealed record NameTable(string PostScript, string Family, string Subfamily, string Menu)
{
    private const int FamilyId = 1, SubfamilyId = 2, PostScriptId = 6, TypographicFamilyId = 16, TypographicSubfamilyId = 17;
    private const int UnicodePlatform = 0, MacintoshPlatform = 1, WindowsPlatform = 3, WindowsEnglish = 0x409;

    public static readonly NameTable Absent = new("", "", "", "");

    public static NameTable Read(FontTable table) => new(
        Find(table, PostScriptId) ?? "",
        Find(table, TypographicFamilyId) ?? Find(table, FamilyId) ?? "",
        Find(table, TypographicSubfamilyId) ?? Find(table, SubfamilyId) ?? "",
        Find(table, FamilyId) ?? Find(table, TypographicFamilyId) ?? "");

    private readonly record struct Entry(int Platform, int Language, int Length, int Offset);

    /// <summary>The name of an id, English before others, or null where the font has none.</summary>
    public static string? Find(FontTable table, int id)
    {
        var reader = table.Reader;
        reader.Skip(2); // version
        var (count, storage) = (reader.U16(), reader.U16());
        Entry? best = null;
        for (var i = 0; i < count; i++)
        {
            if (ReadEntry(ref reader, id) is { } entry && Rank(entry) > (best is { } b ? Rank(b) : 0)) best = entry;
        }

        return best is { } found ? Decode(reader.Slice(storage + found.Offset, found.Length).Bytes(found.Length), found.Platform) : null;
    }

    private static Entry? ReadEntry(ref FontReader reader, int id)
    {
        var platform = reader.U16();
        reader.Skip(2); // encoding
        var language = reader.U16();
        var found = reader.U16() == id;
        var entry = new Entry(platform, language, reader.U16(), reader.U16());
        return found ? entry : null;
    }

    private static int Rank(Entry entry) => entry switch
    {
        { Platform: WindowsPlatform, Language: WindowsEnglish } => 5,
        { Platform: UnicodePlatform } => 4,
        { Platform: WindowsPlatform } => 3,
        { Platform: MacintoshPlatform, Language: 0 } => 2,
        _ => 1,
    };

    // Macintosh names in the script of the font's own country are taken for Latin: no shipped or system face has only those.
    private static string Decode(ReadOnlySpan<byte> bytes, int platform) =>
        (platform == MacintoshPlatform ? Encoding.Latin1 : Encoding.BigEndianUnicode).GetString(bytes);
}
