using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;
using Typeset.Pages;

namespace Typeset.Layout.Flow;

/// <summary>Builds the blocks of a table: the caption, kept with the table, and the table.</summary>
internal sealed class TableBuilder(FlowContext context, TextFlowFactory text, StructurePlan structure)
{
    public ImmutableArray<FlowBlock> Build(Table table, int parent, Length indent)
    {
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>(2);
        var element = structure.Add(StructureRole.Table, parent);
        if (!table.Caption.IsEmpty)
        {
            var caption = structure.Add(StructureRole.Caption, element);
            blocks.Add(text.Make(table.Caption, TextRole.Caption, new TextPlace(caption, table.Span) { KeepWithNext = true }));
        }

        if (table.Rows.Length > 0) blocks.Add(BuildTable(table, element, indent));
        return blocks.ToImmutable();
    }

    private TableFlow BuildTable(Table table, int element, Length indent)
    {
        var columns = ColumnFitter.Fit(table, context, context.Measure - indent);
        var headRows = table.Rows.Length > table.HeaderRows ? table.HeaderRows : 0;
        var head = Rows(table, 0, headRows, columns, structure.Add(StructureRole.TableHead, element));
        var body = Rows(table, headRows, table.Rows.Length, columns, structure.Add(StructureRole.TableBody, element));
        var style = context.Style;
        var pitch = style.Of(TextRole.TableCell).LinePitch;
        var geometry = new TableGeometry(columns, indent, context.Measure - indent, style.Tables.CellPadding, pitch, style.Tables);
        return new TableFlow(context.Setter, geometry, head, body, RowLimit(head, pitch))
        {
            Span = table.Span, SpaceBefore = Gap, SpaceAfter = Gap,
        };
    }

    /// <summary>Half a body line keeps the rules off the text.</summary>
    private Length Gap => context.Body.LinePitch / 2;

    /// <summary>Most lines of a row that still fit on a page below the header rows.</summary>
    private int RowLimit(ImmutableArray<TableRowFlow> head, Length pitch)
    {
        var padding = context.Style.Tables.CellPadding * 2;
        var taken = padding;
        foreach (var row in head) taken += pitch * row.Lines + padding;
        return (int)Math.Max(1, (context.ColumnHeight - taken).DividedBy(pitch));
    }

    private ImmutableArray<TableRowFlow> Rows(Table table, int from, int to, ImmutableArray<TableColumn> columns, int parent)
    {
        var rows = ImmutableArray.CreateBuilder<TableRowFlow>(to - from);
        for (var r = from; r < to; r++) rows.Add(Row(table, r, columns, structure.Add(StructureRole.TableRow, parent)));
        return rows.MoveToImmutable();
    }

    private TableRowFlow Row(Table table, int index, ImmutableArray<TableColumn> columns, int parent)
    {
        var header = index < table.HeaderRows;
        var cells = ImmutableArray.CreateBuilder<TableCell>(columns.Length);
        for (var c = 0; c < columns.Length; c++)
        {
            var style = context.Style.Of(header ? TextRole.TableHeader : TextRole.TableCell) with { Alignment = AlignmentOf(table.Columns[c]), FirstLineIndent = Length.Zero };
            var broken = text.Break(table.Rows[index].Cells[c], style, columns[c].Width);
            var element = structure.Add(header ? StructureRole.TableHeaderCell : StructureRole.TableDataCell, parent);
            cells.Add(new TableCell(broken, style, element, text.ElementsOf(broken.Text, new TextPlace(element, table.Span))));
        }

        var lines = cells.Max(static c => c.Text.LineCount);
        return new TableRowFlow(cells.MoveToImmutable(), Math.Max(1, lines));
    }

    private static Alignment AlignmentOf(ColumnAlignment column) => column switch
    {
        ColumnAlignment.Center => Alignment.Center,
        ColumnAlignment.End => Alignment.End,
        _ => Alignment.Start,
    };
}

/// <summary>Shares a table's width among its columns.</summary>
internal static class ColumnFitter
{
    /// <summary>
    /// Each column gets its widest cell where all fit (the rest is shared evenly); else what all get alike is 2 em, and the rest goes by the widths wanted.
    /// </summary>
    public static ImmutableArray<TableColumn> Fit(Table table, FlowContext context, Length width)
    {
        var wanted = Wanted(table, context);
        var padding = context.Style.Tables.CellPadding;
        var free = width - padding * (2 * wanted.Length);
        var total = wanted.Aggregate(Length.Zero, static (sum, w) => sum + w);
        var least = Length.Min(context.Style.Of(TextRole.TableCell).Size * 2, Length.Max(Length.Zero, free) / wanted.Length);
        var columns = ImmutableArray.CreateBuilder<TableColumn>(wanted.Length);
        var x = Length.Zero;
        foreach (var want in wanted)
        {
            var share = total <= free
                ? want + (free - total) / wanted.Length
                : least + (free - least * wanted.Length).Times(want.Raw, Math.Max(1, total.Raw));
            columns.Add(new TableColumn(x + padding, Length.Max(share, new Length(1))));
            x += share + padding * 2;
        }

        return columns.MoveToImmutable();
    }

    private static Length[] Wanted(Table table, FlowContext context)
    {
        var wanted = new Length[table.Columns.Length];
        for (var r = 0; r < table.Rows.Length; r++)
        {
            var style = context.Style.Of(r < table.HeaderRows ? TextRole.TableHeader : TextRole.TableCell);
            for (var c = 0; c < wanted.Length; c++) wanted[c] = Length.Max(wanted[c], context.Setter.WidthOf(table.Rows[r].Cells[c], style));
        }

        return wanted;
    }
}
