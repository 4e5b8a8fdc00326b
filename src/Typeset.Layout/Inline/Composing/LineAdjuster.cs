using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Layout.Inline;

/// <summary>
/// 行内调整: makes a line as wide as the measure. As word processors do it (<c>word</c>), what is missing goes to Western word spaces, the rest evenly between all Han, and
/// what is too much comes out of the marks; in clreq's order (<c>clreq</c>) both go by steps. All sums are exact: the line ends where the measure ends, to the raw unit.
/// </summary>
internal sealed class LineAdjuster
{
    private readonly GrowingArray<int> _slots = new();
    private readonly GrowingArray<long> _limits = new();

    /// <summary>Fills in the extra space after each of the cells of a line so that they take up the slack, which may be negative.</summary>
    public void Adjust(ReadOnlySpan<Cell> cells, long slack, PreparedParagraph paragraph, Span<long> extra)
    {
        extra.Clear();
        var em = (int)paragraph.Style!.Size.Raw;
        var clreq = paragraph.Rules!.Mode == LineBreakMode.Clreq;
        if (slack < 0 && clreq) ReduceBySteps(cells, -slack, em, extra);
        else if (slack < 0) ReduceMarks(cells, -slack, paragraph.Squeeze, extra);
        else if (slack > 0) Expand(cells, slack, em, clreq, extra);
    }

    private void Expand(ReadOnlySpan<Cell> cells, long slack, int em, bool clreq, Span<long> extra)
    {
        slack -= ExpandStep(ExpansionStep.WordSpace, cells, slack, em, extra);
        if (clreq) slack -= ExpandStep(ExpansionStep.MixedSpacing, cells, slack, em, extra);
        if (slack > 0) ShareAmongHan(cells, slack, extra);
    }

    private long ExpandStep(ExpansionStep step, ReadOnlySpan<Cell> cells, long slack, int em, Span<long> extra)
    {
        Begin();
        for (var i = 0; i + 1 < cells.Length; i++) AddSlot(i, Adjustment.Expandable(step, cells[i], cells[i + 1], em));
        return ShareUpToLimits(slack, 1, extra);
    }

    private void ReduceBySteps(ReadOnlySpan<Cell> cells, long excess, int em, Span<long> extra)
    {
        for (var step = 0; step < Adjustment.ReductionSteps && excess > 0; step++)
        {
            Begin();
            for (var i = 0; i + 1 < cells.Length; i++) AddSlot(i, Adjustment.Reducible((ReductionStep)step, cells[i], cells[i + 1], em));
            excess -= ShareUpToLimits(excess, -1, extra);
        }

        if (excess > 0) ShareAmongHan(cells, -excess, extra);
    }

    /// <summary>An opening mark gives way before itself, the others behind.</summary>
    private void ReduceMarks(ReadOnlySpan<Cell> cells, long excess, long squeeze, Span<long> extra)
    {
        Begin();
        for (var i = 0; i < cells.Length; i++)
        {
            if (!cells[i].Has(CellTraits.Squeezes)) continue;
            if (!cells[i].Kind.IsOpening) AddSlot(i, squeeze);
            else if (i > 0) AddSlot(i - 1, squeeze);
        }

        excess -= ShareUpToLimits(excess, -1, extra);
        if (excess > 0) ShareAmongHan(cells, -excess, extra);
    }

    private void Begin()
    {
        _slots.Clear();
        _limits.Clear();
    }

    private void AddSlot(int slot, long limit)
    {
        if (limit <= 0) return;
        _slots.Add(slot);
        _limits.Add(limit);
    }

    /// <summary>Shares what the slots can take of an amount among them, in proportion to their limits; how much that was.</summary>
    private long ShareUpToLimits(long amount, int sign, Span<long> extra)
    {
        var total = 0L;
        foreach (var limit in _limits.Span) total += limit;
        if (total == 0) return 0;
        amount = Math.Min(amount, total);
        var (before, given) = (0L, 0L);
        for (var i = 0; i < _slots.Count; i++)
        {
            before += _limits[i];
            var upTo = (long)((Int128)amount * before / total);
            extra[_slots[i]] += sign * (upTo - given);
            given = upTo;
        }

        return amount;
    }

    /// <summary>Shares an amount evenly; what does not divide goes one unit each to slots spread over the line.</summary>
    private void ShareAmongHan(ReadOnlySpan<Cell> cells, long amount, Span<long> extra)
    {
        _slots.Clear();
        for (var i = 0; i + 1 < cells.Length; i++)
        {
            if (Adjustment.IsSpace(cells[i]) || Adjustment.IsHanSlot(cells[i], cells[i + 1])) _slots.Add(i);
        }

        for (var i = 0; i < _slots.Count; i++) extra[_slots[i]] += amount * (i + 1) / _slots.Count - amount * i / _slots.Count;
    }
}
