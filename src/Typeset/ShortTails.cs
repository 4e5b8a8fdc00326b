using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Pagination;
using Typeset.Shaping;

namespace Typeset;

/// <summary>An article's last page with a few lines on it.</summary>
internal sealed record ShortTail(ArticleReport Article, int Lines);

/// <summary>Tails that must go together, and how many pages go with them, blank ones counted.</summary>
internal sealed record Saving(ImmutableArray<ShortTail> Tails, int Pages)
{
    public int Lines => Tails.Sum(static tail => tail.Lines);
}

/// <summary>
/// Finds which articles would take in their short last page when set a little closer, by setting them so. What follows may have to begin on a
/// recto: then a page that goes takes the blank one behind it along, or else leaves a blank one behind, and only two of them help.
/// </summary>
internal sealed class ShortTails(BookletResult result, BookletRequest request, CancellationToken cancellation)
{
    /// <summary>How much closer an article may be set for it, as the hint to the author says: by 0.5 pt at a time, four times at most.</summary>
    private const int MostLines = 7, Steps = 4;

    private static readonly Length Step = 0.5.Pt;

    private readonly BookletLayout _layout = result.Layout!;
    private readonly StyledBooklet _styled = result.Styled!;

    /// <summary>The tails to take in for at least so many pages less, the fewest lines first; null where no choice of them does.</summary>
    public ImmutableArray<ShortTail>? For(int pages)
    {
        var chosen = ImmutableArray.CreateBuilder<ShortTail>();
        var saved = 0;
        var closer = SetCloser(Articles.Select(static article => article.Id));
        var candidates = _layout.Articles.Zip(closer.Articles).Where(static pair => PagesOf(pair.Second) < PagesOf(pair.First)).Select(pair => new ShortTail(pair.First, LinesOnLastPage(pair.First))).ToLookup(static tail => tail.Article.Id);
        foreach (var saving in Groups().SelectMany(group => Savings(group, candidates)).OrderBy(static saving => saving.Lines * 2 / saving.Pages).ThenBy(static saving => saving.Tails[0].Article.FirstPage))
        {
            if (saved >= pages) break;
            chosen.AddRange(saving.Tails);
            saved += saving.Pages;
        }

        return saved >= pages && PageCount(_layout) - PageCount(SetCloser(chosen.Select(static tail => tail.Article.Id))) >= pages ? chosen.ToImmutable() : null;
    }

    private IEnumerable<Article> Articles => _styled.Booklet.Parts.SelectMany(static part => part.Articles);

    private static int PageCount(BookletLayout layout) => layout.Paged.Pages.Length;

    private static int PagesOf(ArticleReport article) => article.LastPage - article.FirstPage + 1;

    private int LinesOnLastPage(ArticleReport article) => _layout.Report(article.LastPage).Lines.Length;

    /// <summary>The booklet with the short-tail rule on for some articles.</summary>
    private BookletLayout SetCloser(IEnumerable<string> ids)
    {
        var chosen = ids.ToHashSet(StringComparer.Ordinal);
        var styles = Articles.Where(article => chosen.Contains(article.Id)).Select(article => KeyValuePair.Create(article.Id, Closer(_styled.StyleOf(article))));
        var ignored = new DiagnosticBag();
        var options = new LayoutOptions { Date = request.Date, Parallelism = request.Parallelism };
        return Paginator.Paginate(_styled with { ArticleStyles = _styled.ArticleStyles.SetItems(styles) }, new FontLibrary(request.Fonts, ignored), ignored, options, cancellation);
    }

    private static HouseStyle Closer(HouseStyle style) =>
        style with { Pages = style.Pages with { ShortTailLines = MostLines, ShortTailStep = Step, ShortTailSteps = Steps } };

    private IEnumerable<Saving> Savings(ImmutableArray<ArticleReport> group, ILookup<string, ShortTail> candidates)
    {
        var tails = group.SelectMany(article => candidates[article.Id]).OrderBy(static tail => tail.Lines).ToList();
        var end = group[^1].LastPage + 1;
        if (end < PageCount(_layout) && _layout.Report(end).Kind == PageKind.Blank && tails.Count > 0)
        {
            yield return new Saving([tails[0]], 2);
            tails.RemoveAt(0);
        }

        // Nothing behind the last group has to begin on a recto, unless a blank page shows that it does.
        var together = ReferenceEquals(group[^1], _layout.Articles[^1]) ? 1 : 2;
        foreach (var pair in tails.Chunk(together).Where(pair => pair.Length == together)) yield return new Saving([.. pair], together);
    }

    /// <summary>Articles between places that must be a recto.</summary>
    private IEnumerable<ImmutableArray<ArticleReport>> Groups()
    {
        var heads = _styled.Booklet.Parts.Where(static part => !part.Articles.IsEmpty).Select(static part => part.Articles[0].Id).ToHashSet(StringComparer.Ordinal);
        var rules = _styled.Style.Pages;
        var group = ImmutableArray.CreateBuilder<ArticleReport>();
        foreach (var article in _layout.Articles)
        {
            var mustBeRecto = rules.Articles == StartOn.Recto || (rules.Parts == StartOn.Recto && heads.Contains(article.Id));
            if (mustBeRecto && group.Count > 0) yield return group.DrainToImmutable();
            group.Add(article);
        }

        if (group.Count > 0) yield return group.DrainToImmutable();
    }
}
