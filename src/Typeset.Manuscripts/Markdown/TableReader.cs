using System.Collections.Immutable;
using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using MarkdownTable = Markdig.Extensions.Tables.Table;
using MarkdownRow = Markdig.Extensions.Tables.TableRow;
using Block = Typeset.Documents.Block;
using SourceSpan = Typeset.Core.SourceSpan;
using Table = Typeset.Documents.Table;
using TableRow = Typeset.Documents.TableRow;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Reads pipe tables and their captions.</summary>
internal static class TableReader
{
    public static Table Read(MarkdownTable table, SourceSpan span, Manuscript manuscript, bool inNote)
    {
        var columns = ColumnsOf(table);
        var rows = ImmutableArray.CreateBuilder<TableRow>(table.Count);
        var headers = 0;
        foreach (var child in table)
        {
            if (child is not MarkdownRow row) continue;
            var cells = ReadRow(row, columns.Length, manuscript, inNote);
            if (row.IsHeader && cells.Cells.All(static cell => cell.IsEmpty)) continue;
            if (row.IsHeader) headers++;
            rows.Add(cells);
        }

        return new Table(columns, headers, rows.ToImmutable(), RichText.Empty, span);
    }

    /// <summary>Gives a paragraph to the table above it if it is its caption.</summary>
    public static bool TakesCaption(ImmutableArray<Block>.Builder blocks, RichText text, Manuscript manuscript)
    {
        var prefix = TableCaption.PrefixLength(text.Text);
        if (blocks.Count == 0 || blocks[^1] is not Table { Caption.IsEmpty: true } table) prefix = ReportLooseCaption(text, manuscript);
        else if (prefix > 0) blocks[^1] = table with { Caption = RichTextParts.From(text, prefix) };
        return prefix > 0;
    }

    private static int ReportLooseCaption(RichText text, Manuscript manuscript)
    {
        if (text.Text.StartsWith(": ", StringComparison.Ordinal)) manuscript.Report(ManuscriptMessages.DefinitionList, text.Runs[0].Span);
        if (text.Text.StartsWith('|') && text.Text.Contains("---", StringComparison.Ordinal)) manuscript.Report(ManuscriptMessages.BrokenTable, text.Runs[0].Span);
        return 0;
    }

    private static TableRow ReadRow(MarkdownRow row, int columns, Manuscript manuscript, bool inNote)
    {
        var span = manuscript.SpanOf(row.Span);
        var cells = ImmutableArray.CreateBuilder<RichText>(columns);
        var written = 0;
        foreach (var child in row)
        {
            if (child is not TableCell cell) continue;
            cells.Add(ReadCell(cell, manuscript, inNote));
            if (!cell.Span.IsEmpty) written = cells.Count;
        }

        if (row.IsHeader && written < columns) manuscript.Report(ManuscriptMessages.UnevenRow, span, Number(written), Number(columns));
        while (cells.Count < columns) cells.Add(RichText.Empty);
        return new TableRow(cells.ToImmutable(), span);
    }

    private static RichText ReadCell(TableCell cell, Manuscript manuscript, bool inNote)
    {
        if (cell.Count == 0 || cell[0] is not LeafBlock leaf) return RichText.Empty;
        var reader = new InlineReader(manuscript, manuscript.Source.Text.Length, inNote);
        var text = reader.Read(leaf.Inline);
        FigureReader.Refuse(reader.Images, manuscript);
        return text;
    }

    private static ImmutableArray<ColumnAlignment> ColumnsOf(MarkdownTable table)
    {
        var count = 1;
        foreach (var row in table) count = Math.Max(count, (row as MarkdownRow)?.Count ?? 0);
        var columns = ImmutableArray.CreateBuilder<ColumnAlignment>(count);
        for (var i = 0; i < count; i++) columns.Add(i < table.ColumnDefinitions.Count ? AlignmentOf(table.ColumnDefinitions[i].Alignment) : ColumnAlignment.Start);
        return columns.ToImmutable();
    }

    private static ColumnAlignment AlignmentOf(TableColumnAlign? written) => written switch
    {
        TableColumnAlign.Center => ColumnAlignment.Center,
        TableColumnAlign.Right => ColumnAlignment.End,
        _ => ColumnAlignment.Start,
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
