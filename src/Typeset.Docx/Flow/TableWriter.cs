using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Parts;
using Typeset.Docx.Pins;

namespace Typeset.Docx.Flow;

/// <summary>Where a table stands: its style, the measure in twips, its indent, and the ids of notes in it.</summary>
internal sealed record TablePlace(HouseStyle Variant, int Measure, Length Indent, Func<int, int> NoteId)
{
    /// <summary>Holds the ends of pages; null lets rows flow.</summary>
    public PagePinner? Pages { get; init; }
}

/// <summary>Writes tables row by row: header rows repeat, rows are as high as the layout has them, or higher where text is added.</summary>
internal sealed class TableWriter(ParagraphBuilder paragraphs, TablePlace place)
{
    private readonly TableStyle _style = place.Variant.Tables;

    public void Write(OpenXmlWriter writer, Table table, TableMap? map)
    {
        var widths = WidthsOf(table, map);
        var headRows = table.Rows.Length > table.HeaderRows ? table.HeaderRows : 0;
        writer.WriteStartElement(new W.Table());
        writer.WriteElement(Properties(widths.Sum()));
        writer.WriteElement(new W.TableGrid(widths.Select(static width => new W.GridColumn { Width = Twips.Text(width) })));
        using var maps = (map?.Rows ?? []).GetEnumerator();
        using var ends = (map?.PageEnds ?? []).GetEnumerator();
        var hasEnd = ends.MoveNext();
        for (var r = 0; r < table.Rows.Length; r++)
        {
            var cells = maps.MoveNext() ? maps.Current : [];
            var row = new RowPlace(r < table.HeaderRows, r < headRows, r == headRows - 1, r + 1 < table.Rows.Length && (map is { IsWhole: true } || KeepsRow(r, headRows, table.Rows.Length)));
            var endsPage = hasEnd && ends.Current.Row == r;
            if (endsPage) row = row with { Widening = place.Pages?.Row(ends.Current.Rest) ?? 0 };
            if (endsPage) hasEnd = ends.MoveNext();
            writer.WriteElement(Row(table, r, cells, widths, row));
        }

        writer.WriteEndElement();
    }

    /// <summary>A row of the table: set as a header, repeated, the last of those repeated, kept with the next.</summary>
    private readonly record struct RowPlace(bool IsHeader, bool Repeats, bool EndsHead, bool KeepsWithNext)
    {
        /// <summary>Twips by which it is higher, so that no other row fits on its page.</summary>
        public int Widening { get; init; }
    }

    /// <summary>No row stands alone at a page's foot or head.</summary>
    private static bool KeepsRow(int row, int headRows, int rows) => row <= headRows || row == rows - 2;

    private int[] WidthsOf(Table table, TableMap? map)
    {
        var padding = Twips.Of(_style.CellPadding);
        if (map is not null) return [.. map.Columns.Select(width => Twips.Of(width) + 2 * padding)];
        var each = (place.Measure - Twips.Of(place.Indent)) / table.Columns.Length;
        return [.. Enumerable.Repeat(Math.Max(1, each), table.Columns.Length)];
    }

