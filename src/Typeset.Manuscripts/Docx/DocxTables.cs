using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Raw.Drafts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Manuscripts.Docx;

/// <summary>Reads tables: merged cells keep their text in the first, nested tables become lines of their cell.</summary>
internal sealed class DocxTables(DocxContext context, DocxFields fields, DocxNotes notes)
{
    private readonly List<OpenXmlElement> _anchored = [];
    private bool _isSimplified;

    /// <summary>Adds the table, and hands back what was anchored in its cells.</summary>
    public IReadOnlyList<OpenXmlElement> Add(W.Table table)
    {
        _anchored.Clear();
        _isSimplified = false;
        var start = context.Draft.Position;
        var rows = table.Elements<W.TableRow>().Where(IsKept).Select(ReadRow).ToList();
        var count = rows.Count == 0 ? 0 : rows.Max(static row => row.Count);
        if (count == 0) return _anchored;
        var headers = HasHeader(table, rows) ? 1 : 0;
        var placed = rows.Select(row => Place(row, count)).ToImmutableArray();
        var columns = Enumerable.Range(0, count).Select(column => AlignmentOf(rows, column)).ToImmutableArray();
        context.Draft.AddBlock(span => new Table(columns, headers, placed, RichText.Empty, span), start);
        if (_isSimplified) context.Complain(DocxReadingMessages.TableSimplified, rows[0].Count > 0 ? rows[0][0].Text.ToString() : "");
        return [.. _anchored];
    }

    private bool IsKept(W.TableRow row)
    {
        if (row.TableRowProperties?.GetFirstChild<W.Deleted>() is null) return true;
        context.Deletions++;
        return false;
    }

    private List<Cell> ReadRow(W.TableRow row)
    {
        var cells = new List<Cell>();
        foreach (var cell in row.Descendants<W.TableCell>().Where(cell => cell.Ancestors<W.TableRow>().First() == row))
        {
            var span = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val.Known() ?? 1, 1, 63);
            var merge = cell.TableCellProperties?.VerticalMerge;
            _isSimplified |= span > 1 || merge is not null;
            cells.Add(ReadCell(cell));
            for (var i = 1; i < span; i++) cells.Add(new Cell(new DraftText(), null));
        }

        return cells;
    }

    private Cell ReadCell(W.TableCell cell)
    {
        var text = new DraftText();
        W.JustificationValues? alignment = null;
        foreach (var paragraph in cell.Descendants<W.Paragraph>().Where(static paragraph => !paragraph.Ancestors<W.TextBoxContent>().Any()))
        {
            var style = context.Styles.Of(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
            alignment ??= paragraph.ParagraphProperties?.Justification?.Val.Known() ?? style.Alignment;
            var runs = new DocxRuns(context, fields, style) { Notes = notes };
            runs.Read(paragraph);
            _anchored.AddRange(runs.Anchored);
            if (runs.Text.IsBlank) continue;
            text.TrimEnd();
            if (text.Length > 0) text.Append(RichText.LineBreak.ToString());
            text.Append(runs.Text);
        }

        text.TrimEnd();
        _isSimplified |= cell.Descendants<W.Table>().Any();
        return new Cell(text, alignment);
    }

    private TableRow Place(List<Cell> row, int count)
    {
        var cells = row.Select(cell => TextTrim.Start(context.Draft.Place(cell.Text))).ToList();
        while (cells.Count < count) cells.Add(RichText.Empty);
        return new TableRow([.. cells], default);
    }

    /// <summary>The file says that the first row is repeated, or all of it is bold and the second is not.</summary>
    private static bool HasHeader(W.Table table, List<List<Cell>> rows)
    {
        var first = table.Elements<W.TableRow>().First();
        if (first.TableRowProperties?.GetFirstChild<W.TableHeader>() is { } header) return header.Val.Known() is not { } value || value != W.OnOffOnlyValues.Off;
        return rows.Count > 1 && IsBold(rows[0]) && !IsBold(rows[1]);
    }

    private static bool IsBold(List<Cell> row) => row.Exists(static cell => !cell.Text.IsBlank) && row.TrueForAll(static cell => cell.Text.IsBlank || cell.Text.IsAll(InlineFormat.Strong));

    /// <summary>How most cells below the first row are set.</summary>
    private static ColumnAlignment AlignmentOf(List<List<Cell>> rows, int column)
    {
        int center = 0, end = 0, all = 0;
        foreach (var row in rows.Skip(rows.Count > 1 ? 1 : 0))
        {
            if (column >= row.Count || row[column].Text.IsBlank) continue;
            all++;
            if (row[column].Alignment == W.JustificationValues.Center) center++;
            else if (row[column].Alignment == W.JustificationValues.Right || row[column].Alignment == W.JustificationValues.End) end++;
        }

        return center * 2 > all ? ColumnAlignment.Center : end * 2 > all ? ColumnAlignment.End : ColumnAlignment.Start;
    }

    private readonly record struct Cell(DraftText Text, W.JustificationValues? Alignment);
}
