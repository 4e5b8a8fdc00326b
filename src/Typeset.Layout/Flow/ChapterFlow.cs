using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Layout.Flow;

/// <summary>A heading as the outline shows it.</summary>
internal readonly record struct FlowHeading(int Level, string Title, string Anchor);

/// <summary>Where an article begins in its chapter's blocks and structure.</summary>
internal readonly record struct FlowArticle(Article Article, HouseStyle Style, int FirstBlock, int Structure);

/// <summary>
/// Articles that share pages, ready to fill them: a single one where each begins a new page. Element ids in <see cref="Structure"/> are the chapter's own.
/// </summary>
internal sealed record ChapterFlow(
    ImmutableArray<FlowArticle> Articles, ImmutableArray<FlowBlock> Blocks, ImmutableArray<NoteFlow> Notes, StructurePlan Structure, ImmutableArray<FlowHeading> Headings)
{
    /// <summary>The style of the chapter's pages.</summary>
    public HouseStyle Style => Articles[0].Style;

    /// <summary>The article that a block belongs to.</summary>
    public FlowArticle ArticleAt(int block)
    {
        var found = Articles[0];
        foreach (var article in Articles)
        {
            if (article.FirstBlock <= block) found = article;
        }

        return found;
    }
}

/// <summary>One note in the flow: its paragraphs' lines in one stack.</summary>
internal sealed class NoteFlow(ImmutableArray<FlowBlock> paragraphs, int structure)
{
    public int LineCount { get; } = paragraphs.Sum(static p => p.SliceCount);

    /// <summary>Height of lines <c>[from, to)</c>.</summary>
    public Length HeightOf(int from, int to)
    {
        var sum = Length.Zero;
        foreach (var (paragraph, first, last) in Parts(from, to)) sum += paragraph.HeightOf(first, last);
        return sum;
    }

    /// <summary>Paints lines <c>[from, to)</c> and gives the y below them.</summary>
    public Length Compose(PageCanvas canvas, int from, int to, Point top)
    {
        var y = top.Y;
        canvas.Begin(structure);
        foreach (var (paragraph, first, last) in Parts(from, to))
        {
            paragraph.Compose(canvas, first, last, top with { Y = y });
            y += paragraph.HeightOf(first, last);
        }

        canvas.End(structure);
        return y;
    }

    /// <summary>The note's paragraphs as the twin needs them.</summary>
    public ImmutableArray<TextMap> Map() => [.. paragraphs.Select(static paragraph => (TextMap)paragraph.Map(Length.Zero, false)!)];

    /// <summary>Text of the lines, for reports.</summary>
    public string TextOf(int line)
    {
        foreach (var (paragraph, first, _) in Parts(line, line + 1)) return paragraph.TextOf(first);
        return "";
    }

    private IEnumerable<(FlowBlock Paragraph, int First, int Last)> Parts(int from, int to)
    {
        var start = 0;
        foreach (var paragraph in paragraphs)
        {
            var first = Math.Max(from - start, 0);
            var last = Math.Min(to - start, paragraph.SliceCount);
            if (first < last) yield return (paragraph, first, last);
            start += paragraph.SliceCount;
        }
    }
}