    private W.TableProperties Properties(int width)
    {
        var padding = Twips.Of(_style.CellPadding);
        return new W.TableProperties(
            new W.TableWidth { Width = Twips.Text(width), Type = W.TableWidthUnitValues.Dxa },
            new W.TableIndentation { Width = Twips.Of(place.Indent), Type = W.TableWidthUnitValues.Dxa },
            Borders(),
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableCellMarginDefault(
                new W.TopMargin { Width = Twips.Text(Inside(padding)), Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellLeftMargin { Width = (short)padding, Type = W.TableWidthValues.Dxa },
                new W.BottomMargin { Width = Twips.Text(Inside(padding)), Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellRightMargin { Width = (short)padding, Type = W.TableWidthValues.Dxa }));
    }

    /// <summary>Rules take part of the padding: a row's height is the layout's, rules included.</summary>
    private int Inside(int padding) => Math.Max(0, padding - Twips.Of(Length.Max(_style.InnerRule, _style.OuterRule)));

    private W.TableBorders Borders()
    {
        var inner = _style.Vertical ? _style.InnerRule : Length.Zero;
        return new W.TableBorders(
            Border(new W.TopBorder(), _style.OuterRule), Border(new W.LeftBorder(), inner), Border(new W.BottomBorder(), _style.OuterRule),
            Border(new W.RightBorder(), inner), Border(new W.InsideHorizontalBorder(), inner), Border(new W.InsideVerticalBorder(), inner));
    }

    private static T Border<T>(T border, Length weight) where T : W.BorderType
    {
        border.Val = weight.IsZero ? W.BorderValues.Nil : W.BorderValues.Single;
        if (weight.IsZero) return border;
        (border.Size, border.Space, border.Color) = (Twips.EighthPoints(weight), 0u, "auto");
        return border;
    }

    /// <summary>The last row gives way to the rule below it, which comes on top of the rows' heights.</summary>
    private W.TableRow Row(Table table, int index, ImmutableArray<TextMap> maps, int[] widths, RowPlace row)
    {
        var lines = maps.IsDefaultOrEmpty ? 1 : Math.Max(1, maps.Max(static map => map.LineEnds.Length));
        var pitch = place.Variant.Of(TextRole.TableCell).LinePitch;
        var height = Twips.Of(pitch * lines + _style.CellPadding * 2) + row.Widening - (index == table.Rows.Length - 1 ? Twips.Of(_style.OuterRule) : 0);
        var properties = new W.TableRowProperties(new W.CantSplit(), new W.TableRowHeight { Val = (uint)height, HeightType = W.HeightRuleValues.AtLeast });
        if (lines > MostUnsplitLines) properties.RemoveAllChildren<W.CantSplit>();
        if (row.Repeats) properties.Append(new W.TableHeader());
        var made = new W.TableRow(properties);
        for (var c = 0; c < widths.Length; c++) made.Append(Cell(table, index, c, c < maps.Length ? maps[c] : null, widths[c], row));
        return made;
    }

    /// <summary>Rows of more lines than this may be parted; the layout parts those that no page holds.</summary>
    private const int MostUnsplitLines = 20;

    private W.TableCell Cell(Table table, int row, int column, TextMap? map, int width, RowPlace at)
    {
        var properties = new W.TableCellProperties(new W.TableCellWidth { Width = Twips.Text(width), Type = W.TableWidthUnitValues.Dxa });
        if (at.EndsHead && !_style.Vertical) properties.Append(new W.TableCellBorders(Border(new W.BottomBorder(), _style.InnerRule)));
        var role = at.IsHeader ? TextRole.TableHeader : TextRole.TableCell;
        var padding = Twips.Of(_style.CellPadding);
        var paragraph = paragraphs.Make(table.Rows[row].Cells[column], map, new ParagraphPlace(place.Variant, role)
        {
            Measure = width - 2 * padding - RuleRoom, Alignment = AlignmentOf(table.Columns[column]), KeepWithNext = at.KeepsWithNext ? true : null, NoteId = place.NoteId, Reserve = padding,
        });
        if (paragraphs.Overhang is > 0 and var overhang) properties.Append(new W.TableCellMargin(new W.RightMargin { Width = Twips.Text(padding - overhang), Type = W.TableWidthUnitValues.Dxa }));
        return new W.TableCell(properties, paragraph);
    }

    /// <summary>What vertical rules may take from a cell's measure.</summary>
    private const int RuleRoom = 10;

    private static Alignment AlignmentOf(ColumnAlignment column) => column switch
    {
        ColumnAlignment.Center => Alignment.Center,
        ColumnAlignment.End => Alignment.End,
        _ => Alignment.Start,
    };
}
