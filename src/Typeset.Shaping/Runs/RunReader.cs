using Typeset.Shaping.Normalization;
using Typeset.Unicode;

namespace Typeset.Shaping.Runs;

/// <summary>Fills a buffer with the characters of a run and joins those that make one grapheme into one cluster.</summary>
internal static class RunReader
{
    /// <summary>Stands in for a surrogate that has lost its partner.</summary>
    public const int Replacement = 0xFFFD;

    /// <summary>Fills the buffer; the first UTF-16 unit gets the cluster <paramref name="firstCluster"/>.</summary>
    public static void Read(GlyphBuffer buffer, ReadOnlySpan<char> text, int firstCluster)
    {
        buffer.Clear();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var codePoint = ReadCodePoint(text, ref i);
            var traits = CharacterProperties.TraitsOf(codePoint);
            buffer.HasNonAscii |= codePoint >= 0x80 || traits != CharacterTraits.None;
            buffer.Add(new BufferGlyph
            {
                CodePoint = codePoint,
                Cluster = firstCluster + start,
                Traits = traits,
                CombiningClass = (traits & CharacterTraits.Mark) != 0 ? CanonicalForm.CombiningClassOf(codePoint) : (byte)0,
                Mask = FeatureMask.Global,
                ComponentCount = 1,
            });
        }

        if (buffer.HasNonAscii) FormClusters(buffer);
    }

    /// <summary>The code point at <paramref name="index"/>, which moves behind it; U+FFFD for a lone surrogate.</summary>
    public static int ReadCodePoint(ReadOnlySpan<char> text, ref int index)
    {
        var first = text[index++];
        if (!char.IsSurrogate(first)) return first;
        if (!char.IsHighSurrogate(first) || index == text.Length || !char.IsLowSurrogate(text[index])) return Replacement;
        return char.ConvertToUtf32(first, text[index++]);
    }

    private static void FormClusters(GlyphBuffer buffer)
    {
        MarkContinuations(buffer.Items);
        for (int start = 0, end; start < buffer.Count; start = end)
        {
            for (end = start + 1; end < buffer.Count && (buffer[end].Traits & CharacterTraits.Continuation) != 0; end++) { }
            buffer.MergeClusters(start, end);
        }
    }

    /// <summary>Marks are continuations already; here joined pictures, flags, skin tones and half-width voice marks become so too (UAX #29).</summary>
    private static void MarkContinuations(Span<BufferGlyph> glyphs)
    {
        for (var i = 0; i < glyphs.Length; i++)
        {
            var codePoint = glyphs[i].CodePoint;
            if (IsExtender(codePoint)) glyphs[i].Traits |= CharacterTraits.Continuation;
            else if (IsRegional(codePoint) && i > 0) JoinFlag(glyphs, i);
            else if ((glyphs[i].Traits & CharacterTraits.Joiner) != 0) JoinPicture(glyphs, ref i);
        }
    }

    private static void JoinFlag(Span<BufferGlyph> glyphs, int i)
    {
        if (IsRegional(glyphs[i - 1].CodePoint) && (glyphs[i - 1].Traits & CharacterTraits.Continuation) == 0)
            glyphs[i].Traits |= CharacterTraits.Continuation;
    }

    private static void JoinPicture(Span<BufferGlyph> glyphs, ref int i)
    {
        glyphs[i].Traits |= CharacterTraits.Continuation;
        if (i + 1 < glyphs.Length && CodePointTraits.IsPictographic(glyphs[i + 1].CodePoint)) glyphs[++i].Traits |= CharacterTraits.Continuation;
    }

    public static bool IsExtender(int codePoint) =>
        codePoint is (>= 0x1F3FB and <= 0x1F3FF) or 0xFF9E or 0xFF9F or (>= 0xE0020 and <= 0xE007F);

    public static bool IsRegional(int codePoint) => codePoint is >= 0x1F1E6 and <= 0x1F1FF;
}
