using AngleSharp.Dom;

namespace Typeset.Manuscripts.Html;

/// <summary>Where the article of a page stands: the element with the most running text that is not links.</summary>
/// <param name="Root">The element.</param>
/// <param name="Title">The heading of the page, where it stands outside the root; or null.</param>
internal sealed record HtmlContent(IElement Root, IElement? Title)
{
    /// <summary>A stretch of text shorter than this speaks for nothing.</summary>
    private const int LeastText = 15;

    /// <summary>The grandparent of a paragraph takes this share of its weight.</summary>
    private const double GrandparentShare = 0.5;

    /// <summary>An ancestor that holds this much more text than the best element is the better root.</summary>
    private const double WiderBy = 1.2;

    private static readonly string[] Blocks = ["P", "DIV", "TD", "SECTION", "ARTICLE", "MAIN", "LI", "BLOCKQUOTE", "PRE", "SPAN", "FONT"];

    public static HtmlContent Find(IDocument document)
    {
        var body = (IElement?)document.Body ?? document.DocumentElement;
        var scores = new Dictionary<IElement, double>();
        foreach (var element in body.QuerySelectorAll("*").Where(static element => Blocks.Contains(element.TagName) && !HtmlNoise.IsInside(element))) Weigh(element, scores);
        var best = body;
        foreach (var (element, score) in scores)
        {
            if (score * Density(element) > scores.GetValueOrDefault(best) * Density(best) + (best == body ? -1 : 0)) best = element;
        }

        best = Widened(best, body);
        return new HtmlContent(best, TitleOf(document, best));
    }

    private static void Weigh(IElement element, Dictionary<IElement, double> scores)
    {
        var length = element.ChildNodes.OfType<IText>().Sum(static text => text.Data.AsSpan().Trim().Length);
        length += element.Children.Where(static child => HtmlInlines.Are(child) && child.TagName != "A" && !Blocks.Contains(child.TagName)).Sum(static child => child.TextContent.AsSpan().Trim().Length);
        if (length < LeastText || element.ParentElement is not { } parent) return;
        scores[parent] = scores.GetValueOrDefault(parent) + length;
        if (parent.ParentElement is { } grandparent) scores[grandparent] = scores.GetValueOrDefault(grandparent) + length * GrandparentShare;
    }

    /// <summary>The share of text that is not links.</summary>
    private static double Density(IElement element)
    {
        var all = element.TextContent.Length;
        return all == 0 ? 0 : 1 - (double)element.QuerySelectorAll("a").Sum(static link => link.TextContent.Length) / all;
    }

    /// <summary>Articles in sections, or divided by pages, stand in several elements: their common one is taken while it adds text that is no list of links.</summary>
    private static IElement Widened(IElement best, IElement body)
    {
        for (var wider = best.ParentElement; wider is not null && best != body; wider = wider.ParentElement)
        {
            if (PlainLength(wider) > PlainLength(best) * WiderBy && Density(wider) > 0.7) best = wider;
            if (wider == body) break;
        }

        return best;
    }

    private static int PlainLength(IElement element) =>
        element.QuerySelectorAll("p, h1, h2, h3, li, td, blockquote").Where(static item => !HtmlNoise.IsInside(item)).Sum(static item => item.TextContent.Length - item.QuerySelectorAll("a").Sum(static link => link.TextContent.Length));

    private static IElement? TitleOf(IDocument document, IElement root)
    {
        if (root.QuerySelector("h1") is not null) return null;
        var titles = document.QuerySelectorAll("h1").Where(title => !root.Contains(title) && title.TextContent.Trim().Length > 0 && title.CompareDocumentPosition(root).HasFlag(DocumentPositions.Following)).ToArray();
        return titles.LastOrDefault(title => document.Title?.Contains(title.TextContent.Trim(), StringComparison.Ordinal) == true) ?? titles.LastOrDefault();
    }
}
