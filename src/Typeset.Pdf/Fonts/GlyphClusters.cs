using Typeset.Pages;

namespace Typeset.Pdf.Fonts;

/// <summary>Which glyphs share a text: one that has text, and those without that follow it.</summary>
internal static class GlyphClusters
{
    /// <summary>The end (exclusive) of the cluster that begins at a glyph.</summary>
    public static int EndOf(ReadOnlySpan<PlacedGlyph> glyphs, int start)
    {
        var end = start + 1;
        while (end < glyphs.Length && glyphs[end].TextLength == 0) end++;
        return end;
    }

    /// <summary>Whether a glyph is the whole of its cluster and has text: only then its text can stand in <c>ToUnicode</c>.</summary>
    public static bool IsAlone(ReadOnlySpan<PlacedGlyph> glyphs, int index) =>
        glyphs[index].TextLength > 0 && (index + 1 == glyphs.Length || glyphs[index + 1].TextLength > 0);
}
