using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>Makes the display list and the reports from a booklet's parts.</summary>
internal sealed class LayoutAssembler(BookletParts parts, ImmutableArray<ContentsEntry> contents, LayoutOptions options)
{
    private Booklet Booklet => parts.Styled.Booklet;

    public BookletLayout Assemble()
    {
        var composer = new PageComposer(parts);
        var paged = new PagedBooklet
        {
            Info = new DocumentInfo(Booklet.FullTitle, string.Join(' ', Booklet.Issuer), SubjectOf(Booklet), Booklet.Language, options.Date),
            Pages = [.. parts.Plan.Pages.Select(page => new PageInfo(TrimOf(page), page.Label))],
            Compose = composer.Compose, Outline = Outline(), Destinations = Destinations(), Structure = parts.Structure.Elements,
        };
        return new BookletLayout(paged, contents, Articles(), Report) { Map = new Lazy<PageMap>(() => new PageMapper(parts, contents).Map()) };
    }

    private static string SubjectOf(Booklet booklet) => string.Join(' ', new[] { booklet.Series, booklet.Issue }.Where(static s => s.Length > 0));

    private Size TrimOf(PagePlan page) => (page.Chapter >= 0 ? parts.ChapterContexts[page.Chapter] : parts.Context).Style.Page.Trim;

    private ImmutableArray<OutlineEntry> Outline()
    {
        var outline = ImmutableArray.CreateBuilder<OutlineEntry>();
        var headings = parts.Chapters.SelectMany(static c => c.Flow.Headings).ToLookup(static h => h.Anchor[..h.Anchor.LastIndexOf('/')]);
        foreach (var entry in contents)
        {
            outline.Add(new OutlineEntry(entry.Level, entry.Title, entry.Destination));
            foreach (var heading in headings[entry.Destination]) outline.Add(new OutlineEntry(entry.Level + heading.Level, heading.Title, heading.Anchor));
        }

        return outline.ToImmutable();
    }

    private ImmutableDictionary<string, Destination> Destinations()
    {
        var places = ImmutableDictionary.CreateBuilder<string, Destination>(StringComparer.Ordinal);
        foreach (var entry in contents) places[entry.Destination] = new Destination(entry.PageIndex, Length.Zero);
        for (var i = 0; i < parts.Plan.Pages.Length; i++)
        {
            if (parts.Plan.Pages[i] is { Kind: PageKind.Body } page) AddAnchors(places, i, page);
        }

        return places.ToImmutable();
    }

    private void AddAnchors(ImmutableDictionary<string, Destination>.Builder places, int index, PagePlan page)
    {
        var chapter = parts.Chapters[page.Chapter];
        var head = parts.ChapterContexts[page.Chapter].Style.Page.HeadMargin;
        foreach (var slices in ColumnWalker.Walk(chapter.Blocks, chapter.Columns[page.Column], chapter.Room))
        {
            if (slices is { From: 0, Block.Anchor: { } anchor }) places[anchor] = new Destination(index, head + slices.Y);
            foreach (var article in chapter.Flow.Articles)
            {
                if (slices.From == 0 && slices.BlockIndex == article.FirstBlock) places[article.Article.Id] = new Destination(index, head + slices.Y);
            }
        }
    }

    private ImmutableArray<ArticleReport> Articles()
    {
        var reports = ImmutableArray.CreateBuilder<ArticleReport>();
        for (var c = 0; c < parts.Chapters.Length; c++)
        {
            var first = parts.Plan.FirstPageOf(c);
            var chapter = parts.Chapters[c];
            foreach (var article in chapter.Flow.Articles)
            {
                reports.Add(new ArticleReport(article.Article.Id, article.Article.FullTitle, first, first + chapter.Columns.Length - 1, chapter.Tightening));
            }
        }

        return reports.ToImmutable();
    }

    private PageReport Report(int index)
    {
        var page = parts.Plan.Pages[index];
        var label = Folios.Number(page.Label);
        return page.Kind switch
        {
            PageKind.Body => ReportColumn(index, label, page.Kind, parts.Chapters[page.Chapter], page.Column),
            PageKind.Contents => ReportColumn(index, label, page.Kind, parts.Contents!, page.Column),
            PageKind.Colophon => ReportColumn(index, label, page.Kind, parts.Colophon!, page.Column),
            _ => new PageReport(index, label, page.Kind, "", []),
        };
    }

    private static PageReport ReportColumn(int index, string label, PageKind kind, Chapter chapter, int columnIndex)
    {
        var column = chapter.Columns[columnIndex];
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var part in ColumnWalker.Walk(chapter.Blocks, column, chapter.Room))
        {
            for (var slice = part.From; slice < part.To; slice++) lines.Add(part.Block.TextOf(slice));
        }

        foreach (var part in column.Notes)
        {
            for (var line = part.From; line < part.To; line++) lines.Add(chapter.Flow.Notes[part.Note].TextOf(line));
        }

        var block = Math.Min(column.Start.Block, chapter.Blocks.Length - 1);
        return new PageReport(index, label, kind, chapter.Flow.ArticleAt(block).Article.Id, lines.ToImmutable());
    }
}
