using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Layout.Inline;

/// <summary>
/// Breaks titles over the lines they need into lines of like length, at phrase ends (GB/T 9704-2012 §7.3.1: 词意完整，排列对称，长短适宜，梯形或菱形). The number of lines
/// stays the least; of all ways to break, the one with the least cost is taken.
/// </summary>
internal sealed class TitleBalancer
{
    /// <summary>Longer texts are no titles; they stay as filled. Keeps the time linear in the text.</summary>
    private const int MostLines = 8;

    private readonly GrowingArray<long> _offsets = new();
    private readonly GrowingArray<long> _costs = new();
    private readonly GrowingArray<int> _from = new();
    private readonly GrowingArray<int> _penalties = new();

    /// <summary>Moves the ends of lines that were filled greedily; stretches between hard breaks are titles of their own.</summary>
    public void Balance(PreparedParagraph paragraph, LineFrame frame, GrowingArray<LineEnd> ends)
    {
        TitlePhrases.Rate(paragraph, _penalties);
        MeasureOffsets(paragraph);
        for (var first = 0; first < ends.Count;)
        {
            var last = first;
            while (!ends[last].Traits.HasFlag(LineTraits.Ends)) last++;
            var count = last - first + 1;
            if (count is > 1 and <= MostLines) Solve(paragraph, frame, ends, first, count);
            first = last + 1;
        }
    }

    private void MeasureOffsets(PreparedParagraph paragraph)
    {
        _offsets.Clear();
        _offsets.Add(0);
        var sum = 0L;
        foreach (ref readonly var cell in paragraph.Cells.Span) _offsets.Add(sum += cell.Gap + cell.Width + cell.Tracking);
    }

    private void Solve(PreparedParagraph paragraph, LineFrame frame, GrowingArray<LineEnd> ends, int first, int count)
    {
        var (start, end) = (first == 0 ? 0 : ends[first - 1].Cell, ends[first + count - 1].Cell);
        var stretch = new Stretch(start, end, count, WidthOf(paragraph, start, end) / count, paragraph.Style!.Size.Raw);
        FillTable(paragraph, frame, stretch, first);
        var stride = end - start + 1;
        if (_costs[count * stride + end - start] == long.MaxValue) return;
        for (var (line, cell) = (count, end); line > 1; line--)
        {
            cell = start + _from[line * stride + cell - start];
            ends[first + line - 2] = new LineEnd(cell, LineTraits.None);
        }
    }

    /// <summary>Cells <c>[Start, End)</c> over a number of lines; <see cref="Mean"/> is the width they would have alike, <see cref="Em"/> the type size (raw units).</summary>
    private readonly record struct Stretch(int Start, int End, int Lines, long Mean, long Em);

    /// <summary>The least cost of setting the cells up to each place in 1, 2 … lines, and where the last of them begins.</summary>
    private void FillTable(PreparedParagraph paragraph, LineFrame frame, Stretch stretch, int first)
    {
        var stride = stretch.End - stretch.Start + 1;
        _costs.Clear();
        _from.Clear();
        _costs.AddRange((stretch.Lines + 1) * stride).Fill(long.MaxValue);
        _from.AddRange((stretch.Lines + 1) * stride).Clear();
        _costs[0] = 0;
        for (var line = 1; line <= stretch.Lines; line++)
        {
            var room = frame.Room(first + line - 1).Raw;
            for (var to = stretch.Start + 1; to <= stretch.End; to++)
            {
                if (paragraph.Cells[to - 1].Has(CellTraits.BreakAfter)) FillPlace(paragraph, stretch, line, to, room);
            }
        }
    }

    private void FillPlace(PreparedParagraph paragraph, Stretch stretch, int line, int to, long room)
    {
        var stride = stretch.End - stretch.Start + 1;
        var own = line * stride + to - stretch.Start;
        for (var from = to - 1; from >= stretch.Start; from--)
        {
            var width = WidthOf(paragraph, from, to);
            if (width > room) return;
            var before = _costs[(line - 1) * stride + from - stretch.Start];
            if (before == long.MaxValue) continue;
            var cost = before + CostOf(stretch, width) + (to == stretch.End ? 0 : _penalties[to]);
            if (cost >= _costs[own]) continue;
            (_costs[own], _from[own]) = (cost, from - stretch.Start);
        }
    }

    /// <summary>100 for a line that is one em off the mean, 400 for two …</summary>
    private static long CostOf(Stretch stretch, long width)
    {
        var tenths = (width - stretch.Mean) * 10 / stretch.Em;
        return tenths * tenths;
    }

    private long WidthOf(PreparedParagraph paragraph, int from, int to)
    {
        to = paragraph.TrimEnd(from, to);
        return to <= from ? 0 : _offsets[to] - _offsets[from] - paragraph.Cells[from].Gap - paragraph.Cells[to - 1].Tracking;
    }
}
