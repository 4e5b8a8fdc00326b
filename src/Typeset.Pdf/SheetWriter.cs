using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Pages;
using Typeset.Pages.Imposition;
using Typeset.Pdf.Content;
using Typeset.Pdf.Fonts;
using Typeset.Pdf.Objects;
using Typeset.Pdf.Structure;

namespace Typeset.Pdf;

/// <summary>What a file of press sheets is written from.</summary>
/// <param name="Booklet">The pages.</param>
/// <param name="Job">How they lie on sheets.</param>
/// <param name="OfCover">Whether the file holds the cover's sheet instead of the inside's.</param>
/// <param name="Slug">What stands on the edge of each sheet.</param>
public sealed record SheetFile(PagedBooklet Booklet, ImposedBooklet Job, bool OfCover, SheetSlug Slug);

/// <summary>
/// Writes press sheets as PDF: every page once, as a form (ISO 32000-1 §8.10), and every side of a sheet as a page of the file that shows them. The same
/// sheets and options give the same bytes.
/// </summary>
public static class SheetWriter
{
    /// <summary>Writes the file front to back. Bleed and marks are the sheets', whatever <see cref="PdfOptions.Press"/> says of a page's own.</summary>
    /// <exception cref="OperationCanceledException">Asked to stop; what was written so far is no whole file.</exception>
    public static void Write(SheetFile sheets, Stream output, PdfOptions options, CancellationToken cancellation = default)
    {
        options = options with { Tagged = false, Press = options.Press with { Bleed = Length.Zero, Marks = false, Slug = false } };
        var sides = SheetForm.Of(sheets.Job, sheets.OfCover);
        var used = sides.SelectMany(static side => side.Side.Pages).Select(static page => page.Page).OfType<int>().Distinct().Order().ToImmutableArray();
        var file = new ObjectFile(output, options);
        var document = new SheetObjects(file, sheets, used, options);
        var numbering = new PageNumbering();
        var inks = new PlateCheck(sheets.Booklet, used);
        new PagePipeline(inks.Pages, options, numbering, cancellation).Run(document.AddForm);
        new PagePipeline(MarksOf(sheets, sides, inks), options, numbering, cancellation).Run(document.AddSide);
        var fonts = Crew.Map(options.Threads, numbering.Fonts, font => new FontObjects(font, options));
        for (var i = 0; i < fonts.Length; i++)
        {
            using var font = fonts[i];
            font.Write(file, document.FontObject(i));
        }

        document.Finish();
    }

    /// <summary>The sides as pages that hold their marks alone.</summary>
    private static PagedBooklet MarksOf(SheetFile sheets, ImmutableArray<SheetForm> sides, PlateCheck inks) => sheets.Booklet with
    {
        Pages = [.. sides.Select(static side => new PageInfo(side.Size, default))],
        Compose = index => new Page(index, sides[index].Size, SheetMarks.Around(sides[index], sheets.Job.Options, sheets.Slug, inks.MarkInk(sides[index].Side)).Items),
        Outline = [], Structure = [], Destinations = ImmutableDictionary<string, Destination>.Empty,
    };

    /// <summary>The pages that the sheets show, watched for colour while they are composed.</summary>
    private sealed class PlateCheck(PagedBooklet booklet, ImmutableArray<int> used)
    {
        private readonly bool[] _hasColour = new bool[booklet.Pages.Length];

        public PagedBooklet Pages => booklet with { Pages = [.. used.Select(page => booklet.Pages[page])], Compose = Compose };

        /// <summary>Where all pages of a side are black alone its marks are too: the side needs no other plate.</summary>
        public Ink MarkInk(SheetSide side) => PressSurround.MarkInk(!side.Pages.Any(page => page.Page is { } index && _hasColour[index]));

        private Page Compose(int place)
        {
            var page = booklet.Compose(used[place]);
            _hasColour[used[place]] = !page.Items.All(PressSurround.IsBlack);
            return page with { Index = place };
        }
    }
}
