using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Typeset.Manuscripts.Markdown;

/// <summary>The Markdown that manuscripts are written in: CommonMark with tables, notes, page breaks and table captions, without indented code.</summary>
internal static class MarkdownSyntax
{
    /// <summary>Deepest nesting of quotes, lists and emphasis together.</summary>
    public const int NestingLimit = 128;

    private static readonly Lazy<MarkdownPipeline> Pipeline = new(Build);

    public static MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, Pipeline.Value);

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = NestingLimit };
        builder.UsePipeTables().UseFootnotes().UseCjkFriendlyEmphasis();
        // Chinese manuscripts indent paragraphs by hand; four spaces must not turn one into code.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Insert(0, new PageBreakParser());
        builder.BlockParsers.Insert(0, new TableCaptionParser());
        return builder.Build();
    }
}

/// <summary>A hard page break in the tree.</summary>
internal sealed class PageBreakBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>Reads <c>\newpage</c> alone on a line; it ends a paragraph above it.</summary>
internal sealed class PageBreakParser : BlockParser
{
    public const string Command = @"\newpage";

    public PageBreakParser() => OpeningCharacters = ['\\'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (!processor.Line.AsSpan().TrimEnd().SequenceEqual(Command)) return BlockState.None;
        processor.NewBlocks.Push(new PageBreakBlock(this)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.BreakDiscard;
    }
}

/// <summary>The caption of a table, written on the line right below its last row.</summary>
internal sealed class TableCaptionBlock(BlockParser parser) : LeafBlock(parser);

/// <summary>Reads a line that begins with <c>: </c> or <c>表：</c> right below a table, which would else be drawn into it.</summary>
internal sealed class TableCaptionParser : BlockParser
{
    public TableCaptionParser() => OpeningCharacters = [':', '表'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.CurrentBlock is not ParagraphBlock table || !IsTable(table) || TableCaption.PrefixLength(processor.Line.AsSpan()) == 0) return BlockState.None;
        var caption = new TableCaptionBlock(this)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
            ProcessInlines = true,
        };
        processor.NewBlocks.Push(caption);
        return BlockState.Break;
    }

    private static bool IsTable(ParagraphBlock paragraph) =>
        paragraph.Lines.Count >= 2 && paragraph.Lines.Lines[0].Slice.AsSpan().Contains('|') && IsDelimiterRow(paragraph.Lines.Lines[1].Slice.AsSpan());

    private static bool IsDelimiterRow(ReadOnlySpan<char> line) => line.Contains('-') && !line.ContainsAnyExcept("|-: \t");
}

/// <summary>How a table's caption begins.</summary>
internal static class TableCaption
{
    /// <summary>Length of <c>: </c> or <c>表：</c> with the spaces behind it; 0 for a line that is no caption.</summary>
    public static int PrefixLength(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith(": ") && !line.StartsWith("表：")) return 0;
        return line.Length - line[2..].TrimStart().Length;
    }
}
