using System.Collections.Immutable;
using Typeset.Documents;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>The order of all pages, with their numbers.</summary>
internal sealed record BookletPlan(ImmutableArray<PagePlan> Pages)
{
    /// <summary>Index of the page on which a chapter begins.</summary>
    public int FirstPageOf(int chapter) => _firstPages.Value[chapter];

    /// <summary>Index of a part's title page, or of its first article's page where it has none; −1 for a part without articles.</summary>
    public int FirstPageOfPart(int part) => _partPages.Value.TryGetValue(part, out var page) ? page : -1;

    private readonly Lazy<Dictionary<int, int>> _firstPages = new(() => FirstPages(Pages, static p => p.Kind == PageKind.Body ? p.Chapter : -1));
    private readonly Lazy<Dictionary<int, int>> _partPages = new(() => FirstPages(Pages, static p => p.Kind is PageKind.Body or PageKind.PartTitle ? p.Part : -1));

    private static Dictionary<int, int> FirstPages(ImmutableArray<PagePlan> pages, Func<PagePlan, int> key)
    {
        var first = new Dictionary<int, int>();
        for (var i = 0; i < pages.Length; i++)
        {
            if (key(pages[i]) is >= 0 and var k) first.TryAdd(k, i);
        }

        return first;
    }
}

/// <summary>A chapter as the order of pages sees it: the part it stands in and how many pages it takes.</summary>
internal readonly record struct ChapterExtent(int Part, int Pages);

/// <summary>Puts cover, contents, parts, chapters and colophon in order and numbers the pages.</summary>
internal sealed class BookletPlanner(Booklet booklet, HouseStyle style, ImmutableArray<ChapterExtent> chapters)
{
    private readonly ImmutableArray<PagePlan>.Builder _pages = ImmutableArray.CreateBuilder<PagePlan>();
    private int _body;

    /// <summary>The plan for so many pages of contents and colophon.</summary>
    public BookletPlan Plan(int contentsPages, int colophonPages)
    {
        AddFront(contentsPages);
        var part = -1;
        for (var c = 0; c < chapters.Length; c++)
        {
            if (chapters[c].Part != part) BeginPart(part = chapters[c].Part);
            AddChapter(c);
        }

        for (var i = 0; i < colophonPages; i++) AddBody(PageKind.Colophon, column: i);
        return new BookletPlan(_pages.ToImmutable());
    }

    private void AddFront(int contentsPages)
    {
        if (style.Cover.Enabled)
        {
            AddFrontPage(PageKind.Cover, new PageLabel(PageLabelStyle.None, 0, "封面"));
            if (style.Cover.BlankInside) AddFrontPage(PageKind.Blank, new PageLabel(PageLabelStyle.None, 0, "封二"));
        }

        for (var i = 0; i < contentsPages; i++)
        {
            if (style.Contents.NumberedApart) AddFrontPage(PageKind.Contents, FrontLabel(i + 1), i);
            else AddBody(PageKind.Contents, column: i);
        }

        if (style.Contents.NumberedApart && style.Contents.BodyOnRecto && _pages.Count % 2 == 1)
        {
            AddFrontPage(PageKind.Blank, FrontLabel(contentsPages + 1));
        }
    }

    private PageLabel FrontLabel(int number) => style.Furniture.FrontFormat switch
    {
        FolioFormat.LowerRoman => new PageLabel(PageLabelStyle.LowerRoman, number),
        FolioFormat.UpperRoman => new PageLabel(PageLabelStyle.UpperRoman, number),
        FolioFormat.None => new PageLabel(PageLabelStyle.None, number, "目录"),
        _ => new PageLabel(PageLabelStyle.Decimal, number),
    };

    private void AddFrontPage(PageKind kind, PageLabel label, int column = -1) =>
        _pages.Add(new PagePlan(kind, label, Recto: _pages.Count % 2 == 0, Column: column));

    private void AddBody(PageKind kind, int chapter = -1, int column = -1, int part = -1)
    {
        _body++;
        _pages.Add(new PagePlan(kind, new PageLabel(PageLabelStyle.Decimal, _body), Recto: _body % 2 == 1, chapter, column, part));
    }

    private void BeginPart(int part)
    {
        if (booklet.Parts[part].Title.Length == 0) return;
        if (style.Pages.Parts == StartOn.Recto) PadToRecto();
        if (style.Pages.PartTitlePage) AddBody(PageKind.PartTitle, part: part);
    }

    private void AddChapter(int chapter)
    {
        if (style.Pages.Articles == StartOn.Recto) PadToRecto();
        for (var i = 0; i < chapters[chapter].Pages; i++) AddBody(PageKind.Body, chapter, i, chapters[chapter].Part);
    }

    private void PadToRecto()
    {
        if (_body % 2 == 1) AddBody(PageKind.Blank);
    }
}
