using Typeset.Documents;

namespace Typeset.Layout.Inline;

/// <summary>Breaks a prepared paragraph into lines: fills them, then mends the end (room for a number, no runt).</summary>
internal sealed class ParagraphBreaker
{
    private readonly GrowingArray<LineEnd> _ends = new();
    private readonly TitleBalancer _balancer = new();
    private readonly TotalFitBreaker _totalFit = new();

    public LineRecord[] Break(PreparedParagraph paragraph, LineFrame frame, ParagraphExtras extras)
    {
        _ends.Clear();
        Fill(paragraph, frame, 0);
        KeepEndRoom(paragraph, frame, extras.EndRoom.Raw);
        if (paragraph.Style!.Balance && _ends.Count > 1) _balancer.Balance(paragraph, frame, _ends);
        if (paragraph.Rules!.RuntControl) PullRunt(paragraph, frame);
        return Records(paragraph);
    }

    private void Fill(PreparedParagraph paragraph, LineFrame frame, int from)
    {
        var breaker = new WordBreaker(paragraph);
        while (from < paragraph.Cells.Count)
        {
            if (FillByTotalFit(paragraph, frame, ref from)) continue;
            var end = breaker.NextLine(from, frame.Room(_ends.Count).Raw);
            _ends.Add(end);
            from = end.Cell;
        }
    }

    /// <summary>In <c>clreq</c> mode, all lines up to the next hard break at once; a stretch that has no legal way is filled line by line.</summary>
    private bool FillByTotalFit(PreparedParagraph paragraph, LineFrame frame, ref int from)
    {
        if (paragraph.Rules!.Mode != LineBreakMode.Clreq || (from > 0 && !paragraph.Cells[from - 1].Has(CellTraits.MustBreakAfter))) return false;
        var to = from;
        while (to < paragraph.Cells.Count && (to == from || !paragraph.Cells[to - 1].Has(CellTraits.MustBreakAfter))) to++;
        if (!_totalFit.TryBreak(paragraph, frame, from, to, _ends)) return false;
        from = to;
        return true;
    }

    /// <summary>A last line that reaches into the room for a number is broken once more.</summary>
    private void KeepEndRoom(PreparedParagraph paragraph, LineFrame frame, long room)
    {
        if (room <= 0 || _ends.Count == 0) return;
        var (from, last) = (StartOf(_ends.Count - 1), _ends[_ends.Count - 1].Cell);
        var free = frame.Room(_ends.Count - 1).Raw - room;
        if (free <= 0 || paragraph.WidthOf(from, paragraph.TrimEnd(from, last)) <= free) return;
        var end = new WordBreaker(paragraph).NextLine(from, free);
        if (end.Cell >= last) return;
        _ends[_ends.Count - 1] = end;
        Fill(paragraph, frame, end.Cell);
    }

    /// <summary>The line before a runt gives up what it must, at the last place that leaves two characters below.</summary>
    private void PullRunt(PreparedParagraph paragraph, LineFrame frame)
    {
        var count = _ends.Count;
        if (count < 2 || _ends[count - 2].Traits.HasFlag(LineTraits.Ends)) return;
        var (text, from) = (paragraph.Text.Text, StartOf(count - 2));
        if (!Runt.IsRunt(text.AsSpan(paragraph.EndOf(_ends[count - 2].Cell - 1)))) return;
        for (var cell = _ends[count - 2].Cell - 1; cell > from + 1; cell--)
        {
            if (paragraph.WidthOf(cell, paragraph.TrimEnd(cell, paragraph.Cells.Count)) > frame.Room(count - 1).Raw) return;
            if (!paragraph.Cells[cell - 1].Has(CellTraits.BreakAfter) || Runt.IsRunt(text.AsSpan(paragraph.Cells[cell].Start))) continue;
            _ends[count - 2] = new LineEnd(cell, LineTraits.None);
            return;
        }
    }

    private int StartOf(int line) => line == 0 ? 0 : _ends[line - 1].Cell;

    private LineRecord[] Records(PreparedParagraph paragraph)
    {
        if (_ends.Count == 0) return [new LineRecord(0, 0, 0, LineTraits.Ends)];
        var records = new LineRecord[_ends.Count];
        for (var i = 0; i < records.Length; i++)
        {
            var (from, end) = (StartOf(i), _ends[i]);
            var inked = paragraph.TrimEnd(from, end.Cell) - (end.Traits.HasFlag(LineTraits.Hung) ? 1 : 0);
            var start = i == 0 ? 0 : records[i - 1].End;
            records[i] = new LineRecord(start, paragraph.EndOf(end.Cell - 1), paragraph.WidthOf(from, inked), end.Traits);
        }

        return records;
    }
}
