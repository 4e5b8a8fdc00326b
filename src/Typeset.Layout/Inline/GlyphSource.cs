using Typeset.OpenType;
using Typeset.Shaping;

namespace Typeset.Layout.Inline;

/// <summary>Where glyphs and their advances come from: faces, or a model of them.</summary>
internal abstract class GlyphSource
{
    /// <summary>
    /// Appends the glyphs of a stretch in one voice. Clusters count from the start of the stretch plus <paramref name="offset"/>; sides are the stretch's own.
    /// </summary>
    public abstract void Shape(ReadOnlySpan<char> text, ReadOnlySpan<TextSide> sides, Voice voice, int offset, GrowingArray<ShapedGlyph> glyphs, SpanResolver? spanOf = null);

    /// <summary>The face behind <see cref="ShapedGlyph.Face"/>.</summary>
    public abstract FontFace FaceOf(byte face);
}

/// <summary>Every Han character and full-width mark one em, everything else half: what a grid of characters is. For breaking only.</summary>
internal sealed class EmGrid : GlyphSource
{
    public static readonly EmGrid Instance = new();

    /// <exception cref="InvalidOperationException">Always: a model has no faces, and its lines cannot be composed.</exception>
    public override FontFace FaceOf(byte face) => throw new InvalidOperationException("A grid of characters has no faces.");

    public override void Shape(ReadOnlySpan<char> text, ReadOnlySpan<TextSide> sides, Voice voice, int offset, GrowingArray<ShapedGlyph> glyphs, SpanResolver? spanOf)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var whole = sides[i] == TextSide.Han || text[i] == '\u3000';
            glyphs.Add(new ShapedGlyph(1, 0, sides[i], whole ? voice.Size : voice.Size / 2, 0, 0, offset + i));
            if (pair) i++;
        }
    }
}
