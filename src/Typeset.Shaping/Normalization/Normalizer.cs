using Typeset.OpenType;
using Typeset.Shaping.Runs;

namespace Typeset.Shaping.Normalization;

/// <summary>
/// Gives characters their nominal glyphs, in the canonical form that the face has: what it lacks comes apart, letters with marks are
/// put together where it has them whole, marks stand in canonical order (UAX #15, as far as the face goes along).
/// </summary>
internal static class Normalizer
{
    /// <summary>Longer stacks of marks are left as they are.</summary>
    private const int MaxSortedMarks = 32;
    public const int NonBreakingHyphen = 0x2011;
    private const int Hyphen = 0x2010;
    private const int GraphemeJoiner = 0x034F;

    public static void Normalize(GlyphBuffer buffer, ShapingFace face)
    {
        if (!TakeApart(buffer, face)) return;
        SortMarks(buffer);
        RevealJoiners(buffer);
        PutTogether(buffer, face.Face);
    }

    /// <summary>Gives all glyphs; true where there are marks.</summary>
    private static bool TakeApart(GlyphBuffer buffer, ShapingFace face)
    {
        var hasMarks = false;
        for (var i = 0; i < buffer.Count;)
        {
            var end = i + 1;
            while (end < buffer.Count && IsMark(buffer[end])) end++;
            hasMarks |= end > i + 1;
            if (end == i + 1) i += TakeApart(buffer, face.Face, i, keepWhole: true);
            else if (HasSelector(buffer, i, end)) i = Select(buffer, face, i, end);
            else i = TakeClusterApart(buffer, face.Face, i, end);
        }

        return hasMarks;
    }

    private static int TakeClusterApart(GlyphBuffer buffer, FontFace face, int start, int end)
    {
        while (start < end)
        {
            var count = TakeApart(buffer, face, start, keepWhole: false);
            end += count - 1;
            start += count;
        }

        return end;
    }

    /// <summary>Gives the glyphs of one character, several if it must come apart; their count.</summary>
    private static int TakeApart(GlyphBuffer buffer, FontFace face, int index, bool keepWhole)
    {
        ref var glyph = ref buffer[index];
        var codePoint = glyph.CodePoint;
        glyph.Glyph = face.GlyphOf(codePoint);
        if (keepWhole && glyph.Glyph != 0) return 1;
        Span<int> parts = stackalloc int[8];
        var count = Decompose(face, codePoint, keepWhole, parts);
        if (count > 0) return Replace(buffer, face, index, parts[..count]);
        if (glyph.Glyph == 0) glyph.Glyph = StandIn(face, ref glyph);
        return 1;
    }

    /// <summary>The parts that the face has glyphs for, in order; 0 where it stays whole.</summary>
    private static int Decompose(FontFace face, int codePoint, bool shortest, Span<int> parts)
    {
        if (CanonicalForm.Decompose(codePoint) is not var (first, second) || parts.Length < 2) return 0;
        if (second != 0 && face.GlyphOf(second) == 0) return 0;
        var hasFirst = face.GlyphOf(first) != 0;
        var count = shortest && hasFirst ? 0 : Decompose(face, first, shortest, parts[..^1]);
        if (count == 0)
        {
            if (!hasFirst) return 0;
            parts[count++] = first;
        }

        if (second != 0) parts[count++] = second;
        return count;
    }

    private static int Replace(GlyphBuffer buffer, FontFace face, int index, ReadOnlySpan<int> parts)
    {
        buffer.Repeat(index, parts.Length - 1);
        for (var i = 0; i < parts.Length; i++) SetCharacter(ref buffer[index + i], face, parts[i]);
        return parts.Length;
    }

    private static void SetCharacter(ref BufferGlyph glyph, FontFace face, int codePoint)
    {
        glyph.CodePoint = codePoint;
        glyph.Glyph = face.GlyphOf(codePoint);
        glyph.Traits = CharacterProperties.TraitsOf(codePoint);
        glyph.CombiningClass = CanonicalForm.CombiningClassOf(codePoint);
    }

    /// <summary>The glyph for a character that the face lacks: the word space for other spaces, the hyphen for its unbreakable twin, else .notdef.</summary>
    private static ushort StandIn(FontFace face, ref BufferGlyph glyph)
    {
        if (glyph.CodePoint == NonBreakingHyphen) return face.GlyphOf(Hyphen);
        if (Spaces.KindOf(glyph.CodePoint) is not (var kind and not SpaceKind.None)) return 0;
        var space = face.GlyphOf(' ');
        if (space != 0) glyph.Space = kind;
        return space;
    }

    private static bool HasSelector(GlyphBuffer buffer, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (CharacterProperties.IsVariationSelector(buffer[i].CodePoint)) return true;
        }

        return false;
    }

    /// <summary>Takes the variants that the face has for characters with a selector; selectors without an effect stay, to be hidden later.</summary>
    private static int Select(GlyphBuffer buffer, ShapingFace face, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            ref var glyph = ref buffer[i];
            glyph.Glyph = face.Face.GlyphOf(glyph.CodePoint);
            if (i + 1 == end || !CharacterProperties.IsVariationSelector(buffer[i + 1].CodePoint)) continue;
            if (face.VariantOf(glyph.CodePoint, buffer[i + 1].CodePoint) is not (var variant and not 0)) continue;
            glyph.Glyph = variant;
            buffer.MergeClusters(i, i + 2);
            buffer.RemoveAt(i + 1);
            end--;
        }

        return end;
    }

    private static void SortMarks(GlyphBuffer buffer)
    {
        for (var i = 0; i < buffer.Count; i++)
        {
            if (buffer[i].CombiningClass == 0) continue;
            var end = i + 1;
            while (end < buffer.Count && buffer[end].CombiningClass != 0) end++;
            if (end - i <= MaxSortedMarks) buffer.SortByCombiningClass(i, end);
            i = end;
        }
    }

    /// <summary>A grapheme joiner that kept no marks from being sorted is as if it were not there.</summary>
    private static void RevealJoiners(GlyphBuffer buffer)
    {
        for (var i = 1; i + 1 < buffer.Count; i++)
        {
            if (buffer[i].CodePoint != GraphemeJoiner) continue;
            var after = buffer[i + 1].CombiningClass;
            if (after == 0 || buffer[i - 1].CombiningClass <= after) buffer[i].Traits &= ~CharacterTraits.Hidden;
        }
    }

    private static void PutTogether(GlyphBuffer buffer, FontFace face)
    {
        var starter = 0;
        for (var i = 1; i < buffer.Count; i++)
        {
            if (Composed(buffer, face, starter, i) is var composed and not 0)
            {
                buffer.MergeClusters(starter, i + 1);
                buffer.RemoveAt(i--);
                SetCharacter(ref buffer[starter], face, composed);
            }
            else if (buffer[i].CombiningClass == 0) starter = i;
        }
    }

    private static int Composed(GlyphBuffer buffer, FontFace face, int starter, int mark)
    {
        if (!IsMark(buffer[mark])) return 0;
        if (starter != mark - 1 && buffer[mark - 1].CombiningClass >= buffer[mark].CombiningClass) return 0;
        var composed = CanonicalForm.Compose(buffer[starter].CodePoint, buffer[mark].CodePoint);
        return composed != 0 && face.GlyphOf(composed) != 0 ? composed : 0;
    }

    private static bool IsMark(in BufferGlyph glyph) => (glyph.Traits & CharacterTraits.Mark) != 0;
}
