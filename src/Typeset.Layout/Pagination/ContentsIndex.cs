using System.Collections.Immutable;
using Typeset.Documents;

namespace Typeset.Layout.Pagination;

/// <summary>What the contents list, in order: parts that have a title, and all articles.</summary>
internal sealed class ContentsIndex(Booklet booklet, ImmutableArray<Chapter> chapters, ImmutableArray<int> partOf)
{
    private readonly bool _parts = booklet.Parts.Any(static p => p.Title.Length > 0);

    /// <summary>The lines without their numbers.</summary>
    public ImmutableArray<ContentsLine> Lines => [.. Walk().Select(static item => item.Line)];

    /// <summary>The entries with the numbers of a plan.</summary>
    public ImmutableArray<ContentsEntry> Entries(BookletPlan plan) => [.. Walk().Select(item =>
    {
        var page = item.Chapter < 0 ? plan.FirstPageOfPart(item.Part) : plan.FirstPageOf(item.Chapter) + ColumnOf(item.Chapter, item.FirstBlock);
        var level = _parts && item.Chapter >= 0 ? 2 : 1;
        return new ContentsEntry(level, item.Line.Title, Folios.Number(plan.Pages[page].Label), page, item.Line.Destination);
    })];

    private readonly record struct Item(ContentsLine Line, int Part, int Chapter, int FirstBlock);

    private IEnumerable<Item> Walk()
    {
        var part = -1;
        for (var c = 0; c < chapters.Length; c++)
        {
            if (partOf[c] != part && booklet.Parts[partOf[c]].Title is { Length: > 0 } title)
            {
                yield return new Item(new ContentsLine(1, title, PartName(partOf[c]), booklet.Span), partOf[c], -1, 0);
            }

            part = partOf[c];
            foreach (var article in chapters[c].Flow.Articles)
            {
                yield return new Item(new ContentsLine(2, article.Article.FullTitle, article.Article.Id, article.Article.Span), part, c, article.FirstBlock);
            }
        }
    }

    /// <summary>The name that links to a part lead to.</summary>
    public static string PartName(int part) => "part-" + (part + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Which of a chapter's pages a block begins on.</summary>
    private int ColumnOf(int chapter, int block)
    {
        var columns = chapters[chapter].Columns;
        for (var i = columns.Length - 1; i > 0; i--)
        {
            var start = columns[i].Start;
            if (start.Block < block || (start.Block == block && start.Slice == 0)) return i;
        }

        return 0;
    }
}
