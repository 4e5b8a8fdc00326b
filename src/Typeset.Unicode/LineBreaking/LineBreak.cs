namespace Typeset.Unicode;

/// <summary>The Unicode line breaking algorithm without tailoring, UAX #14 revision 53 (Unicode 16.0).</summary>
public static class LineBreak
{
    /// <summary>The class that the standard gives the character, before LB1 resolves any.</summary>
    public static LineBreakClass ClassOf(int codePoint) => (LineBreakClass)LineBreakClassTable.Lookup(codePoint);

    /// <summary>
    /// Says of every UTF-16 unit whether a line may or must end after it. The end of the text is a mandatory break (LB3).
    /// Time is linear in the text, and nothing is allocated.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="after"/> is shorter than <paramref name="text"/>.</exception>
    public static void FindOpportunities(ReadOnlySpan<char> text, Span<BreakOpportunity> after)
    {
        if (after.Length < text.Length) throw new ArgumentException("There must be an opportunity for each unit of the text.", nameof(after));
        new LineBreakScan(text).Run(after[..text.Length]);
    }
}
