using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType;

/// <summary>Cuts a face down to the glyphs that a document uses.</summary>
public static class FontSubsetter
{
    /// <summary>
    /// A program for embedding in a PDF. TrueType keeps its hinting, because some Chinese faces put their strokes in place by
    /// it; CFF keeps hints and the subroutines that are called, gets CIDs if it had glyph names, and loses names and notices.
    /// </summary>
    /// <param name="face">The face.</param>
    /// <param name="glyphs">Glyphs of the face, each once, .notdef (0) first; glyph <c>i</c> of the program is <c>glyphs[i]</c>.</param>
    /// <exception cref="ArgumentException">The glyphs do not start with 0, repeat, or are not in the face.</exception>
    /// <exception cref="FontFormatException">The description of one of the glyphs is broken.</exception>
    public static FontSubset Subset(FontFace face, ReadOnlySpan<ushort> glyphs)
    {
        var chosen = GlyphNumbering.Of(face, glyphs);
        return face.IsCff ? CffSubset.Write(face, chosen) : TrueTypeSubset.Write(face, chosen);
    }
}
