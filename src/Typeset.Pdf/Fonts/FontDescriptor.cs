using Typeset.OpenType;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Fonts;

/// <summary>What a reader may want to know of a face that it cannot open (ISO 32000-1 §9.8).</summary>
internal static class FontDescriptor
{
    private const int FixedPitch = 1 << 0;

    /// <summary>Glyphs beyond the standard Latin set: so for every face of a CID-keyed font.</summary>
    private const int Symbolic = 1 << 2;

    private const int Italic = 1 << 6;

    public static ByteWriter Write(FontFace face, string name, bool isCff, int program, int? cidSet)
    {
        var body = new ByteWriter().Open().Key("Ascent"u8).Integer(Thousandths(face, face.Ascender));
        if (cidSet is { } list) body.Key("CIDSet"u8).Reference(list);
        body.Key("CapHeight"u8).Integer(Thousandths(face, face.CapHeight))
            .Key("Descent"u8).Integer(Thousandths(face, face.Descender))
            .Key("Flags"u8).Integer(Symbolic | (face.IsFixedPitch ? FixedPitch : 0) | (face.ItalicAngle != 0 ? Italic : 0))
            .Key("FontBBox"u8);
        WriteBox(body, face);
        return body.Key(isCff ? "FontFile3"u8 : "FontFile2"u8).Reference(program)
            .Key("FontName"u8).Name(name)
            .Key("ItalicAngle"u8).Decimal((long)Math.Round(face.ItalicAngle * 100), 2)
            .Key("StemV"u8).Integer(StemOf(face.Weight))
            .Key("Type"u8).Name("FontDescriptor"u8)
            .Key("XHeight"u8).Integer(Thousandths(face, face.XHeight)).Close();
    }

    private static void WriteBox(ByteWriter body, FontFace face)
    {
        var box = face.BoundingBox;
        body.OpenArray().Integer(Thousandths(face, box.XMin)).Integer(Thousandths(face, box.YMin))
            .Integer(Thousandths(face, box.XMax)).Integer(Thousandths(face, box.YMax)).CloseArray();
    }

    /// <summary>The stem of a weight from 1 to 1000: no font file tells it, and readers want it only to imitate a face they lack. 400 gives 88, 700 gives 161.</summary>
    private static int StemOf(int weight) => 10 + 220 * Math.Clamp(weight - 80, 0, 900) / 900;

    private static long Thousandths(FontFace face, int units) => Math.DivRem(units * 1000L, face.UnitsPerEm).Quotient;
}
