using Typeset.OpenType;
using Typeset.Shaping.Normalization;

namespace Typeset.Shaping.Runs;

/// <summary>Nominal advances, and the widths of spaces that the face has no glyph for.</summary>
internal static class Advances
{
    public static void Set(GlyphBuffer buffer, FontFace face)
    {
        foreach (ref var glyph in buffer.Items)
        {
            glyph.Advance = face.AdvanceOf(glyph.Glyph);
            if (glyph.Space != SpaceKind.None && (glyph.History & GlyphHistory.Ligated) == 0) glyph.Advance = WidthOf(glyph.Space, glyph.Advance, face);
        }
    }

    private static int WidthOf(SpaceKind kind, int wordSpace, FontFace face)
    {
        var parts = Spaces.PartsOf(kind);
        if (parts > 0) return (face.UnitsPerEm + parts / 2) / parts;
        return kind switch
        {
            SpaceKind.FourEighteenthsOfEm => face.UnitsPerEm * 4 / 18,
            SpaceKind.Figure => AdvanceOfFirst("0123456789", face) ?? wordSpace,
            SpaceKind.Punctuation => AdvanceOfFirst(".,", face) ?? wordSpace,
            SpaceKind.Narrow => wordSpace / 2,
            _ => wordSpace,
        };
    }

    private static int? AdvanceOfFirst(string characters, FontFace face)
    {
        foreach (var character in characters)
        {
            if (face.GlyphOf(character) is var glyph and not 0) return face.AdvanceOf(glyph);
        }

        return null;
    }
}
