using Typeset.Unicode;

namespace Typeset.Layout.Inline;

/// <summary>Puts the cells of a line into the order in which they are seen, where some run from right to left (UAX #9 L2).</summary>
internal static class VisualOrder
{
    /// <summary>
    /// Moves the left edges of a line's cells, which stand one after the other in the order of the text; the last edge is the line's end and stays. What was
    /// between two neighbours stays between them, what was at an end of a stretch that is turned round stays at that side of it.
    /// </summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="from">The line's first cell.</param>
    /// <param name="edges">An edge for each cell, and the line's end.</param>
    public static void Apply(PreparedParagraph paragraph, int from, Span<long> edges)
    {
        var count = edges.Length - 1;
        var levels = new byte[count];
        for (var i = 0; i < count; i++) levels[i] = paragraph.Levels[paragraph.Cells[from + i].Start];
        if (!levels.Any(static level => level != 0)) return;
        var order = new int[count];
        BidiLevels.Reorder(levels, order);
        Place(paragraph.Cells.Span.Slice(from, count), order, edges);
    }

    private static void Place(ReadOnlySpan<Cell> cells, int[] order, Span<long> edges)
    {
        var spaces = new long[order.Length];
        for (var i = 0; i < spaces.Length; i++) spaces[i] = edges[i + 1] - edges[i] - cells[i].Width;
        var (at, seen) = (edges[0], new long[order.Length]);
        for (var i = 0; i < order.Length; i++)
        {
            seen[order[i]] = at;
            at += cells[order[i]].Width + SpaceBehind(order, i, spaces);
        }

        seen.CopyTo(edges);
    }

    /// <summary>The space behind the i-th cell seen: that between it and its neighbour in the text, or that behind as many cells of the text.</summary>
    private static long SpaceBehind(int[] order, int i, long[] spaces)
    {
        if (i + 1 == order.Length) return 0;
        var (one, next) = (order[i], order[i + 1]);
        return Math.Abs(one - next) == 1 ? spaces[Math.Min(one, next)] : spaces[i];
    }
}
