using Typeset.OpenType.Glyf;

namespace Typeset.OpenType.Desktop;

/// <summary>Which glyphs a choice of glyphs can lead to: by substitutions that programs apply unasked, and by the parts of composites.</summary>
internal static class GlyphClosure
{
    /// <summary>One flag for each glyph of the face; .notdef is always in.</summary>
    /// <exception cref="FontFormatException">GSUB or one of the glyphs is broken.</exception>
    public static bool[] Of(FontFace face, ReadOnlySpan<CharacterGlyph> chosen)
    {
        var kept = new bool[face.GlyphCount];
        kept[0] = true;
        foreach (var one in chosen) kept[one.Glyph] = true;
        AddSubstitutes(face, kept);
        if (!face.IsCff) AddParts(face, kept);
        return kept;
    }

    private static void AddSubstitutes(FontFace face, bool[] kept)
    {
        if (!face.TryGetTable(Tag.Gsub, out var bytes)) return;
        var substitutions = SubstitutionTable.Read(new FontTable(bytes, Tag.Gsub, face.ToString()));
        var grew = true;
        while (grew)
        {
            grew = false;
            foreach (var substitution in substitutions) grew |= substitution.Apply(kept);
        }
    }

    private static void AddParts(FontFace face, bool[] kept)
    {
        var waiting = new Stack<ushort>();
        for (var glyph = 0; glyph < kept.Length; glyph++)
        {
            if (kept[glyph]) waiting.Push((ushort)glyph);
        }

        while (waiting.TryPop(out var glyph))
        {
            var parts = new ComponentReader(face.Glyf.ReaderOf(glyph));
            while (parts.TryRead(out var part))
            {
                if (part.Glyph >= kept.Length || kept[part.Glyph]) continue;
                kept[part.Glyph] = true;
                waiting.Push(part.Glyph);
            }
        }
    }
}
