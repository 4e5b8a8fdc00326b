using System.Buffers.Binary;
using Typeset.OpenType.Glyf;

namespace Typeset.OpenType.Subsetting;

/// <summary>Writes the TrueType program of a subset: the tables that ISO 32000-2 §9.9 asks for, and the hinting.</summary>
internal sealed class TrueTypeSubset
{
    private const int HeadSize = 54, HheaSize = 36;

    private readonly FontFace _face;
    private readonly GlyphNumbering _glyphs;
    private readonly List<int> _offsets = [];
    private readonly FontWriter _glyf;

    private TrueTypeSubset(FontFace face, GlyphNumbering glyphs)
    {
        _face = face;
        _glyphs = glyphs;
        _glyf = WriteGlyphs(); // first: parts of composite glyphs join the subset here
    }

    public static FontSubset Write(FontFace face, GlyphNumbering glyphs)
    {
        var subset = new TrueTypeSubset(face, glyphs);
        var program = SfntWriter.Assemble([.. subset.WriteTables().OrderBy(static table => table.Tag)]);
        subset._glyf.Dispose();
        return new FontSubset(program, FontProgramKind.TrueType, glyphs.ToImmutable());
    }

    private List<SfntTable> WriteTables()
    {
        var isShort = _glyf.Length <= 2 * ushort.MaxValue;
        var hmtx = WriteMetrics(out var metricCount);
        var tables = new List<SfntTable>
        {
            new(Tag.Glyf, _glyf.ToMemory()),
            new(Tag.Loca, WriteOffsets(isShort)),
            new(Tag.Hmtx, hmtx),
            new(Tag.Head, WriteHead(isShort)),
            new(Tag.Hhea, WriteHhea(metricCount)),
            new(Tag.Maxp, WriteMaxp()),
        };
        foreach (var tag in (ReadOnlySpan<Tag>)[Tag.ControlValues, Tag.FontProgram, Tag.ControlProgram])
        {
            if (_face.TryGetTable(tag, out var bytes)) tables.Add(new(tag, bytes));
        }

        return tables;
    }

    private FontWriter WriteGlyphs()
    {
        var size = 0;
        for (var i = 0; i < _glyphs.Count; i++) size += _face.Glyf.DescriptionOf(_glyphs[i]).Length + 1;
        var writer = new FontWriter(size);
        for (var i = 0; i < _glyphs.Count; i++)
        {
            _offsets.Add(writer.Length);
            WriteGlyph(writer, _glyphs[i]);
            writer.Align(2); // loca may count in words
        }

        _offsets.Add(writer.Length);
        return writer;
    }

    private void WriteGlyph(FontWriter writer, ushort glyph)
    {
        var start = writer.Length;
        var description = _face.Glyf.DescriptionOf(glyph);
        writer.Bytes(description);
        if (description.Length < 2 || BinaryPrimitives.ReadInt16BigEndian(description) >= 0) return;
        _face.Glyf.OutlineOf(glyph); // a composite that contains itself must not get into a document
        var parts = new ComponentReader(_face.Glyf.ReaderOf(glyph));
        while (parts.TryRead(out var part)) writer.SetU16(start + part.GlyphOffset, _glyphs.NumberOf(part.Glyph));
    }

    private ReadOnlyMemory<byte> WriteOffsets(bool isShort)
    {
        var writer = new FontWriter(_offsets.Count * 4);
        foreach (var offset in _offsets)
        {
            if (isShort) writer.U16(offset / 2);
            else writer.U32((uint)offset);
        }

        return writer.ToMemory();
    }

    // Advances that equal the last one need not be repeated at the end of the table.
    private ReadOnlyMemory<byte> WriteMetrics(out int metricCount)
    {
        metricCount = _glyphs.Count;
        while (metricCount > 1 && _face.AdvanceOf(_glyphs[metricCount - 1]) == _face.AdvanceOf(_glyphs[metricCount - 2])) metricCount--;
        var writer = new FontWriter(_glyphs.Count * 4);
        for (var i = 0; i < _glyphs.Count; i++)
        {
            if (i < metricCount) writer.U16(_face.AdvanceOf(_glyphs[i]));
            writer.U16(_face.BearingOf(_glyphs[i]));
        }

        return writer.ToMemory();
    }

    private ReadOnlyMemory<byte> WriteHead(bool isShort)
    {
        var writer = Copy(Tag.Head, HeadSize);
        writer.SetU32(8, 0); // checksum adjustment
        writer.SetU16(50, isShort ? 0 : 1);
        return writer.ToMemory();
    }

    private ReadOnlyMemory<byte> WriteHhea(int metricCount)
    {
        var writer = Copy(Tag.Hhea, HheaSize);
        writer.SetU16(34, metricCount);
        return writer.ToMemory();
    }

    private ReadOnlyMemory<byte> WriteMaxp()
    {
        var writer = Copy(Tag.Maxp, _face.Table(Tag.Maxp).Data.Length);
        writer.SetU16(4, _glyphs.Count);
        return writer.ToMemory();
    }

    private FontWriter Copy(Tag tag, int size)
    {
        var reader = _face.Table(tag).Reader;
        var writer = new FontWriter(size);
        writer.Bytes(reader.Bytes(size));
        return writer;
    }
}
