using Typeset.OpenType;
using Typeset.Pdf.Conformance;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Fonts;

/// <summary>
/// A face made ready to be written: its subset program and text map, deflated. Made on any thread; needs the numbering of all pages to be done.
/// </summary>
internal sealed class FontObjects : IDisposable
{
    private readonly EmbeddedFont _font;
    private readonly FontProgram _program;
    private readonly bool _isShared;
    private readonly byte[] _toUnicode;
    private readonly string _name;
    private readonly byte[]? _cidSet;

    public FontObjects(EmbeddedFont font, PdfOptions options)
    {
        _font = font;
        _isShared = options.FontCache is not null;
        _program = options.FontCache?.ProgramOf(font.Face, font.Glyphs, options.Compression) ?? FontProgram.Of(font.Face, font.Glyphs, options.Compression);
        using var flate = new Flate(options.Compression);
        _toUnicode = flate.Deflate(ToUnicodeMap.Write(font).Written).ToArray();
        if (StandardRules.ListsCids(options.Standard)) _cidSet = flate.Deflate(CidSet(_program.GlyphCount)).ToArray();
        _name = _program.Tag + "+" + font.Face.PostScriptName;
    }

    public void Dispose()
    {
        if (!_isShared) _program.Dispose();
    }

    private bool IsCff => _program.Kind == FontProgramKind.CidCff;

    /// <summary>Writes the font, its descendant, descriptor, program and text map (ISO 32000-1 §9.7.6, §9.8, §9.9).</summary>
    public void Write(ObjectFile file, int number)
    {
        var descendant = file.Reserve();
        var toUnicode = file.Reserve();
        WriteDescriptor(file, WriteDescendant(file, descendant));
        WriteFont(file, number, descendant, toUnicode);
        file.AddStream(toUnicode, FlateDictionary(_toUnicode.Length), _toUnicode);
    }

    private void WriteFont(ObjectFile file, int number, int descendant, int toUnicode)
    {
        // A Type 0 font over CFF is named with its encoding as well (§9.7.6.2).
        file.Add(number, new ByteWriter().Open()
            .Key("BaseFont"u8).Name(IsCff ? _name + "-Identity-H" : _name)
            .Key("DescendantFonts"u8).OpenArray().Reference(descendant).CloseArray()
            .Key("Encoding"u8).Name("Identity-H"u8)
            .Key("Subtype"u8).Name("Type0"u8)
            .Key("ToUnicode"u8).Reference(toUnicode)
            .Key("Type"u8).Name("Font"u8).Close());
    }

    private int WriteDescendant(ObjectFile file, int number)
    {
        var descriptor = file.Reserve();
        var standard = WidthArray.DefaultOf(_font);
        var body = new ByteWriter().Open().Key("BaseFont"u8).Name(_name)
            .Key("CIDSystemInfo"u8).Open().Key("Ordering"u8).Text("Identity").Key("Registry"u8).Text("Adobe").Key("Supplement"u8).Integer(0).Close();
        if (!IsCff) body.Key("CIDToGIDMap"u8).Name("Identity"u8);
        body.Key("DW"u8).Integer(standard).Key("FontDescriptor"u8).Reference(descriptor)
            .Key("Subtype"u8).Name(IsCff ? "CIDFontType0"u8 : "CIDFontType2"u8).Key("Type"u8).Name("Font"u8).Key("W"u8);
        WidthArray.Write(body, _font, standard);
        file.Add(number, body.Close());
        return descriptor;
    }

    private void WriteDescriptor(ObjectFile file, int number)
    {
        var program = file.Reserve();
        int? cidSet = _cidSet is null ? null : file.Reserve();
        file.Add(number, FontDescriptor.Write(_font.Face, _name, IsCff, program, cidSet));
        WriteProgram(file, program);
        if (cidSet is { } list) file.AddStream(list, FlateDictionary(_cidSet!.Length), _cidSet);
    }

    /// <summary>One bit a CID, the first the highest (ISO 32000-1 table 124): the program holds them all.</summary>
    private static byte[] CidSet(int count)
    {
        var bits = new byte[(count + 7) / 8];
        for (var cid = 0; cid < count; cid++) bits[cid >> 3] |= (byte)(0x80 >> (cid & 7));
        return bits;
    }

    private void WriteProgram(ObjectFile file, int number)
    {
        var dictionary = new ByteWriter().Open().Key("Filter"u8).Name("FlateDecode"u8).Key("Length"u8).Integer(_program.Deflated.Length);
        if (IsCff) dictionary.Key("Subtype"u8).Name("CIDFontType0C"u8);
        else dictionary.Key("Length1"u8).Integer(_program.Length);
        file.AddStream(number, dictionary.Close(), _program.Deflated);
    }

    private static ByteWriter FlateDictionary(int length) =>
        new ByteWriter().Open().Key("Filter"u8).Name("FlateDecode"u8).Key("Length"u8).Integer(length).Close();
}
