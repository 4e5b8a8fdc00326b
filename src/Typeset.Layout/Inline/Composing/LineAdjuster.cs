using Typeset.Core;

namespace Typeset.Layout.Inline;

/// <summary>
/// 行内调整 as word processors do it: what is missing to the measure goes to Western word spaces (up to ½ em each), the rest evenly between all Han; what is too much
/// comes out of the marks. All sums are exact: the last cell ends where the measure ends, to the raw unit.
/// </summary>
internal sealed class LineAdjuster
{
    /// <summary>A Western word space is stretched to ½ em before Han is (clreq, expansion).</summary>
    private const int SpaceLimitDivisor = 2;

    private readonly GrowingArray<int> _slots = new();

    /// <summary>Fills in the extra space after each of the cells of a line so that they take up the slack, which may be negative.</summary>
    public void Adjust(ReadOnlySpan<Cell> cells, long slack, Length em, long squeeze, Span<long> extra)
    {
        extra.Clear();
        if (slack < 0) Reduce(cells, -slack, squeeze, extra);
        else if (slack > 0) Expand(cells, slack, em.Raw / SpaceLimitDivisor, extra);
    }

    private void Expand(ReadOnlySpan<Cell> cells, long slack, long spaceLimit, Span<long> extra)
    {
        Collect(cells, static (before, _) => IsSpace(before));
        foreach (var slot in _slots.Span) slack -= StretchSpace(ref extra[slot], cells[slot].Width, spaceLimit, slack);
        Collect(cells, static (before, after) => IsSpace(before) || IsHanSlot(before, after));
        Share(slack, extra);
    }

    private static long StretchSpace(ref long extra, int width, long limit, long slack) => extra = Math.Clamp(limit - width, 0, slack);

    private void Reduce(ReadOnlySpan<Cell> cells, long excess, long squeeze, Span<long> extra)
    {
        CollectMarks(cells);
        var fromMarks = Math.Min(excess, squeeze * _slots.Count);
        Share(-fromMarks, extra);
        if (fromMarks == excess) return;
        Collect(cells, static (before, after) => IsHanSlot(before, after));
        Share(fromMarks - excess, extra);
    }

    /// <summary>An opening mark gives way before itself, the others behind.</summary>
    private void CollectMarks(ReadOnlySpan<Cell> cells)
    {
        _slots.Clear();
        for (var i = 0; i < cells.Length; i++)
        {
            if (!cells[i].Has(CellTraits.Squeezes)) continue;
            if (!cells[i].Kind.IsOpening) _slots.Add(i);
            else if (i > 0) _slots.Add(i - 1);
        }
    }

    private void Collect(ReadOnlySpan<Cell> cells, Func<Cell, Cell, bool> takes)
    {
        _slots.Clear();
        for (var i = 0; i + 1 < cells.Length; i++)
        {
            if (takes(cells[i], cells[i + 1])) _slots.Add(i);
        }
    }

    private static bool IsSpace(Cell cell) => cell.Kind is CharacterKind.WordSpace or CharacterKind.HardSpace;

    private static bool IsHanSlot(Cell before, Cell after) =>
        (before.Kind.IsCell || after.Kind.IsCell) && !IsSpace(before) && !IsSpace(after) && !before.Has(CellTraits.RigidAfter) && after.Kind != CharacterKind.Control;

    /// <summary>Shares an amount among the slots in equal parts; what does not divide goes one unit each to slots spread over the line.</summary>
    private void Share(long amount, Span<long> extra)
    {
        var slots = _slots.Span;
        for (var i = 0; i < slots.Length; i++)
        {
            extra[slots[i]] += amount * (i + 1) / slots.Length - amount * i / slots.Length;
        }
    }
}
