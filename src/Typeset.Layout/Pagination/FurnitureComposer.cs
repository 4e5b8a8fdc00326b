using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Layout.Flow;
using Typeset.Layout.Inline;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>Paints running heads and folios; they are furniture, not content.</summary>
internal sealed class FurnitureComposer(FlowContext context, Booklet booklet)
{
    private readonly FurnitureStyle _style = context.Style.Furniture;

    /// <summary>The head of a body page: the article on a recto, the booklet on a verso.</summary>
    public void ComposeHead(PageCanvas canvas, PagePlan page, Length left, Article article)
    {
        if (!_style.RunningHeads) return;
        var head = page.Recto ? HeadOf(article) : booklet.FullTitle;
        var style = Outside(context.Style.Of(TextRole.RunningHead), page.Recto);
        var broken = Fitting(head, style, article);
        var baseline = context.Style.Page.HeadMargin - _style.HeadOffset;
        canvas.Begin(StructurePlan.Artifact);
        context.Setter.Compose(broken, 0, 1, new Point(left, baseline), style.LinePitch, canvas.NoteMark, canvas.Items);
        if (!_style.HeadRule.IsZero)
        {
            canvas.Rule(new Rectangle(left, baseline + style.Size / 2, context.Style.Page.TypeAreaWidth, _style.HeadRule), style.Color);
        }

        canvas.End(StructurePlan.Artifact);
    }

    /// <summary>What the running head says of an article.</summary>
    public string HeadTextOf(Article article) =>
        _style.RunningHeads ? Fitting(HeadOf(article), Outside(context.Style.Of(TextRole.RunningHead), true), article).TextOf(0) : "";

    public void ComposeFolio(PageCanvas canvas, PagePlan page, Length left)
    {
        var text = FolioOf(page.Label);
        if (text.Length == 0) return;
        var style = Outside(context.Style.Of(TextRole.Folio) with { Alignment = _style.FolioAlignment }, page.Recto);
        style = style.Alignment switch
        {
            Alignment.End => style with { EndIndent = _style.FolioInset },
            Alignment.Start => style with { StartIndent = _style.FolioInset },
            _ => style,
        };
        var broken = context.Setter.Break(RichText.Plain(text, SourceSpan.None, false), style, context.Style.Page.TypeAreaWidth, context.Style.Lines);
        var baseline = context.Style.Page.Trim.Height - context.Style.Page.FootMargin + _style.FolioOffset;
        canvas.Begin(StructurePlan.Artifact);
        context.Setter.Compose(broken, 0, 1, new Point(left, baseline), style.LinePitch, canvas.NoteMark, canvas.Items);
        canvas.End(StructurePlan.Artifact);
    }

    /// <summary>Start and end in the style mean gutter and fore-edge; on a verso they change sides.</summary>
    private static TextStyle Outside(TextStyle style, bool recto) => style with
    {
        FirstLineIndent = Length.Zero,
        Alignment = (style.Alignment, recto) switch
        {
            (Alignment.Start, false) => Alignment.End,
            (Alignment.End, false) => Alignment.Start,
            (var alignment, _) => alignment,
        },
    };

    private static string HeadOf(Article article) => article.ShortTitle.Length > 0 ? article.ShortTitle : article.FullTitle;

    /// <summary>A title that does not fit gives its first part, and if that does not either, what fits of it and an ellipsis.</summary>
    private BrokenParagraph Fitting(string head, TextStyle style, Article article)
    {
        var broken = BreakHead(head, style);
        if (broken.LineCount == 1) return broken;
        var first = article.ShortTitle.Length == 0 && head == article.FullTitle ? article.Title[0] : head;
        broken = BreakHead(first, style);
        if (broken.LineCount == 1) return broken;
        context.Diagnostics.Add(LayoutMessages.RunningHeadCut.At(article.Span, head));
        var cut = broken.TextOf(0);
        return BreakHead(cut[..Math.Max(1, cut.Length - 1)] + "…", style);
    }

    private BrokenParagraph BreakHead(string text, TextStyle style) =>
        context.Setter.Break(RichText.Plain(text, SourceSpan.None, false), style, context.Style.Page.TypeAreaWidth, context.Style.Lines);

    private string FolioOf(PageLabel label) => label.Style switch
    {
        PageLabelStyle.None => "",
        PageLabelStyle.Decimal when _style.BodyFormat == FolioFormat.None => "",
        PageLabelStyle.Decimal when _style.BodyFormat == FolioFormat.Dashed => $"— {Folios.Number(label)} —",
        _ => Folios.Number(label),
    };
}

/// <summary>Page numbers in words of figures.</summary>
internal static class Folios
{
    private static readonly (int Value, string Figure)[] Romans =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>The number of a page as contents and folios print it.</summary>
    public static string Number(PageLabel label) => label.Style switch
    {
        PageLabelStyle.None => label.Prefix,
        PageLabelStyle.LowerRoman => Roman(label.Value),
        PageLabelStyle.UpperRoman => Roman(label.Value).ToUpperInvariant(),
        _ => label.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Roman(int value)
    {
        var figures = new System.Text.StringBuilder();
        foreach (var (worth, figure) in Romans)
        {
            for (; value >= worth; value -= worth) figures.Append(figure);
        }

        return figures.ToString();
    }
}
