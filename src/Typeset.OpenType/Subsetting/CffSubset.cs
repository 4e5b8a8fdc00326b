using System.Text;
using Typeset.OpenType.Cff;

namespace Typeset.OpenType.Subsetting;

/// <summary>
/// Writes the CID-keyed CFF program of a subset (Adobe Technical Note 5176): ordering Adobe-Identity-0, CID = glyph number, and
/// only those Font DICTs, subroutines and charstrings that the glyphs use.
/// </summary>
internal sealed class CffSubset
{
    private const int FirstOwnString = 391, HeaderSize = 4;

    private readonly FontFace _face;
    private readonly CffFont _font;
    private readonly GlyphNumbering _glyphs;
    private readonly List<int> _fontDicts = []; // those kept, by their old numbers
    private readonly HashSet<int> _accented = []; // glyphs made of two others by letter codes
    private readonly SubroutinePlan _subroutines;

    private CffSubset(FontFace face, GlyphNumbering glyphs)
    {
        _face = face;
        _font = face.Cff;
        _glyphs = glyphs;
        CollectFontDicts();
        _subroutines = SubroutinePlan.For(_font, NoteUse());
    }

    public static FontSubset Write(FontFace face, GlyphNumbering glyphs)
    {
        var program = new CffSubset(face, glyphs).WriteProgram();
        return new FontSubset(program, FontProgramKind.CidCff, glyphs.ToImmutable());
    }

    private void CollectFontDicts()
    {
        var isUsed = new bool[_font.FontDicts.Length];
        for (var i = 0; i < _glyphs.Count; i++) isUsed[_font.FontDictOf(_glyphs[i])] = true;
        for (var i = 0; i < isUsed.Length; i++)
        {
            if (isUsed[i]) _fontDicts.Add(i);
        }
    }

    // A CID-keyed font without subroutines (FandolFang) has nothing to note: its charstrings are copied unread.
    private SubroutineUse NoteUse()
    {
        var use = new SubroutineUse();
        if (_font.IsCidKeyed && _font.GlobalSubrs.Count == 0 && _font.Privates.All(static p => p.Subrs.Count == 0)) return use;
        var walker = new CharstringWalker(_font);
        for (var i = 0; i < _glyphs.Count; i++)
        {
            walker.NoteUse(_glyphs[i], use);
            if (walker.IsAccented) _accented.Add(_glyphs[i]);
        }

        return use;
    }

    private FontWriter WriteProgram()
    {
        var charStrings = WriteCharStrings();
        var program = new FontWriter(charStrings.Item.Length + 5 * _glyphs.Count + 16384);
        program.Bytes(WriteStart(default).Written); // offsets take the same room whatever they are
        var offsets = WriteBody(program, charStrings);
        program.SetBytes(0, WriteStart(offsets).Written);
        charStrings.Item.Dispose();
        return program;
    }

    private readonly record struct BodyOffsets(int Charset, int FdSelect, int CharStrings, int FdArray);

    private FontWriter WriteStart(BodyOffsets offsets)
    {
        var writer = new FontWriter(1024);
        writer.Bytes([1, 0, HeaderSize, 4]);
        WriteIndex(writer, Encoding.ASCII.GetBytes(_face.PostScriptName is { Length: > 0 } name ? name : "Subset"));
        WriteIndex(writer, WriteTopDict(offsets).Written);
        var strings = new CffIndexWriter();
        strings.Add("Adobe"u8);
        strings.Add("Identity"u8);
        strings.WriteTo(writer);
        _subroutines.WriteGlobals().WriteTo(writer);
        return writer;
    }

    private CffDictWriter WriteTopDict(BodyOffsets offsets)
    {
        var dict = new CffDictWriter();
        dict.Add(DictOperator.Ros, FirstOwnString, FirstOwnString + 1, 0);
        foreach (var kept in (ReadOnlySpan<DictOperator>)[DictOperator.FontBBox, DictOperator.FontMatrix, DictOperator.PaintType, DictOperator.StrokeWidth])
            dict.Copy(_font.TopDict.Find(kept));
        dict.Add(DictOperator.CidCount, _glyphs.Count);
        dict.Add(DictOperator.Charset, offsets.Charset);
        dict.Add(DictOperator.FdSelect, offsets.FdSelect);
        dict.Add(DictOperator.CharStrings, offsets.CharStrings);
        dict.Add(DictOperator.FdArray, offsets.FdArray);
        return dict;
    }

