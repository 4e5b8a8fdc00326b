using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType.Desktop;

/// <summary>Writes the tables of measures, for glyphs under their old numbers. Disposed of, the largest of them is no more.</summary>
internal sealed class DesktopTables(FontFace face, GlyphData glyphs) : IDisposable
{
    private const int HeadSize = 54, HheaSize = 36, PostSize = 32, PostWithoutNames = 0x00030000, MaxpVersion = 0x00010000;

    private FontWriter? _metrics;

    private static readonly Tag[] Shared =
    [
        Tag.ControlValues, Tag.FontProgram, Tag.ControlProgram, Tag.Parse("gasp"), Tag.Gdef, Tag.Gsub, Tag.Gpos, Tag.Base, Tag.Parse("kern"),
    ];

    /// <summary>The tables that stay as they are, so that all files of the face share them.</summary>
    public static IEnumerable<SfntTable> SharedBy(FontFace face)
    {
        foreach (var tag in Shared)
        {
            if (face.TryGetTable(tag, out var bytes)) yield return new(tag, bytes);
        }
    }

    /// <summary>
    /// Advances and bearings; advances that equal the last one are not repeated at the end. Glyphs that are left out, which nothing shows, pass for glyphs of
    /// that advance: Chinese faces of 65,535 glyphs get by with a row of zeros.
    /// </summary>
    public ReadOnlyMemory<byte> WriteMetrics(bool[] kept, out int metricCount)
    {
        var last = face.AdvanceOf((ushort)(kept.Length - 1));
        metricCount = kept.Length;
        while (metricCount > 1 && AdvanceOf(metricCount - 1) == last && AdvanceOf(metricCount - 2) == last) metricCount--;
        var bearings = glyphs.Bearings;
        var size = 2 * (kept.Length + metricCount);
        var writer = _metrics = new FontWriter(size);
        var values = MemoryMarshal.Cast<byte, short>(writer.Take(size));
        for (var glyph = 0; glyph < metricCount; glyph++) (values[2 * glyph], values[2 * glyph + 1]) = ((short)AdvanceOf(glyph), bearings[glyph]);
        bearings[metricCount..].CopyTo(values[(2 * metricCount)..]);
        BinaryPrimitives.ReverseEndianness(values, values);
        return writer.ToMemory();

        int AdvanceOf(int glyph) => kept[glyph] ? face.AdvanceOf((ushort)glyph) : last;
    }

    public ReadOnlyMemory<byte> WriteHhea(int metricCount)
    {
        var writer = Copy(Tag.Hhea, HheaSize);
        writer.SetU16(34, metricCount);
        return writer.ToMemory();
    }

    public ReadOnlyMemory<byte> WriteHead(FontNames names)
    {
        var writer = Copy(Tag.Head, HeadSize);
        writer.SetU32(8, 0); // checksum adjustment
        writer.SetU16(44, (names.IsBold ? 1 : 0) | (names.IsItalic ? 2 : 0)); // macStyle
        writer.SetU16(50, glyphs.HasShortOffsets ? 0 : 1);
        return writer.ToMemory();
    }

    public ReadOnlyMemory<byte> WriteMaxp()
    {
        if (!face.IsCff) return face.Table(Tag.Maxp).Data;
        var writer = new FontWriter(32);
        writer.U32(MaxpVersion);
        writer.U16(face.GlyphCount);
        writer.U16(glyphs.Limits.Points);
        writer.U16(glyphs.Limits.Contours);
        writer.U32(0); // points and contours of composites, which there are none of
        writer.U16(2); // zones, as programs expect even without instructions
        for (var i = 0; i < 8; i++) writer.U16(0);
        return writer.ToMemory();
    }

    /// <summary>Without glyph names.</summary>
    public ReadOnlyMemory<byte> WritePost()
    {
        var writer = face.TryGetTable(Tag.Post, out var post) && post.Length >= PostSize ? Copy(Tag.Post, PostSize) : new FontWriter(PostSize);
        writer.Align(PostSize);
        writer.SetU32(0, PostWithoutNames);
        return writer.ToMemory();
    }

    private FontWriter Copy(Tag tag, int size)
    {
        var reader = face.Table(tag).Reader;
        var writer = new FontWriter(size);
        writer.Bytes(reader.Bytes(size));
        return writer;
    }

    public void Dispose() => _metrics?.Dispose();
}
