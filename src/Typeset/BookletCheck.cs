using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Pages;
using Typeset.Preflight;
using Typeset.Preflight.Clauses;
using Typeset.Preflight.Report;

namespace Typeset;

/// <summary>Checks the files of a laid-out booklet as they are read back, and says which line of the manuscript is behind each finding.</summary>
public static class BookletCheck
{
    /// <summary>Farther than this many points from any text, a place belongs to no line.</summary>
    private const double Farthest = 60;

    /// <summary>Writes one file of a booklet, reads it back and checks it.</summary>
    /// <param name="result">The laid-out booklet; it must have a layout.</param>
    /// <param name="request">What it was made from.</param>
    /// <param name="kind">Which of its files; not the DOCX.</param>
    /// <param name="profiles">The lists to hold it to; empty for those that it claims to keep.</param>
    /// <param name="binding">How it is bound, for the number of pages; null leaves that out.</param>
    /// <param name="diagnostics">Told of what keeps the file from being written.</param>
    /// <param name="cancellation">Looked at per page.</param>
    public static CheckedFile Run(BookletResult result, BookletRequest request, OutputKind kind, ImmutableArray<ClauseList> profiles, Binding? binding, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        using var written = new MemoryStream();
        Typesetter.Write(result, request, kind, written, diagnostics, cancellation);
        var pdf = written.GetBuffer().AsMemory(0, (int)written.Length);
        var paged = result.Layout!.Paged;
        var order = new PrintOrder
        {
            Trim = paged.Pages.Length > 0 ? paged.Pages[0].Trim : null, Binding = binding, InkLimit = request.Pdf.PressOptionsFor(result.Styled!.Style).InkLimit,
        };
        var report = PdfCheck.Run(pdf, profiles, order, cancellation);
        var pages = new Dictionary<int, Page>();
        return new CheckedFile(request.Folder.Name, pdf, report with { Findings = [.. report.Findings.Select(finding => Placed(finding, paged, pages))] });
    }

    private static Finding Placed(Finding finding, PagedBooklet paged, Dictionary<int, Page> pages)
    {
        var place = finding.Place;
        if (place.Page < 0 || place.Page >= paged.Pages.Length) return finding;
        if (!pages.TryGetValue(place.Page, out var page)) pages[place.Page] = page = paged.Compose(place.Page);
        var span = place is { X: { } x, Y: { } y } ? SpanAt(page, x, y) : FirstSpan(page);
        return finding with { Detail = finding.Detail with { Span = span } };
    }

    private static SourceSpan FirstSpan(Page page) =>
        page.Items.OfType<GlyphRun>().Select(static run => run.Span).FirstOrDefault(static span => !span.IsNone);

    /// <summary>The manuscript behind a place: an image that holds it, else the nearest text.</summary>
    private static SourceSpan SpanAt(Page page, double x, double y)
    {
        var (nearest, best) = (SourceSpan.None, Farthest);
        foreach (var item in page.Items)
        {
            if (item is ImageItem image && Holds(image.Area, x, y)) return image.Span;
            if (item is not GlyphRun { Span.IsNone: false } run) continue;
            var (distance, glyph) = Distance(run, x, y);
            if (distance < best) (nearest, best) = (Narrowed(run, glyph), distance);
        }

        return nearest;
    }

    private static bool Holds(Rectangle area, double x, double y) =>
        x >= area.X.Points - 1 && x <= area.Right.Points + 1 && y >= area.Y.Points - 1 && y <= area.Bottom.Points + 1;

    private static (double Distance, int Glyph) Distance(GlyphRun run, double x, double y)
    {
        var (best, nearest) = (double.MaxValue, 0);
        for (var i = 0; i < run.Glyphs.Length; i++)
        {
            var distance = Math.Abs((run.Origin.X + new Length(run.Glyphs[i].X)).Points - x) + Math.Abs((run.Origin.Y + new Length(run.Glyphs[i].Y)).Points - y);
            if (distance < best) (best, nearest) = (distance, i);
        }

        return (best, nearest);
    }

    /// <summary>Where the run's text is the manuscript's as it stands, the one character; else all of the run.</summary>
    private static SourceSpan Narrowed(GlyphRun run, int glyph)
    {
        var (start, length) = (run.Span.Start + run.Glyphs[glyph].TextStart, Math.Max(1, (int)run.Glyphs[glyph].TextLength));
        return run.Span.End - run.Span.Start == run.Text.Length && start + length <= run.Span.End ? run.Span with { Start = start, End = start + length } : run.Span;
    }
}
