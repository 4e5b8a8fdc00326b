using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Pages;
using Typeset.Pages.Imposition;

namespace Typeset;

/// <summary>Pages that spill over whole sheets by a few, and the articles whose last pages could be saved.</summary>
internal static class SpilledPages
{
    /// <summary>Warns where more than half of the last sheet is blank or takes a signature of its own, and names the tails that would bring it back.</summary>
    public static void Tell(ImposedBooklet job, BookletResult result, ShortTails shortTails, DiagnosticBag diagnostics)
    {
        var unit = UnitOf(job.Options.Scheme);
        var printed = job.InnerPages - job.Blanks;
        var over = printed % unit;
        if (over == 0 || over * 2 > unit || printed < unit) return;
        var tails = shortTails.For(over);
        diagnostics.Add((tails is null ? ImpositionMessages.Spill : ImpositionMessages.SpillOfTails).Anywhere(Text(printed), job.Options.Scheme.Name, Text(over), Text(job.Blanks), Text(tails?.Length ?? 0)));
        foreach (var tail in tails ?? [])
        {
            diagnostics.Add(ImpositionMessages.ShortTail.At(SpanOn(tail.Article.LastPage, result), tail.Article.Title, result.Layout!.Report(tail.Article.LastPage).Label, Text(tail.Lines)));
        }
    }

    /// <summary>Pages that a whole sheet or signature takes; proofs are never short of any.</summary>
    private static int UnitOf(ImpositionScheme scheme) => scheme switch
    {
        SaddleStitch saddle => saddle.PagesPerSheet,
        PerfectBound perfect => perfect.PagesPerSignature,
        CutAndStack cut => cut.Grid.Cells * 2,
        _ => 1,
    };

    /// <summary>The first of the manuscript that is printed on the page.</summary>
    private static SourceSpan SpanOn(int page, BookletResult result) =>
        result.Layout!.Paged.Compose(page).Items.OfType<GlyphRun>().Select(static run => run.Span).FirstOrDefault(static span => !span.IsNone);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
