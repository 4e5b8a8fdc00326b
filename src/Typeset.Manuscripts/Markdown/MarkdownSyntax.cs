using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Typeset.Manuscripts.Markdown;

/// <summary>The Markdown that manuscripts are written in: CommonMark with tables, notes and page breaks, without indented code.</summary>
internal static class MarkdownSyntax
{
    /// <summary>Deepest nesting Markdig may build; an unpaired star nests what follows it, so this is above <see cref="MarkupLimits.EmphasisLimit"/>.</summary>
    public const int NestingLimit = 2_500;

    private static readonly Lazy<MarkdownPipeline> Pipeline = new(Build);

    public static MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, Pipeline.Value);

    public static bool IsReady => Pipeline.IsValueCreated;

    /// <summary>Makes the parser ready, so that this need not wait for <c>booklet.yaml</c>; a cold process gains its whole start-up.</summary>
    public static void Prepare() => Parse("文*字*[字](字)[^1]\n\n# 字\n\n- 字\n\n| 字 |\n| - |\n\n[^1]: 字\n");

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = NestingLimit };
        builder.UseFootnotes().UseCjkFriendlyEmphasis();
        // Chinese manuscripts indent paragraphs by hand; four spaces must not turn one into code.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Insert(0, new PageBreakParser());
        builder.BlockParsers.Insert(0, new TableParser());
        builder.BlockParsers.Insert(0, new MarkupLimits());
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
