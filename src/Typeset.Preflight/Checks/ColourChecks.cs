using System.Globalization;
using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>What the press does with the colours of a page.</summary>
internal static class ColourChecks
{
    /// <summary>Rounding of the components in a content stream, in per cent.</summary>
    private const double Rounding = 0.5;

    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["no-rgb"] = (PageCheck)NoRgb;
        checks["device-inks-only"] = (PageCheck)DeviceInksOnly;
        checks["total-ink"] = (PageCheck)TotalInk;
        checks["rich-black-text"] = (PageCheck)RichBlackText;
        checks["white-overprint"] = (PageCheck)WhiteOverprint;
    }

    private static void NoRgb(PageView page, ClauseFindings found)
    {
        foreach (var use in ColourUse.On(page).Where(static use => use.Space.IsRgb)) found.At(use.Place, M.ColourForbidden, use.Thing, use.Space.Family.ToString());
    }

    /// <summary>PDF/X-1a: grey, CMYK and spot inks over them, nothing that a profile describes.</summary>
    private static void DeviceInksOnly(PageView page, ClauseFindings found)
    {
        foreach (var use in ColourUse.On(page))
        {
            foreach (var space in use.Space.Chain().Where(static s => s.Family is ColourFamily.DeviceRgb or ColourFamily.CalGray or ColourFamily.CalRgb or ColourFamily.Lab or ColourFamily.Icc))
                found.At(use.Place, M.ColourForbidden, use.Thing, space.Family.ToString());
        }
    }

    /// <summary>The clause's limit, where it names one; else the order's, or what is usual.</summary>
    private static void TotalInk(PageView page, ClauseFindings found)
    {
        var limit = found.HasLimits ? found.Limit(0) : page.Document.Order.InkLimit ?? PrintOrder.UsualInkLimit;
        foreach (var glyph in page.Content.Glyphs) Hold(glyph.State.Fill, "text", page.PlaceOf(glyph));
        foreach (var path in page.Content.Paths)
        {
            if (path.IsFilled) Hold(path.State.Fill, "path", page.PlaceOf(path.Box));
            if (path.IsStroked) Hold(path.State.Stroke, "path", page.PlaceOf(path.Box));
        }

        foreach (var image in page.Content.Images) HoldInk(ImageInk.MostOf(image, page.Document) ?? 0, "image", page.PlaceOf(image));

        void Hold(ColourValue colour, string thing, Place place) => HoldInk(colour.TotalInk, thing, place);

        void HoldInk(double ink, string thing, Place place)
        {
            if (ink > limit + Rounding) found.At(place, M.TooMuchInk, thing, Number(ink), Number(limit));
        }
    }

    private static void RichBlackText(PageView page, ClauseFindings found)
    {
        foreach (var glyph in page.Content.Glyphs)
        {
            if (glyph.Size < found.Limit(0) && glyph.State.Fill.IsRichBlack && glyph.Mode is 0 or 2) found.At(page.PlaceOf(glyph), M.RichBlack, Number(glyph.Size), glyph.State.Fill.ToString());
        }
    }

    private static void WhiteOverprint(PageView page, ClauseFindings found)
    {
        foreach (var glyph in page.Content.Glyphs)
        {
            if (glyph.State is { OverprintsFill: true, Fill.IsWhite: true } && glyph.Mode is 0 or 2) found.At(page.PlaceOf(glyph), M.WhiteOverprint, "text");
        }

        foreach (var path in page.Content.Paths)
        {
            if (path is { IsFilled: true, State: { OverprintsFill: true, Fill.IsWhite: true } } or { IsStroked: true, State: { OverprintsStroke: true, Stroke.IsWhite: true } }) found.At(page.PlaceOf(path.Box), M.WhiteOverprint, "path");
        }
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
