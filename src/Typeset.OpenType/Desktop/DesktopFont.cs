using System.Runtime.InteropServices;
using Typeset.OpenType.Desktop;
using Typeset.OpenType.Subsetting;
using Typeset.OpenType.Tables;

namespace Typeset.OpenType;

/// <summary>
/// Writes a face as a TrueType file that word processors can use: with names, a character map and its layout tables. Glyphs
/// keep their numbers, so that GSUB, GPOS and GDEF stay as they are; those left out have no outline. CFF outlines become
/// quadratic ones without hints, nowhere further than 1/1000 em from the original.
/// </summary>
public static class DesktopFont
{
    /// <summary>The file of some characters of a face, with the ligatures, composites and other glyphs they lead to.</summary>
    /// <param name="face">The face.</param>
    /// <param name="names">What the file calls itself.</param>
    /// <param name="characters">Unicode code points in any order; those that the face lacks are left out.</param>
    /// <returns>The file; the same bytes for the same face, names and characters.</returns>
    /// <exception cref="FontFormatException">The face, or one of the glyphs, is broken.</exception>
    public static FontFile Write(FontFace face, FontNames names, IEnumerable<int> characters)
    {
        var map = CharacterGlyph.Of(face, characters);
        return Assemble(face, names, GlyphClosure.Of(face, map), map);
    }

    /// <summary>The file of all characters and glyphs of a face.</summary>
    /// <inheritdoc cref="Write"/>
    public static FontFile WriteWhole(FontFace face, FontNames names)
    {
        var all = new bool[face.GlyphCount];
        Array.Fill(all, true);
        return Assemble(face, names, all, CharacterGlyph.AllOf(face));
    }

    /// <summary>How many bytes at the end are the same in all files of a face: the tables that no choice of characters changes. May be 0.</summary>
    public static int SharedLength(FontFace face) => SfntWriter.SizeOf(DesktopTables.SharedBy(face));

    /// <summary>How many glyphs of a file made here have an outline; blanks have none.</summary>
    public static int OutlinesIn(ReadOnlyMemory<byte> font)
    {
        var face = FontFace.Open(font);
        if (!face.TryGetTable(Tag.Loca, out var loca)) return 0;
        return loca.Length / (face.GlyphCount + 1) == sizeof(ushort) ? Steps(MemoryMarshal.Cast<byte, ushort>(loca.Span)) : Steps(MemoryMarshal.Cast<byte, uint>(loca.Span));
    }

    private static int Steps<T>(ReadOnlySpan<T> offsets) where T : unmanaged, IEquatable<T>
    {
        var steps = 0;
        for (var i = 1; i < offsets.Length; i++)
        {
            if (!offsets[i].Equals(offsets[i - 1])) steps++;
        }

        return steps;
    }

    private static FontFile Assemble(FontFace face, FontNames names, bool[] kept, CharacterGlyph[] map)
    {
        using var glyphs = GlyphData.Write(face, kept);
        using var tables = new DesktopTables(face, glyphs);
        SfntTable[] own =
        [
            new(Tag.Glyf, glyphs.Glyf),
            new(Tag.Loca, glyphs.Loca),
            new(Tag.Hmtx, tables.WriteMetrics(kept, out var metricCount)),
            new(Tag.Hhea, tables.WriteHhea(metricCount)),
            new(Tag.Head, tables.WriteHead(names)),
            new(Tag.Maxp, tables.WriteMaxp()),
            new(Tag.Cmap, CharacterMapWriter.Write(map)),
            new(Tag.Name, NameTableWriter.Write(face, names)),
            new(Tag.Os2, Os2Writer.Write(face, names, map)),
            new(Tag.Post, tables.WritePost()),
        ];
        return new(SfntWriter.Assemble([.. own.OrderBy(static table => table.Tag), .. DesktopTables.SharedBy(face)]));
    }
}

/// <summary>A font file in memory; disposed of, its bytes are given to the next.</summary>
public sealed class FontFile : IDisposable
{
    private readonly FontWriter _file;

    internal FontFile(FontWriter file) => _file = file;

    /// <summary>The bytes, which may be changed.</summary>
    public Memory<byte> Bytes => _file.ToMemory();

    public void Dispose() => _file.Dispose();
}
