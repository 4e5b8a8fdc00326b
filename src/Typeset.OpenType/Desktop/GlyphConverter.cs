using Typeset.OpenType.Cff;
using Typeset.OpenType.Outlines;
using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType.Desktop;

/// <summary>
/// Gives a CFF face's glyphs as TrueType descriptions. The face remembers them: a worker that makes one booklet after the other converts each glyph once.
/// One converter serves one thread.
/// </summary>
internal sealed class GlyphConverter(FontFace face)
{
    private const int UsualSize = 512;

    private readonly byte[]?[] _known = face.QuadraticDescriptions;
    private readonly CharstringWalker _walker = new(face.Cff);
    private readonly OutlineBuilder _outline = new();
    private readonly QuadraticContours _contours = new(face.UnitsPerEm);
    private readonly FontWriter _description = new(UsualSize);

    /// <summary>The description; none for a glyph without ink.</summary>
    /// <exception cref="FontFormatException">The charstring is broken.</exception>
    public byte[] DescriptionOf(ushort glyph) => Volatile.Read(ref _known[glyph]) ?? Convert(glyph);

    private byte[] Convert(ushort glyph)
    {
        _walker.Draw(glyph, _outline);
        _description.Clear();
        SimpleGlyphWriter.Write(_description, _contours.Trace(_outline.End()));
        var description = _description.Written.ToArray();
        Volatile.Write(ref _known[glyph], description);
        return description;
    }
}
