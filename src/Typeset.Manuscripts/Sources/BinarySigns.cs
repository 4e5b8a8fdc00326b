using System.Text;

namespace Typeset.Manuscripts.Sources;

/// <summary>Kinds of file that are no text, known by their first bytes.</summary>
internal static class BinarySigns
{
    private static readonly (byte[] Sign, string Kind)[] Signs =
    [
        (Latin("%PDF-"), "PDF"), (Latin("PK\u0003\u0004"), "ZIP"), (Latin("PK\u0005\u0006"), "ZIP"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "DOC (Word 97–2003)"),
        (Latin("{\\rtf"), "RTF"), ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), (Latin("GIF8"), "GIF"), ([0x1F, 0x8B, 0x08], "GZIP"),
        (Latin("7z\u00BC\u00AF"), "7Z"), (Latin("Rar!"), "RAR"), (Latin("\u007FELF"), "ELF"), (Latin("SQLite format 3"), "SQLite"),
    ];

    /// <summary>The kind's name, or null where the file may be text.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var (sign, kind) in Signs)
        {
            if (bytes.StartsWith(sign)) return kind;
        }

        return null;
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
