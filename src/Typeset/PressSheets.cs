using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Layout.Pagination;
using Typeset.Pages;
using Typeset.Pages.Imposition;
using Typeset.Pdf;
using Typeset.Svg;

namespace Typeset;

/// <summary>Sheets to be written: the inside's, or the cover's.</summary>
public readonly record struct SheetJob(ImposedBooklet Sheets, bool OfCover);

/// <summary>A laid-out booklet on press sheets: the sheets, their pictures and their PDF.</summary>
public static class PressSheets
{
    /// <summary>Lays the pages on sheets; null, and an error in <paramref name="diagnostics"/>, where they cannot be laid as asked.</summary>
    /// <param name="result">Must have a layout.</param>
    /// <param name="request">What <paramref name="result"/> came of.</param>
    /// <param name="options">What press and binder ask for; how many last pages stay last is found here.</param>
    /// <param name="diagnostics">Also told of pages that spill over a sheet, and of what would bring them back.</param>
    /// <param name="cancellation">Asks to stop.</param>
    public static ImposedBooklet? Lay(BookletResult result, BookletRequest request, ImpositionOptions options, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var layout = LayoutOf(result);
        var job = Imposer.Impose(layout.Paged.Pages, options with { LastPages = LastPages(layout) }, diagnostics);
        if (job is null) return null;
        SpilledPages.Tell(job, result, new ShortTails(result, request, cancellation), diagnostics);
        if (Marks(job, result, null).Any(static marks => marks.IsCurtailed)) diagnostics.Add(Core.Messages.ImpositionMessages.NoRoomForMarks.Anywhere());
        return job;
    }

    /// <summary>Pictures of all sides, the inside's first: each with a short name and an SVG document.</summary>
    /// <param name="job">The sheets of <paramref name="result"/>.</param>
    /// <param name="result">Must have a layout.</param>
    /// <param name="date">The date given, for the slug line.</param>
    /// <param name="pixelWidth">Width in CSS pixels.</param>
    public static IEnumerable<(string Name, string Svg)> Pictures(ImposedBooklet job, BookletResult result, DateTimeOffset? date, int pixelWidth)
    {
        var layout = LayoutOf(result);
        var marks = Marks(job, result, date);
        var faces = PlainLine.FacesOf(layout.Paged);
        foreach (var (form, around) in Forms(job).Zip(marks))
        {
            var picture = new SheetPicture
            {
                Form = form, Compose = layout.Paged.Compose, Page = job.Trim, Faces = faces, Marks = around.Items,
                Caption = page => CaptionOf(page, layout),
            };
            yield return (form.Name, SvgWriter.Write(picture, new SvgOptions { PixelWidth = pixelWidth, Title = $"{layout.Paged.Info.Title} {form.Name}" }));
        }
    }

    /// <summary>Writes the sheets of the inside, or of the cover, as press PDF of the standard that the request names.</summary>
    public static void Write(SheetJob job, BookletResult result, BookletRequest request, Stream output, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var paged = LayoutOf(result).Paged;
        PdfFiles.WriteSheets(new SheetFile(paged, job.Sheets, job.OfCover, SlugOf(paged, request.Date)), result, request, output, diagnostics, cancellation);
        LayoutOf(result).TellMissingGlyphs();
        MissingCharacterCheck.Tell(LayoutOf(result), request.Missing, OutputKind.Press, diagnostics);
    }

    private static IEnumerable<SheetForm> Forms(ImposedBooklet job) => SheetForm.Of(job, ofCover: false).Concat(SheetForm.Of(job, ofCover: true));

    private static IEnumerable<SheetMarks> Marks(ImposedBooklet job, BookletResult result, DateTimeOffset? date)
    {
        var slug = SlugOf(LayoutOf(result).Paged, date);
        return Forms(job).Select(form => SheetMarks.Around(form, job.Options, slug, Ink.Black));
    }

    private static SheetSlug SlugOf(PagedBooklet paged, DateTimeOffset? date) =>
        new(paged.Info.Title, date, PlainLine.FacesOf(paged)) { Issuer = paged.Info.Author };

    private static PageCaption CaptionOf(PlacedPage placed, BookletLayout layout)
    {
        if (placed.Page is not { } index) return new("—", "");
        var page = layout.Report(index);
        var article = layout.Articles.FirstOrDefault(article => article.Id == page.ArticleId);
        return new(page.Label.Length > 0 ? page.Label : $"[{placed.Number}]", article?.Title ?? "");
    }

    /// <summary>The colophon and what follows it stay last; where it does not stand at the end, the last page does.</summary>
    private static int LastPages(BookletLayout layout)
    {
        const int farthest = 2;
        var count = layout.Paged.Pages.Length;
        for (var kept = farthest; kept > 1; kept--)
        {
            if (count >= kept && layout.Report(count - kept).Kind == PageKind.Colophon) return kept;
        }

        return 1;
    }

    private static BookletLayout LayoutOf(BookletResult result) => result.Layout ?? throw new ArgumentException("The booklet was not laid out.", nameof(result));
}
