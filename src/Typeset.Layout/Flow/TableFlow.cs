using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;

namespace Typeset.Layout.Flow;

/// <summary>One cell: its broken text, its element in the structure, and those inside its text.</summary>
internal readonly record struct TableCell(BrokenParagraph Text, TextStyle Style, int Structure, ImmutableArray<int> Inline);

/// <summary>One row: as many cells as the table has columns, and the number of lines of its longest cell (at least 1).</summary>
internal sealed record TableRowFlow(ImmutableArray<TableCell> Cells, int Lines);

/// <summary>A column's left edge from the table's, and its text measure.</summary>
internal readonly record struct TableColumn(Length Left, Length Width);

/// <summary>The look of a table, settled.</summary>
internal sealed record TableGeometry(ImmutableArray<TableColumn> Columns, Length Shift, Length Width, Length Padding, Length Pitch, TableStyle Style);

/// <summary>
/// A table in the flow. A slice is a body row, or, where a row is taller than <c>rowLimit</c> lines, that many lines of it. The header rows are the
/// head of the first slice and are painted again where a page begins inside the table.
/// </summary>
internal sealed class TableFlow : FlowBlock
{
    private readonly InlineSetter _setter;
    private readonly TableGeometry _geometry;
    private readonly ImmutableArray<TableRowFlow> _head;
    private readonly ImmutableArray<TableRowFlow> _body;
    private readonly Slice[] _slices;
    private readonly int[][] _notes;

    /// <summary>Lines <c>[From, To)</c> of a row.</summary>
    private readonly record struct Slice(int Row, int From, int To);

    public TableFlow(InlineSetter setter, TableGeometry geometry, ImmutableArray<TableRowFlow> head, ImmutableArray<TableRowFlow> body, int rowLimit)
    {
        (_setter, _geometry, _head, _body) = (setter, geometry, head, body);
        _slices = [.. SlicesOf(body, rowLimit)];
        _notes = [.. _slices.Select((slice, index) => NotesIn(slice, index == 0))];
    }

    public override int SliceCount => _slices.Length;
    public override bool IsText => false;
    public override Length RepeatedHeight => HeadHeight;
    /// <summary>No row stands alone at a page's foot or head.</summary>
    public override bool BreakAllowedAfter(int slice) => slice > 0 && slice + 2 < SliceCount;

    public override Length HeightOf(int slice) => RowHeight(_slices[slice].To - _slices[slice].From) + (slice == 0 ? HeadHeight : Length.Zero);
    public override ReadOnlySpan<int> NotesOf(int slice) => _notes[slice];

    public override string TextOf(int slice)
    {
        var (row, from, to) = _slices[slice];
        return string.Join('\t', _body[row].Cells.Select(cell => CellText(cell, from, to)));
    }

    public override TableMap Map(Length before, bool beginsPage) => new(
        [.. _geometry.Columns.Select(static column => column.Width)],
        _head.Concat(_body).Select(static row => row.Cells.Select(static cell => cell.Text.Map(Length.Zero, false)).ToImmutableArray()),
        before, beginsPage);

    /// <summary>The row that ends before a slice, header rows counted; null where the slice goes on with it.</summary>
    public int? RowEndingBefore(int slice) => _slices[slice].From == 0 ? _head.Length + _slices[slice].Row - 1 : null;

    public override void Compose(PageCanvas canvas, int from, int to, Point top)
    {
        var left = top.X + _geometry.Shift;
        var y = top.Y;
        var repeated = from > 0;
        Rule(canvas, left, y, _geometry.Style.OuterRule);
        foreach (var row in _head) y = ComposeRow(canvas, row, 0, row.Lines, new Point(left, y), repeated);
        if (_head.Length > 0) Rule(canvas, left, y, _geometry.Style.InnerRule);
        for (var i = from; i < to; i++)
        {
            var slice = _slices[i];
            y = ComposeRow(canvas, _body[slice.Row], slice.From, slice.To, new Point(left, y), false);
            if (i + 1 < to && _geometry.Style.Vertical) Rule(canvas, left, y, _geometry.Style.InnerRule);
        }

        Rule(canvas, left, y, _geometry.Style.OuterRule);
        if (_geometry.Style.Vertical) VerticalRules(canvas, left, top.Y, y);
    }

    private Length HeadHeight => _head.Aggregate(Length.Zero, (sum, row) => sum + RowHeight(row.Lines));

    private Length RowHeight(int lines) => _geometry.Pitch * lines + _geometry.Padding * 2;

    private Length ComposeRow(PageCanvas canvas, TableRowFlow row, int from, int to, Point top, bool repeated)
    {
        for (var c = 0; c < row.Cells.Length; c++)
        {
            var cell = row.Cells[c];
            var last = Math.Min(to, cell.Text.LineCount);
            if (from >= last) continue;
            var baseline = top.Y + _geometry.Padding + Baseline.Of(cell.Style.Size, _geometry.Pitch);
            var element = repeated ? StructurePlan.Artifact : cell.Structure;
            canvas.Begin(element);
            var origin = new Point(top.X + _geometry.Columns[c].Left, baseline);
            _setter.Compose(new LineRequest(cell.Text, from, last, origin, _geometry.Pitch, canvas.NoteMark) { Elements = canvas.Inline(repeated ? [] : cell.Inline) }, canvas.Items);
            canvas.End(element);
        }

        return top.Y + RowHeight(to - from);
    }

    private void Rule(PageCanvas canvas, Length left, Length y, Length weight)
    {
        if (weight.IsZero) return;
        canvas.Begin(StructurePlan.Artifact);
        canvas.Rule(new Rectangle(left, y - weight / 2, _geometry.Width, weight), InkColor.Black);
        canvas.End(StructurePlan.Artifact);
    }

    private void VerticalRules(PageCanvas canvas, Length left, Length top, Length bottom)
    {
        var weight = _geometry.Style.InnerRule;
        if (weight.IsZero) return;
        canvas.Begin(StructurePlan.Artifact);
        foreach (var column in _geometry.Columns)
        {
            canvas.Rule(new Rectangle(left + column.Left - _geometry.Padding - weight / 2, top, weight, bottom - top), InkColor.Black);
        }

        canvas.Rule(new Rectangle(left + _geometry.Width - weight / 2, top, weight, bottom - top), InkColor.Black);
        canvas.End(StructurePlan.Artifact);
    }

    private int[] NotesIn(Slice slice, bool withHead)
    {
        var notes = new List<int>();
        if (withHead)
        {
            foreach (var row in _head) AddNotes(row, 0, row.Lines, notes);
        }

        AddNotes(_body[slice.Row], slice.From, slice.To, notes);
        return [.. notes];
    }

    private static void AddNotes(TableRowFlow row, int from, int to, List<int> notes)
    {
        foreach (var cell in row.Cells)
        {
            for (var line = from; line < Math.Min(to, cell.Text.LineCount); line++) notes.AddRange(cell.Text.NotesOf(line));
        }
    }

    private static string CellText(TableCell cell, int from, int to) =>
        string.Concat(Enumerable.Range(from, Math.Max(0, Math.Min(to, cell.Text.LineCount) - from)).Select(cell.Text.TextOf));

    private static IEnumerable<Slice> SlicesOf(ImmutableArray<TableRowFlow> body, int rowLimit)
    {
        for (var row = 0; row < body.Length; row++)
        {
            var step = body[row].Lines <= rowLimit ? body[row].Lines : Math.Max(1, rowLimit);
            for (var from = 0; from < body[row].Lines; from += step) yield return new Slice(row, from, Math.Min(from + step, body[row].Lines));
        }
    }
}
