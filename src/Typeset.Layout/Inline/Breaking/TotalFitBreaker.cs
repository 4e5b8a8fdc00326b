using Typeset.Core;

namespace Typeset.Layout.Inline;

/// <summary>
/// Breaks a stretch so that its lines together need the least adjustment (total fit, after Knuth and Plass, on clreq's steps of reduction and expansion). Integers only.
/// </summary>
internal sealed class TotalFitBreaker
{
    /// <summary>A line whose spaces are stretched to what looks even costs 1000, by the cube; pushing in costs half, so that it comes before pushing out.</summary>
    private const int Unit = 1000;
    private const long CubeToCost = 1_000_000;
    private const int MostRatio = 100_000;

    /// <summary>Space between Han that looks even: 1/16 em.</summary>
    private const int EvenHanDivisor = 16;

    /// <summary>孤字成行 is worse than any line but the worst.</summary>
    private const long RuntCost = 1_000_000;

    private readonly GrowingArray<long> _offsets = new();
    private readonly GrowingArray<long> _reducible = new();
    private readonly GrowingArray<long> _expandable = new();
    private readonly GrowingArray<long> _costs = new();
    private readonly GrowingArray<int> _from = new();
    private readonly GrowingArray<LineTraits> _traits = new();
    private readonly GrowingArray<int> _path = new();

    /// <summary>Adds the lines of cells <c>[from, to)</c>, which end in a hard break or the paragraph's end; false where they cannot all be filled by legal breaks.</summary>
    public bool TryBreak(PreparedParagraph paragraph, LineFrame frame, int from, int to, GrowingArray<LineEnd> ends)
    {
        Measure(paragraph, from, to);
        _costs[0] = 0;
        for (var end = from + 1; end <= to; end++)
        {
            if (end == to || paragraph.Cells[end - 1].Has(CellTraits.BreakAfter)) FillPlace(paragraph, frame, new Stretch(from, to), end);
        }

        if (_costs[to - from] == long.MaxValue) return false;
        AddLines(from, to, ends);
        return true;
    }

    private readonly record struct Stretch(int Start, int End);

    /// <summary>One way to set a line: what it lacks (negative: has too much), what it may give up and take.</summary>
    private readonly record struct Fit(long Slack, long Reducible, long Expandable);

    private void Measure(PreparedParagraph paragraph, int from, int to)
    {
        _offsets.Clear();
        _reducible.Clear();
        _expandable.Clear();
        _costs.Clear();
        _from.Clear();
        _traits.Clear();
        var cells = paragraph.Cells.Span[from..to];
        var em = (int)paragraph.Style!.Size.Raw;
        Add(0, 0, 0);
        for (var i = 0; i < cells.Length; i++)
        {
            var last = i + 1 == cells.Length;
            var (less, more) = last ? default : Limits(cells[i], cells[i + 1], em);
            Add(cells[i].Gap + cells[i].Width + cells[i].Tracking, less, more);
        }
    }

    private void Add(long width, long less, long more)
    {
        var at = _offsets.Count;
        _offsets.Add(width + (at > 0 ? _offsets[at - 1] : 0));
        _reducible.Add(less + (at > 0 ? _reducible[at - 1] : 0));
        _expandable.Add(more + (at > 0 ? _expandable[at - 1] : 0));
        _costs.Add(long.MaxValue);
        _from.Add(0);
        _traits.Add(LineTraits.None);
    }

    private static (long Less, long More) Limits(in Cell before, in Cell after, int em)
    {
        var less = 0L;
        for (var step = 0; step < Adjustment.ReductionSteps; step++) less += Adjustment.Reducible((ReductionStep)step, before, after, em);
        long more = Adjustment.Expandable(ExpansionStep.WordSpace, before, after, em) + Adjustment.Expandable(ExpansionStep.MixedSpacing, before, after, em);
        return (less, more + (Adjustment.IsHanSlot(before, after) ? em / EvenHanDivisor : 0));
    }

    private void FillPlace(PreparedParagraph paragraph, LineFrame frame, Stretch stretch, int end)
    {
        var own = end - stretch.Start;
        for (var start = end - 1; start >= stretch.Start; start--)
        {
            var before = _costs[start - stretch.Start];
            if (before == long.MaxValue) continue;
            var room = frame.Room(start == 0 ? 0 : 1).Raw;
            var (cost, traits) = CostOf(paragraph, stretch, start, end, room);
            if (cost == long.MaxValue) return;
            if (before + cost >= _costs[own]) continue;
            (_costs[own], _from[own], _traits[own]) = (before + cost, start - stretch.Start, traits);
        }
    }

    /// <summary>The cost of a line, the last mark hung where that is better; none (<see cref="long.MaxValue"/>) where it is too wide.</summary>
    private (long Cost, LineTraits Traits) CostOf(PreparedParagraph paragraph, Stretch stretch, int start, int end, long room)
    {
        var inked = paragraph.TrimEnd(start, end);
        var last = end == stretch.End;
        var set = Cost(FitOf(paragraph, stretch, start, inked, room), last);
        if (last) return (set == long.MaxValue ? set : set + RuntCostOf(paragraph, start), LineTraits.Ends);
        if (!paragraph.Rules!.Hanging || inked - start < 2 || !paragraph.Cells[inked - 1].Has(CellTraits.Hangs)) return (set, LineTraits.None);
        var hung = Cost(FitOf(paragraph, stretch, start, inked - 1, room), false);
        return hung < set ? (hung, LineTraits.Hung) : (set, LineTraits.None);
    }

    private Fit FitOf(PreparedParagraph paragraph, Stretch stretch, int start, int end, long room)
    {
        if (end <= start) return new Fit(room, 0, 1);
        var (a, b) = (start - stretch.Start, end - stretch.Start);
        ref readonly var first = ref paragraph.Cells[start];
        ref readonly var last = ref paragraph.Cells[end - 1];
        var width = _offsets[b] - _offsets[a] - first.Gap - last.Tracking - paragraph.HeadTrim(first) - paragraph.FootTrim(last);
        return new Fit(room - width, _reducible[b - 1] - _reducible[a], _expandable[b - 1] - _expandable[a]);
    }

    private static long Cost(Fit fit, bool last)
    {
        if (fit.Slack >= 0) return last ? 0 : Cube(fit.Slack * Unit / Math.Max(1, fit.Expandable));
        return -fit.Slack > fit.Reducible ? long.MaxValue : Cube(-fit.Slack * Unit / fit.Reducible) / 2;
    }

    private static long Cube(long ratio)
    {
        ratio = Math.Min(ratio, MostRatio);
        return ratio * ratio * ratio / CubeToCost;
    }

    private static long RuntCostOf(PreparedParagraph paragraph, int start) =>
        start > 0 && paragraph.Rules!.RuntControl && Runt.IsRunt(paragraph.Text.Text.AsSpan(paragraph.Cells[start].Start)) ? RuntCost : 0;

    private void AddLines(int from, int to, GrowingArray<LineEnd> ends)
    {
        _path.Clear();
        for (var at = to - from; at > 0; at = _from[at]) _path.Add(at);
        for (var i = _path.Count - 1; i >= 0; i--) ends.Add(new LineEnd(from + _path[i], _traits[_path[i]]));
    }
}
