using System.Globalization;
using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>What the press rooms of the house ask besides the standards.</summary>
internal static class HouseChecks
{
    /// <summary>A thickness below this is rounding of one asked for exactly, in points.</summary>
    private const double Rounding = 0.002;

    /// <summary>Points in an inch.</summary>
    private const double Inch = 72;

    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["rule-weight"] = (PageCheck)RuleWeight;
        checks["image-resolution"] = (PageCheck)ImageResolution;
    }

    private static void RuleWeight(PageView page, ClauseFindings found)
    {
        foreach (var path in page.Content.Paths)
        {
            if (path.IsStroked) Hold(path.StrokeWidth, path.Box, page, found);
            else if (path.IsFilled && IsRule(path.Box)) Hold(Math.Min(path.Box.Width, path.Box.Height), path.Box, page, found);
        }
    }

    /// <summary>A filled box is a rule when it is long and thin; small marks of any shape are none.</summary>
    private static bool IsRule(Box box) => Math.Max(box.Width, box.Height) > 8 * Math.Min(box.Width, box.Height);

    private static void Hold(double weight, Box box, PageView page, ClauseFindings found)
    {
        if (weight < found.Limit(0) - Rounding) found.At(page.PlaceOf(box), M.ThinRule, Number(weight), Number(found.Limit(0)));
    }

    /// <summary>The clause's limits: from (inclusive) and to (exclusive) which resolution it complains, and what is wanted.</summary>
    private static void ImageResolution(PageView page, ClauseFindings found)
    {
        foreach (var image in page.Content.Images)
        {
            var (width, height) = (image.Image["Width"].AsInteger ?? 0, image.Image["Height"].AsInteger ?? 0);
            var printed = (Width: image.Matrix.HorizontalScale / Inch, Height: image.Matrix.VerticalScale / Inch);
            if (printed.Width <= 0 || printed.Height <= 0) continue;
            var resolution = Math.Min(width / printed.Width, height / printed.Height);
            if (resolution >= found.Limit(0) && Math.Round(resolution) < found.Limit(1)) found.At(page.PlaceOf(image), M.LowResolution, resolution.ToString("0", CultureInfo.InvariantCulture), Number(found.Limit(2)));
        }
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
