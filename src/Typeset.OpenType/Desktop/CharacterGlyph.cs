using Typeset.OpenType.Tables;

namespace Typeset.OpenType.Desktop;

/// <summary>A character and its glyph.</summary>
internal readonly record struct CharacterGlyph(int Code, ushort Glyph)
{
    /// <summary>Characters that a face has, each once, in ascending order.</summary>
    public static CharacterGlyph[] Of(FontFace face, IEnumerable<int> characters)
    {
        int[] codes = [.. characters];
        Array.Sort(codes);
        var found = new List<CharacterGlyph>(codes.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            if (i > 0 && codes[i] == codes[i - 1]) continue;
            if (face.GlyphOf(codes[i]) is var glyph and not 0) found.Add(new(codes[i], glyph));
        }

        return [.. found];
    }

    /// <summary>All characters that a face has, in ascending order.</summary>
    public static CharacterGlyph[] AllOf(FontFace face) => Of(face, Enumerable.Range(0, CharacterMap.PageCount * CharacterMap.PageSize));
}
