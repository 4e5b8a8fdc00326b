using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Flow;

namespace Typeset.Layout.Pagination;

/// <summary>Tells of a booklet's layout what the DOCX twin needs.</summary>
internal sealed class PageMapper(BookletParts parts, ImmutableArray<ContentsEntry> contents)
{
    public PageMap Map()
    {
        var cover = parts.Styled.Style.Cover.Enabled ? new CoverComposer(parts.Styled.Booklet, parts.Context, 0).Map() : ([], null);
        var contentsBlocks = parts.Contents is { } chapter ? Placed(chapter).ToImmutableArray() : [];
        return new PageMap
        {
            Cover = cover.Item1, CoverImage = cover.Item2,
            ContentsTitle = contentsBlocks.IsEmpty ? null : (TextMap)contentsBlocks[0],
            BlanksBeforeContents = BlanksBefore(FirstContentsPage),
            Contents = contentsBlocks.IsEmpty ? [] : [.. contents.Zip(contentsBlocks.Skip(1), Entry)],
            Parts = [.. parts.Styled.Booklet.Parts.Select((part, i) => part.Title.Length > 0 ? parts.PartTitle(i).Map() : new TextMap("", default))],
            Chapters = [.. parts.Chapters.Select(Chapter)],
            Colophon = parts.Colophon is { } colophon ? OnFoot(colophon) : [],
        };
    }

    /// <summary>Articles are set as articles where there are no parts too.</summary>
    private ContentsMap Entry(ContentsEntry entry, BlockMap block) =>
        new(entry.Level == 1 && !HasParts ? 2 : entry.Level, entry.Number, entry.Destination, (TextMap)block);

    private bool HasParts => parts.Styled.Booklet.Parts.Any(static part => part.Title.Length > 0);

    private ChapterMap Chapter(Chapter chapter, int index)
    {
        var furniture = new FurnitureComposer(parts.ChapterContexts[index], parts.Styled.Booklet);
        var articles = chapter.Flow.Articles.Select(article => new ArticleMap(article.Article.Id, furniture.HeadTextOf(article.Article)));
        var page = parts.Plan.Pages[parts.Plan.FirstPageOf(index)];
        return new ChapterMap(page.Part, [.. articles], page.Recto, BlanksBefore(parts.Plan.FirstPageOf(index)), chapter.Tightening, Placed(chapter), note => chapter.Flow.Notes[note].Map());
    }

    private int FirstContentsPage => parts.Plan.Pages.TakeWhile(static page => page.Kind != PageKind.Contents).Count();

    /// <summary>Blank pages right before a page, or before the title page of the part that it begins.</summary>
    private int BlanksBefore(int page)
    {
        var first = FirstBlankBefore(page);
        if (first > 0 && first <= parts.Plan.Pages.Length && parts.Plan.Pages[first - 1].Kind == PageKind.PartTitle) (page, first) = (first - 1, FirstBlankBefore(first - 1));
        return page - first;
    }

    private int FirstBlankBefore(int page)
    {
        while (page > 0 && page <= parts.Plan.Pages.Length && parts.Plan.Pages[page - 1].Kind == PageKind.Blank) page--;
        return page;
    }

    /// <summary>The blocks with the distances at which they were placed.</summary>
    private static IEnumerable<BlockMap> Placed(Chapter chapter)
    {
        var before = default(ColumnFoot);
        for (var c = 0; c < chapter.Columns.Length; c++)
        {
            var column = chapter.Columns[c];
            var foot = ColumnFoot.Of(chapter, column);
            var (edge, beginsPage) = (Length.Zero, true);
            foreach (var place in ColumnWalker.Walk(chapter.Blocks, column, chapter.Room))
            {
                var (block, top) = (place.Block, place.Y + (place.From == 0 ? place.Block.BlankAbove : Length.Zero));
                if (place.From == 0 && block.Map(top - edge, beginsPage) is { } map)
                {
                    var goesOn = place.To < block.SliceCount;
                    map = map with { Lacked = beginsPage ? before.Lacked : Length.Zero, RestBefore = beginsPage ? before.Rest : null, RestWithin = goesOn ? foot.Rest : null };
                    yield return map is TableMap table ? table with { IsWhole = !goesOn, PageEnds = goesOn ? TableEnds(chapter, c, (TableFlow)block) : [] } : map;
                }

                if (IsBlank(block)) continue;
                (edge, beginsPage) = (ColumnFoot.EdgeOf(place), false);
            }

            before = foot;
        }
    }

    /// <summary>The ends of the pages that a table goes on from, the first of which is that of a column.</summary>
    private static IEnumerable<TablePageEnd> TableEnds(Chapter chapter, int column, TableFlow table)
    {
        for (; column < chapter.Columns.Length; column++)
        {
            var end = chapter.Columns[column].End;
            if (end.Slice == 0 || chapter.Blocks[end.Block] != table) yield break;
            if (table.RowEndingBefore(end.Slice) is { } row && ColumnFoot.Of(chapter, chapter.Columns[column]).Rest is { } rest) yield return new TablePageEnd(row, rest);
        }
    }

    internal static bool IsBlank(FlowBlock block) => block is BlankFlow or BreakFlow { IsBlank: true };

    /// <summary>The colophon stands on the foot of its page.</summary>
    private static ImmutableArray<TextMap> OnFoot(Chapter colophon)
    {
        var height = Length.Zero;
        foreach (var part in ColumnWalker.Walk(colophon.Blocks, colophon.Columns[0], colophon.Room)) height = part.Y + part.Block.HeightOf(part.From, part.To);
        var blocks = Placed(colophon).Cast<TextMap>().ToImmutableArray();
        return colophon.Columns.Length > 1 ? blocks : blocks.SetItem(0, blocks[0] with { Before = colophon.Room.Height - height });
    }
}
