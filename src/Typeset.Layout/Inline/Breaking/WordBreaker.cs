using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Layout.Inline;

/// <summary>
/// Breaks greedily, as word processors do: fill to the measure; if the character that overflows is one of ，。、；：？！ and what precedes it fits, it hangs,
/// but not the last mark of a paragraph; else the line ends at the last place where it may.
/// </summary>
internal readonly ref struct WordBreaker(PreparedParagraph paragraph)
{
    private readonly Span<Cell> _cells = paragraph.Cells.Span;
    private readonly bool _hanging = paragraph.Rules!.Hanging;
    private readonly bool _hangAtEnd = paragraph.Rules!.HangAtParagraphEnd;
    private readonly long _squeeze = paragraph.Squeeze;

    /// <summary>Where the line that starts at a cell ends (exclusive), in a room of so many raw units. Always at least one cell on.</summary>
    public LineEnd NextLine(int from, long room)
    {
        var fill = default(Fill);
        var legal = -1;
        for (var i = from; i < _cells.Length; i++)
        {
            ref readonly var cell = ref _cells[i];
            if (!cell.Kind.VanishesAtLineEnd && !fill.Takes(cell, i > from, _squeeze, room)) return Overflow(from, i, legal, fill.Fits(_squeeze, room), room);
            fill.Add(cell, i > from);
            if (cell.Has(CellTraits.MustBreakAfter)) return new LineEnd(i + 1, LineTraits.Ends);
            if (cell.Has(CellTraits.BreakAfter)) legal = i + 1;
        }

        return new LineEnd(_cells.Length, LineTraits.Ends);
    }

    private LineEnd Overflow(int from, int at, int legal, bool fits, long room)
    {
        if (fits && at > from && MayHang(at)) return Hung(Trailing(at + 1));
        if (legal > from) return UrlPoint(legal, at, room) ?? new LineEnd(legal, LineTraits.None);
        var inside = LastUrlPoint(from, at);
        return new LineEnd(inside > from ? inside : Math.Max(at, from + 1), LineTraits.Forced);
    }

    private LineEnd Hung(int end) =>
        new(end, end == _cells.Length || _cells[end - 1].Has(CellTraits.MustBreakAfter) ? LineTraits.Hung | LineTraits.Ends : LineTraits.Hung);

    private bool MayHang(int at) =>
        _hanging && _cells[at].Has(CellTraits.Hangs) && _cells[Trailing(at + 1) - 1].Has(CellTraits.BreakAfter) && (_hangAtEnd || !IsLast(at));

    /// <summary>Where the spaces from a cell on end.</summary>
    private int Trailing(int cell)
    {
        while (cell < _cells.Length && _cells[cell].Kind.VanishesAtLineEnd && !_cells[cell - 1].Has(CellTraits.MustBreakAfter)) cell++;
        return cell;
    }

    /// <summary>Nothing that prints follows in the paragraph, or before a hard break.</summary>
    private bool IsLast(int cell) => Trailing(cell + 1) is var end && (end == _cells.Length || _cells[end - 1].Has(CellTraits.MustBreakAfter));

    /// <summary>A URL that would not fit on a line of its own either is parted here, rather than leaving the line half empty.</summary>
    private LineEnd? UrlPoint(int legal, int at, long room)
    {
        var point = LastUrlPoint(legal, at);
        if (point <= legal) return null;
        var end = at;
        while (end < _cells.Length && !_cells[end].Has(CellTraits.BreakAfter)) end++;
        return paragraph.WidthOf(legal, Math.Min(end + 1, _cells.Length)) > room ? new LineEnd(point, LineTraits.Forced) : null;
    }

    private int LastUrlPoint(int from, int at)
    {
        for (var i = at - 1; i >= from; i--)
        {
            if (_cells[i].Has(CellTraits.UrlPoint)) return i + 1;
        }

        return -1;
    }

    /// <summary>What a line holds so far: its width, and the marks that could give way.</summary>
    private struct Fill
    {
        private long _width;
        private long _marks;
        private bool _endsInSpace;

        /// <summary>Whether the cell fits. Positive tracking after a line's last cell takes no room; a character grid's negative one does.</summary>
        public readonly bool Takes(in Cell cell, bool inside, long squeeze, long room)
        {
            var width = _width + (inside ? cell.Gap : 0) + cell.Width + Math.Min(0, cell.Tracking);
            var marks = _marks + (cell.Has(CellTraits.Squeezes) ? 1 : 0);
            return width - squeeze * marks <= room;
        }

        /// <summary>Whether all of it is in the room, spaces at its end too.</summary>
        public readonly bool Fits(long squeeze, long room) => !_endsInSpace || _width - squeeze * _marks <= room;

        public void Add(in Cell cell, bool inside)
        {
            _width += (inside ? cell.Gap : 0) + cell.Width + cell.Tracking;
            if (cell.Has(CellTraits.Squeezes)) _marks++;
            _endsInSpace = cell.Kind.VanishesAtLineEnd;
        }
    }
}

/// <summary>Where a line ends: the cell behind its last one, and how it ends.</summary>
internal readonly record struct LineEnd(int Cell, LineTraits Traits);
