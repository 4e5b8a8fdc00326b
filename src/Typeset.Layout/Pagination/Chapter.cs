using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Flow;

namespace Typeset.Layout.Pagination;

/// <summary>A chapter's flow with its columns filled, one for each page.</summary>
internal sealed record Chapter(ChapterFlow Flow, ImmutableArray<FlowBlock> Blocks, ColumnRoom Room, ImmutableArray<ColumnFill> Columns)
{
    /// <summary>How much closer than the style's pitch the lines are set (the short-tail rule).</summary>
    public Length Tightening { get; init; }

    /// <summary>Fills the pages of a chapter, and sets it tighter where the short-tail rule says so.</summary>
    public static Chapter Fill(ChapterFlow flow, CancellationToken cancellation)
    {
        var chapter = Fill(flow, Length.Zero, cancellation);
        var rules = flow.Style.Pages;
        if (rules.ShortTailLines == 0 || chapter.Columns.Length < 2 || chapter.LinesOnLastPage > rules.ShortTailLines) return chapter;
        for (var step = 1; step <= rules.ShortTailSteps; step++)
        {
            var tighter = Fill(flow, rules.ShortTailStep * step, cancellation);
            if (tighter.Columns.Length < chapter.Columns.Length) return tighter;
        }

        return chapter;
    }

    private static Chapter Fill(ChapterFlow flow, Length tightening, CancellationToken cancellation)
    {
        var style = flow.Style;
        var body = style.Of(TextRole.Body).LinePitch;
        var height = style.Page.Lines > 0 ? body * style.Page.Lines : style.Page.TypeAreaHeight;
        var grid = style.Pages.GridAlignment ? body - tightening : Length.Zero;
        var room = new ColumnRoom(height, style.Footnotes.SpaceAbove, grid);
        var blocks = tightening.IsZero ? flow.Blocks : [.. flow.Blocks.Select(block => block.Tightened(body, tightening))];
        return new Chapter(flow, blocks, room, PageFiller.Fill(blocks, flow.Notes, room, cancellation)) { Tightening = tightening };
    }

    private int LinesOnLastPage
    {
        get
        {
            var lines = 0;
            foreach (var part in ColumnWalker.Walk(Blocks, Columns[^1], Room)) lines += part.Block.IsText ? part.To - part.From : int.MaxValue / 4;
            return lines;
        }
    }
}
