using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Layout.Pagination;
using Typeset.Pages;
using Typeset.Pages.Imposition;

namespace Typeset;

/// <summary>Pages that spill over a whole sheet by a few, and articles whose last page could be saved.</summary>
internal static class SpilledPages
{
    /// <summary>An article's last page with no more lines than this is a short tail: a quarter of a page of 24 to 32 lines, which a closer pitch can take in.</summary>
    private const int TailLines = 7;

    /// <summary>Warns where a sheet is at least half blank, and names the tails that would bring it back, the shortest first, as many as pages have to go.</summary>
    public static void Tell(ImposedBooklet job, BookletLayout layout, DiagnosticBag diagnostics)
    {
        var unit = UnitOf(job.Options.Scheme);
        var printed = job.InnerPages - job.Blanks;
        var over = printed % unit;
        if (over == 0 || over * 2 > unit || printed < unit) return;
        diagnostics.Add(ImpositionMessages.Spill.Anywhere(Text(printed), Text(over), Text(job.Blanks)));
        foreach (var tail in Tails(layout).OrderBy(static tail => tail.Lines).ThenBy(static tail => tail.Page).Take(over))
        {
            diagnostics.Add(ImpositionMessages.ShortTail.At(SpanOn(tail.Page, layout), tail.Article.Title, layout.Report(tail.Page).Label, Text(tail.Lines)));
        }
    }

    /// <summary>Pages that a whole sheet, signature or pile position takes.</summary>
    private static int UnitOf(ImpositionScheme scheme) => scheme switch
    {
        SaddleStitch saddle => saddle.PagesPerSheet,
        PerfectBound perfect => perfect.PagesPerSignature,
        CutAndStack cut => cut.Grid.Cells * 2,
        NUp => 1,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<(ArticleReport Article, int Page, int Lines)> Tails(BookletLayout layout)
    {
        var begun = layout.Articles.Select(static article => article.FirstPage).ToHashSet();
        foreach (var article in layout.Articles.Where(article => article.LastPage > article.FirstPage && !begun.Contains(article.LastPage)))
        {
            var lines = layout.Report(article.LastPage).Lines.Length;
            if (lines is > 0 and <= TailLines) yield return (article, article.LastPage, lines);
        }
    }

    /// <summary>The first of the manuscript that is printed on the page.</summary>
    private static SourceSpan SpanOn(int page, BookletLayout layout) =>
        layout.Paged.Compose(page).Items.OfType<GlyphRun>().Select(static run => run.Span).FirstOrDefault(static span => !span.IsNone);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
