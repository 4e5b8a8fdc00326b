using System.Globalization;
using Typeset.Preflight.Reading;
using M = Typeset.Core.Messages.FindingMessages;

namespace Typeset.Preflight.Checks;

/// <summary>Boxes of pages and the soundness of their content.</summary>
internal static class PageChecks
{
    /// <summary>Boxes are compared to this, in points.</summary>
    private const double Tolerance = 0.01;

    private static readonly string[] Intents = ["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"];
    private static readonly string[] BlendModes =
    [
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight",
        "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
    ];

    public static void AddTo(Dictionary<string, Delegate> checks)
    {
        checks["content-operators"] = (PageCheck)Operators;
        checks["content-resources"] = (PageCheck)Resources;
        checks["content-balanced"] = (PageCheck)Balanced;
        checks["rendering-intents"] = (PageCheck)RenderingIntents;
        checks["no-transparency"] = (PageCheck)NoTransparency;
        checks["blend-modes"] = (PageCheck)KnownBlendModes;
        checks["media-box"] = (PageCheck)MediaBox;
        checks["trim-box"] = (PageCheck)TrimBox;
        checks["boxes-nested"] = (PageCheck)BoxesNested;
        checks["trim-size"] = (PageCheck)TrimSize;
        checks["saved-states"] = (PageCheck)SavedStates;
        checks["page-sizes"] = (PageCheck)PageSizes;
        checks["page-group"] = (PageCheck)PageGroup;
        checks["no-presteps"] = (PageCheck)NoPresSteps;
    }

    private static void Operators(PageView page, ClauseFindings found)
    {
        foreach (var word in page.Content.UnknownOperators) found.At(page.Place, M.UnknownOperator, word);
    }

    private static void Resources(PageView page, ClauseFindings found)
    {
        if (page.Page["Resources"].IsNull) found.At(page.Place, M.Missing, "Resources");
        foreach (var name in page.Content.MissingResources) found.At(page.Place, M.NoResource, name);
    }

    private static void Balanced(PageView page, ClauseFindings found)
    {
        if (page.Content.IsUnbalanced) found.At(page.Place, M.Unbalanced);
    }

    private static void RenderingIntents(PageView page, ClauseFindings found)
    {
        var images = page.Content.Images.Select(static image => image.Image["Intent"].AsName).OfType<string>();
        var states = page.Content.States.Select(static state => state["RI"].AsName).OfType<string>();
        foreach (var intent in page.Content.Intents.Concat(images).Concat(states))
        {
            if (!Intents.Contains(intent)) found.At(page.Place, M.Used, intent);
        }
    }

    private static void NoTransparency(PageView page, ClauseFindings found)
    {
        foreach (var state in page.Content.States)
        {
            foreach (var what in TransparentEntries(state)) found.At(page.Place, M.Transparent, what);
        }
    }

    private static IEnumerable<string> TransparentEntries(PdfObject state)
    {
        if (state["CA"].AsNumber is < 1 and var stroke) yield return $"CA {stroke.ToString(CultureInfo.InvariantCulture)}";
        if (state["ca"].AsNumber is < 1 and var fill) yield return $"ca {fill.ToString(CultureInfo.InvariantCulture)}";
        if (!state["SMask"].IsNull && state["SMask"].AsName != "None") yield return "SMask";
        if (state["BM"] is var mode and not PdfNull && (mode.AsName ?? mode[0].AsName) is not ("Normal" or "Compatible")) yield return "BM " + (mode.AsName ?? mode[0].AsName);
    }

    private static void KnownBlendModes(PageView page, ClauseFindings found)
    {
        foreach (var mode in page.Content.States.Select(static state => state["BM"].AsName).OfType<string>())
        {
            if (!BlendModes.Contains(mode)) found.At(page.Place, M.Used, "BM " + mode);
        }
    }

    private static void MediaBox(PageView page, ClauseFindings found)
    {
        if (page.Page.BoxOf("MediaBox") is not { Width: >= 3 and <= 14400, Height: >= 3 and <= 14400 }) found.At(page.Place, M.Missing, "MediaBox (3–14400 pt)");
    }

    private static void TrimBox(PageView page, ClauseFindings found)
    {
        var (trim, art) = (page.Page.BoxOf("TrimBox"), page.Page.BoxOf("ArtBox"));
        if (trim is null && art is null) found.At(page.Place, M.Missing, "TrimBox");
        if (trim is not null && art is not null) found.At(page.Place, M.Used, "TrimBox + ArtBox");
    }

    private static void BoxesNested(PageView page, ClauseFindings found)
    {
        foreach (var (inner, outer) in ((string, string)[])[("TrimBox", "BleedBox"), ("ArtBox", "BleedBox"), ("TrimBox", "MediaBox"), ("ArtBox", "MediaBox"), ("BleedBox", "MediaBox"), ("CropBox", "MediaBox")])
        {
            if (page.Page.BoxOf(inner) is not { } small || page.Page.BoxOf(outer) is not { } large || large.Holds(small, Tolerance)) continue;
            found.At(page.Place, M.BoxOutside, inner, Text(small), outer, Text(large));
        }
    }

    private static void TrimSize(PageView page, ClauseFindings found)
    {
        if (page.Document.Order.Trim is not { } ordered) return;
        var trim = page.Page.Trim;
        if (Math.Abs(trim.Width - ordered.Width.Points) > found.Limit(0) || Math.Abs(trim.Height - ordered.Height.Points) > found.Limit(0))
            found.At(page.Place, M.SizeDiffers, Millimetres(trim.Width, trim.Height), Millimetres(ordered.Width.Points, ordered.Height.Points));
    }

    /// <summary>The clause's limit: the most graphics states saved on each other.</summary>
    private static void SavedStates(PageView page, ClauseFindings found)
    {
        if (page.Content.DeepestState > found.Limit(0)) found.At(page.Place, M.OverLimit, "q", page.Content.DeepestState.ToString(), found.Limit(0).ToString("0"));
    }

    private static void PageSizes(PageView page, ClauseFindings found)
    {
        foreach (var name in (string[])["MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox"])
        {
            if (page.Page.BoxOf(name) is { } box && box is not { Width: >= 3 and <= 14400, Height: >= 3 and <= 14400 }) found.At(page.Place, M.Wrong, name, Text(box), "3–14400 pt");
        }
    }

    /// <summary>Where no output intent says in what colours transparency blends, the page does.</summary>
    private static void PageGroup(PageView page, ClauseFindings found)
    {
        if (page.Document.IntentOf("GTS_PDFA1") is not null || !page.Page["Group"]["CS"].IsNull) return;
        var isTransparent = page.Content.Images.Exists(static image => !image.Image["SMask"].IsNull) || page.Content.States.Any(static state => TransparentEntries(state).Any());
        if (isTransparent) found.At(page.Place, M.Missing, "Group CS");
    }

    private static void NoPresSteps(PageView page, ClauseFindings found)
    {
        if (page.Page.Dictionary.Has("PresSteps")) found.At(page.Place, M.Used, "PresSteps");
    }

    private static string Millimetres(double width, double height) => string.Create(CultureInfo.InvariantCulture, $"{width * 25.4 / 72:0.##} × {height * 25.4 / 72:0.##} mm");

    private static string Text(Box box) => string.Create(CultureInfo.InvariantCulture, $"{box.Left:0.##} {box.Bottom:0.##} {box.Right:0.##} {box.Top:0.##}");
}
