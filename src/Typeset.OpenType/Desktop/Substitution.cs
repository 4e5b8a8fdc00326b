namespace Typeset.OpenType.Desktop;

/// <summary>A substitution without its context: where all glyphs of <paramref name="From"/> are there, those of <paramref name="To"/> may appear.</summary>
internal readonly record struct Substitution(ushort[] From, ushort[] To)
{
    /// <summary>Adds what may appear; whether that was anything new.</summary>
    public bool Apply(bool[] kept)
    {
        foreach (var glyph in From)
        {
            if (glyph >= kept.Length || !kept[glyph]) return false;
        }

        var grew = false;
        foreach (var glyph in To)
        {
            if (glyph >= kept.Length || kept[glyph]) continue;
            grew = kept[glyph] = true;
        }

        return grew;
    }
}