    private BodyOffsets WriteBody(FontWriter program, CffIndexWriter charStrings)
    {
        var charset = program.Length;
        WriteCharset(program);
        var fdSelect = program.Length;
        WriteFdSelect(program);
        var strings = program.Length;
        charStrings.WriteTo(program);
        var fontDicts = new CffIndexWriter();
        foreach (var dict in _fontDicts) fontDicts.Add(WriteFontDict(program, dict).Written);
        var fdArray = program.Length;
        fontDicts.WriteTo(program);
        return new BodyOffsets(charset, fdSelect, strings, fdArray);
    }

    private CffIndexWriter WriteCharStrings()
    {
        var size = 0;
        for (var i = 0; i < _glyphs.Count; i++) size += _font.CharStrings[_glyphs[i]].Length;
        var index = new CffIndexWriter(size);
        for (var i = 0; i < _glyphs.Count; i++)
        {
            var glyph = _glyphs[i];
            if (_accented.Contains(glyph)) CharstringWriter.Write(index.Item, _font.OutlineOf(glyph), WidthDifference(glyph));
            else _subroutines.Rewrite(index.Item, new CharstringProgram(ProgramKind.Glyph, _font.FontDictOf(glyph), glyph), _font.CharStrings[glyph]);
            index.EndItem();
        }

        return index;
    }

    private double WidthDifference(ushort glyph) =>
        _face.AdvanceOf(glyph) - (_font.PrivateOf(glyph).Dict.Find(DictOperator.NominalWidthX) is { Operands: [var nominal, ..] } ? nominal : 0);

    // Format 2, one range: CID = glyph number. A subset of .notdef alone names none.
    private void WriteCharset(FontWriter writer)
    {
        writer.U8(_glyphs.Count > 1 ? 2 : 0);
        if (_glyphs.Count == 1) return;
        writer.U16(1);
        writer.U16(_glyphs.Count - 2);
    }

    private void WriteFdSelect(FontWriter writer)
    {
        writer.U8(3);
        var countAt = writer.Length;
        writer.U16(0);
        var (ranges, last) = (0, -1);
        for (var i = 0; i < _glyphs.Count; i++)
        {
            var dict = _fontDicts.IndexOf(_font.FontDictOf(_glyphs[i]));
            if (dict == last) continue;
            writer.U16(i);
            writer.U8(dict);
            (ranges, last) = (ranges + 1, dict);
        }

        writer.U16(_glyphs.Count);
        writer.SetU16(countAt, ranges);
    }

    private CffDictWriter WriteFontDict(FontWriter program, int dict)
    {
        var subrs = _subroutines.WriteLocals(dict);
        var (offset, size) = (program.Length, WritePrivate(program, dict, subrs.Count > 0));
        if (subrs.Count > 0) subrs.WriteTo(program);
        var writer = new CffDictWriter();
        if (_font.IsCidKeyed) writer.Copy(_font.FontDicts[dict].Find(DictOperator.FontMatrix));
        writer.Add(DictOperator.Private, size, offset);
        return writer;
    }

    // Subroutines follow their Private DICT at once; their offset counts from its start.
    private int WritePrivate(FontWriter program, int dict, bool hasSubrs)
    {
        const int subrsEntrySize = 6;
        var writer = new CffDictWriter();
        foreach (var entry in _font.Privates[dict].Dict.Entries)
        {
            if (entry.Operator != DictOperator.Subrs) writer.Copy(entry);
        }

        if (hasSubrs) writer.Add(DictOperator.Subrs, writer.Length + subrsEntrySize);
        program.Bytes(writer.Written);
        return writer.Length;
    }

    private static void WriteIndex(FontWriter writer, ReadOnlySpan<byte> item)
    {
        var index = new CffIndexWriter();
        index.Add(item);
        index.WriteTo(writer);
    }
}
