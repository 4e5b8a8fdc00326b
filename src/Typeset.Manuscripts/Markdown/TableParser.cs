using System.Collections.Immutable;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Typeset.Documents;

namespace Typeset.Manuscripts.Markdown;

/// <summary>A pipe table in the tree; its rows hold cells, the first row is its head.</summary>
internal sealed class TableBlock(BlockParser parser, ImmutableArray<ColumnAlignment> columns) : ContainerBlock(parser)
{
    public ImmutableArray<ColumnAlignment> Columns => columns;
}

internal sealed class TableRowBlock(BlockParser parser) : ContainerBlock(parser);

internal sealed class TableCellBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>
/// Reads pipe tables row by row: a row of dashes below a line with as many cells opens one, every line with a bar goes on, any other
/// ends it. Each cell is parsed by itself, so that the time of a table grows with its length and no faster.
/// </summary>
internal sealed class TableParser : BlockParser
{
    public TableParser() => OpeningCharacters = ['|', ':', '-'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.CurrentBlock is not ParagraphBlock { Lines.Count: > 0 } paragraph || IsLazy(paragraph, processor)) return BlockState.None;
        var columns = ReadDelimiters(processor.Line.AsSpan());
        var head = paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice;
        if (columns.IsEmpty || !head.AsSpan().Contains('|') || CellsOf(head).Count != columns.Length) return BlockState.None;
        var table = new TableBlock(this, columns) { Column = processor.Column, Line = processor.LineIndex - 1, Span = new SourceSpan(head.Start, processor.Line.End) };
        AddRow(table, head, processor.LineIndex - 1);
        TakeLastLine(paragraph, processor);
        processor.NewBlocks.Push(table);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
    {
        if (processor.IsBlankLine || !processor.Line.AsSpan().Contains('|')) return BlockState.None;
        AddRow((TableBlock)block, processor.Line, processor.LineIndex);
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.ContinueDiscard;
    }

    /// <summary>The line stands outside the quote or list item that the paragraph is in.</summary>
    private static bool IsLazy(ParagraphBlock paragraph, BlockProcessor processor) =>
        paragraph.Parent is not MarkdownDocument && processor.Column < paragraph.Column;

    private static void TakeLastLine(ParagraphBlock paragraph, BlockProcessor processor)
    {
        if (paragraph.Lines.Count == 1)
        {
            processor.Discard(paragraph);
            return;
        }

        paragraph.Lines.RemoveAt(paragraph.Lines.Count - 1);
        paragraph.Span = new SourceSpan(paragraph.Span.Start, paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.End);
    }

    private void AddRow(TableBlock table, StringSlice line, int lineIndex)
    {
        var row = new TableRowBlock(this) { Line = lineIndex, Span = new SourceSpan(line.Start, line.End), IsOpen = false };
        foreach (var cell in CellsOf(line))
        {
            var leaf = new TableCellBlock(this) { Line = lineIndex, Span = new SourceSpan(cell.Start, cell.End), ProcessInlines = true, IsOpen = false };
            var slice = cell;
            leaf.AppendLine(ref slice, 0, lineIndex, cell.Start, trackTrivia: false);
            row.Add(leaf);
        }

        table.Add(row);
    }

    /// <summary>The cells between bars, trimmed; a bar with a backslash before it is text, bars at both ends are only a frame.</summary>
    private static List<StringSlice> CellsOf(StringSlice line)
    {
        var cells = new List<StringSlice>();
        var (start, end) = Trim(line.Text, line.Start, line.End + 1);
        if (start < end && line.Text[start] == '|') start++;
        for (var at = start; at <= end; at++)
        {
            var isEnd = at == end;
            if (!isEnd && (line.Text[at] != '|' || line.Text[at - 1] == '\\')) continue;
            if (isEnd && start == end) break;
            var (from, to) = Trim(line.Text, start, at);
            cells.Add(new StringSlice(line.Text, from, to - 1));
            start = at + 1;
        }

        return cells;
    }

    private static ImmutableArray<ColumnAlignment> ReadDelimiters(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.ContainsAnyExcept("|-: \t") || !line.Contains('-') || !line.ContainsAny('|', ':')) return [];
        if (line[0] == '|') line = line[1..];
        if (line.Length > 0 && line[^1] == '|') line = line[..^1];
        var columns = ImmutableArray.CreateBuilder<ColumnAlignment>();
        foreach (var range in line.Split('|'))
        {
            var cell = line[range].Trim();
            if (cell.Trim(':').ContainsAnyExcept('-') || !cell.Contains('-')) return [];
            columns.Add(cell[^1] != ':' ? ColumnAlignment.Start : cell[0] == ':' ? ColumnAlignment.Center : ColumnAlignment.End);
        }

        return columns.ToImmutable();
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return (start, end);
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\u3000';
}
