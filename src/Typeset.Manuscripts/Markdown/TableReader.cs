using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Reads pipe tables and their captions.</summary>
internal static class TableReader
{
    private const string DashPrefix = ": ";
    private const string WordPrefix = "表：";

    public static Table Read(TableBlock table, SourceSpan span, Manuscript manuscript, bool inNote)
    {
        var columns = ColumnsOf(table);
        var rows = ImmutableArray.CreateBuilder<TableRow>(table.Count);
        var headers = 0;
        for (var i = 0; i < table.Count; i++)
        {
            var row = ReadRow((TableRowBlock)table[i], columns.Length, table.Columns.Length, manuscript, inNote);
            if (i == 0 && IsBlank(row)) continue;
            if (i == 0) headers = 1;
            rows.Add(row);
        }

        return new Table(columns, headers, rows.ToImmutable(), RichText.Empty, span);
    }

    /// <summary>Gives a paragraph to the table above it if it is its caption.</summary>
    public static bool TakesCaption(ImmutableArray<Block>.Builder blocks, RichText text, Manuscript manuscript)
    {
        var prefix = IsLiteral(text, manuscript.Source) ? PrefixLength(text.Text) : 0;
        var isBelowTable = blocks.Count > 0 && blocks[^1] is Table { Caption.IsEmpty: true };
        if (!isBelowTable) ReportLoose(text, manuscript);
        if (!isBelowTable || prefix == 0) return false;
        blocks[^1] = (Table)blocks[^1] with { Caption = RichTextParts.From(text, prefix) };
        return true;
    }

    /// <summary>The text's first two characters stand in the source as they are: with a backslash, or as an entity, they begin no caption.</summary>
    private static bool IsLiteral(RichText text, SourceText source)
    {
        if (text.Text.Length < 2 || !text.Runs[0].Verbatim) return false;
        var at = text.Runs[0].Span.Start;
        return (at == 0 || source.Text[at - 1] != '\\') && string.CompareOrdinal(source.Text, at, text.Text, 0, 2) == 0;
    }

    /// <summary>Length of <c>: </c> or <c>表：</c> with the spaces behind it; 0 for a line that is no caption.</summary>
    private static int PrefixLength(string text)
    {
        if (!text.StartsWith(DashPrefix, StringComparison.Ordinal) && !text.StartsWith(WordPrefix, StringComparison.Ordinal)) return 0;
        return text.Length - text.AsSpan(2).TrimStart().Length;
    }

    private static void ReportLoose(RichText text, Manuscript manuscript)
    {
        if (!IsLiteral(text, manuscript.Source)) return;
        if (text.Text.StartsWith(DashPrefix, StringComparison.Ordinal)) manuscript.Report(ManuscriptMessages.DefinitionList, text.Runs[0].Span);
        if (text.Text.StartsWith('|') && text.Text.Contains("---", StringComparison.Ordinal)) manuscript.Report(ManuscriptMessages.BrokenTable, text.Runs[0].Span);
    }

    private static TableRow ReadRow(TableRowBlock row, int columns, int announced, Manuscript manuscript, bool inNote)
    {
        var span = manuscript.SpanOf(row.Span);
        if (row.Count > announced) manuscript.Report(ManuscriptMessages.UnevenRow, span, Number(row.Count), Number(announced));
        var cells = ImmutableArray.CreateBuilder<RichText>(columns);
        foreach (var cell in row) cells.Add(ReadCell((TableCellBlock)cell, manuscript, inNote));
        while (cells.Count < columns) cells.Add(RichText.Empty);
        return new TableRow(cells.ToImmutable(), span);
    }

    private static RichText ReadCell(TableCellBlock cell, Manuscript manuscript, bool inNote)
    {
        var reader = new InlineReader(manuscript, manuscript.SpanOf(cell.Span).End, inNote) { InCell = true };
        var text = reader.Read(cell.Inline);
        FigureReader.Refuse(reader.Images, manuscript);
        return text;
    }

    private static ImmutableArray<ColumnAlignment> ColumnsOf(TableBlock table)
    {
        var count = table.Columns.Length;
        foreach (var row in table) count = Math.Max(count, ((TableRowBlock)row).Count);
        return count == table.Columns.Length ? table.Columns : [.. table.Columns, .. Enumerable.Repeat(ColumnAlignment.Start, count - table.Columns.Length)];
    }

    private static bool IsBlank(TableRow row)
    {
        foreach (var cell in row.Cells)
        {
            if (!cell.IsEmpty) return false;
        }

        return true;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
