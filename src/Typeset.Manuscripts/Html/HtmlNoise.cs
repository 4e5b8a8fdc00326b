using AngleSharp.Dom;

namespace Typeset.Manuscripts.Html;

/// <summary>Elements that are no part of an article, by what they are.</summary>
internal static class HtmlNoise
{
    private static readonly string[] Silent = ["SCRIPT", "STYLE", "TEMPLATE", "HEAD", "NOSCRIPT", "IFRAME", "SVG", "CANVAS", "AUDIO", "VIDEO", "OBJECT", "EMBED", "LINK", "META"];

    /// <summary>What an element is, where it is never part of an article; empty for one that prints nothing; null for any other.</summary>
    public static string? Reason(IElement element)
    {
        if (Silent.Contains(element.TagName.ToUpperInvariant())) return "";
        if (element.HasAttribute("hidden") || (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase)) return "hidden";
        return element.TagName switch
        {
            "NAV" => "navigation",
            "ASIDE" => "aside",
            "FORM" or "BUTTON" or "SELECT" or "TEXTAREA" or "INPUT" => "form",
            "FOOTER" when element.Closest("article, main") is null => "footer",
            "HEADER" when element.Closest("article, main") is null && element.QuerySelector("h1") is null => "header",
            _ => element.GetAttribute("role") is "navigation" or "banner" or "search" or "contentinfo" ? "navigation" : null,
        };
    }

    public static bool IsInside(IElement element)
    {
        for (IElement? at = element; at is not null; at = at.ParentElement)
        {
            if (Reason(at) is not null) return true;
        }

        return false;
    }
}
