using System.Buffers;

namespace Typeset.Unicode;

/// <summary>
/// The Unicode bidirectional algorithm (UAX #9) for paragraphs that run from left to right: embedding levels, even for text from left to right,
/// odd for text from right to left, and the order in which a line shows them.
/// </summary>
public static class BidiLevels
{
    /// <summary>Whether a text has anything that runs from right to left, or that says so; in any other all levels are 0.</summary>
    public static bool AreNeeded(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u0590', '\u08ff') || text.ContainsAnyInRange('\ufb1d', '\ufdff') || text.ContainsAnyInRange('\ufe70', '\ufefe')
        || text.ContainsAny('\u200f', '\u202b', '\u202e') || text.ContainsAny('\u2067', '\u2068', '\u202a') || text.ContainsAny('\u202d', '\u2066')
        || text.ContainsAny(RightToLeftPlanes);

    /// <summary>High surrogates of U+10800–U+10FFF and U+1E800–U+1EFFF, where scripts from right to left are.</summary>
    private static readonly SearchValues<char> RightToLeftPlanes = SearchValues.Create("\ud802\ud803\ud83a\ud83b");

    /// <summary>Finds the level of each UTF-16 unit; the text is one paragraph, and whitespace at its end is at level 0 (L1).</summary>
    /// <exception cref="ArgumentException"><paramref name="levels"/> is not as long as <paramref name="text"/>.</exception>
    public static void Resolve(ReadOnlySpan<char> text, Span<byte> levels)
    {
        if (levels.Length != text.Length) throw new ArgumentException("Every unit needs room for its level.", nameof(levels));
        var codePoints = new List<int>(text.Length);
        for (var at = 0; at < text.Length;) codePoints.Add(Utf16.Read(text, ref at));
        var unit = 0;
        foreach (var level in new BidiResolver([.. codePoints]).Resolve())
        {
            var start = unit;
            Utf16.Read(text, ref unit);
            levels[start..unit].Fill(level);
        }
    }

    /// <summary>
    /// The visual order of things with levels, from left to right (L2): <c>order[i]</c> is the index of the thing that stands i-th.
    /// </summary>
    public static void Reorder(ReadOnlySpan<byte> levels, Span<int> order)
    {
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var (highest, lowestOdd) = (0, int.MaxValue);
        foreach (var level in levels)
        {
            highest = Math.Max(highest, level);
            if ((level & 1) != 0) lowestOdd = Math.Min(lowestOdd, level);
        }

        for (var level = highest; level >= lowestOdd; level--) ReverseFrom(level, levels, order);
    }

    private static void ReverseFrom(int level, ReadOnlySpan<byte> levels, Span<int> order)
    {
        for (var start = 0; start < levels.Length; start++)
        {
            if (levels[start] < level) continue;
            var end = start + 1;
            while (end < levels.Length && levels[end] >= level) end++;
            order[start..end].Reverse();
            start = end;
        }
    }
}
