using Typeset.OpenType;

namespace Typeset.Preflight.Reading;

/// <summary>The program of an embedded font (ISO 32000-1 §9.9): which glyph a CID shows and how far it advances.</summary>
internal sealed class FontProgram
{
    private readonly FontFace? _face;
    private readonly CffProgram? _cff;

    private FontProgram(FontFace? face, CffProgram? cff)
    {
        _face = face;
        _cff = cff;
    }

    public bool IsCff => _cff is not null;
    public bool IsCidKeyed => _cff is { IsCidKeyed: true };
    public int GlyphCount => _cff?.GlyphCount ?? _face?.GlyphCount ?? 0;

    /// <summary>The program in a descriptor; null where none is embedded, or one in a format that is not read (Type 1).</summary>
    /// <exception cref="FontFormatException">The program is broken.</exception>
    public static FontProgram? Read(PdfObject descriptor, PdfFile file)
    {
        var name = descriptor["FontName"].AsName ?? "";
        if (descriptor["FontFile2"] is PdfStream trueType) return new(FontFace.Open(file.Decode(trueType), 0, name), null);
        if (descriptor["FontFile3"] is not PdfStream third) return null;
        var bytes = file.Decode(third);
        return third["Subtype"].AsName == "OpenType" ? OpenType(FontFace.Open(bytes, 0, name), name) : new(null, CffProgram.Open(bytes, name));
    }

    public int GlyphOf(int cid) => _cff?.GlyphOf(cid) ?? cid;

    public bool HasGlyph(int glyph) => (uint)glyph < (uint)GlyphCount;

    /// <summary>The advance of a glyph in thousandths of an em.</summary>
    /// <exception cref="FontFormatException">The glyph is broken.</exception>
    public double AdvanceOf(int glyph) => _cff?.AdvanceOf(glyph) ?? _face!.AdvanceOf((ushort)glyph) * 1000.0 / _face.UnitsPerEm;

    /// <summary>The contours of a glyph.</summary>
    /// <exception cref="FontFormatException">The glyph is broken.</exception>
    public GlyphOutline OutlineOf(int glyph) => _cff?.OutlineOf(glyph) ?? _face!.OutlineOf((ushort)glyph);

    /// <summary>Units of the outlines in an em.</summary>
    public double UnitsPerEm => _cff?.UnitsPerEm ?? _face!.UnitsPerEm;

    private static FontProgram OpenType(FontFace face, string name) =>
        face.TryGetTable(Tag.Cff, out var cff) ? new(null, CffProgram.Open(cff, name)) : new(face, null);
}
