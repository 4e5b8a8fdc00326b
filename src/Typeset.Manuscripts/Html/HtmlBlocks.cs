using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Raw.Drafts;

namespace Typeset.Manuscripts.Html;

/// <summary>Goes through a page and takes its article into the draft, block by block.</summary>
internal sealed partial class HtmlBlocks(HtmlContext context, HtmlContent content)
{
    /// <summary>A line of credits between title and text is no longer than this.</summary>
    private const int LongestCredit = 120;

    private bool _hasTitle;

    public void Read(IDocument document)
    {
        var body = (IElement?)document.Body ?? document.DocumentElement;
        if (content.Title is null && content.Root.QuerySelector("h1") is null && PageTitle(document) is { } title) AddPlain(title, new RawHints { OutlineLevel = 1, IsWhole = true });
        if (content.Root == body) ReadBlocks(body);
        else ReadOutside(body);
    }

    /// <summary>What stands outside the article: its heading and its credits are taken, all else is told.</summary>
    private void ReadOutside(IElement element)
    {
        if (element == content.Root) ReadBlocks(element);
        else if (element == content.Title) ReadHeading(element);
        else if (element.Contains(content.Root) || (content.Title is not null && element.Contains(content.Title))) ReadChildrenOutside(element);
        else if (HtmlNoise.Reason(element) is { } why) LeaveOut(element, why);
        else if (_hasTitle && IsCredit(element)) ReadBlocks(element);
        else context.LeaveOut(element, "outside the article");
    }

    private void ReadChildrenOutside(IElement parent)
    {
        foreach (var child in parent.Children) ReadOutside(child);
    }

    private void LeaveOut(IElement element, string why)
    {
        if (why.Length > 0) context.LeaveOut(element, why);
    }

    private bool IsCredit(IElement element)
    {
        var text = element.TextContent.Trim();
        return text.Length is > 0 and <= LongestCredit && Credit().IsMatch(text) && content.Root.CompareDocumentPosition(element).HasFlag(DocumentPositions.Preceding);
    }

    /// <summary>The children of an element: stretches that run within lines are paragraphs, blocks are read by their kind.</summary>
    private void ReadBlocks(IElement parent)
    {
        var run = new List<INode>();
        foreach (var child in parent.ChildNodes)
        {
            if (HtmlInlines.Are(child))
            {
                run.Add(child);
                continue;
            }

            AddRun(run, parent);
            ReadBlock((IElement)child);
        }

        AddRun(run, parent);
    }

    private void ReadBlock(IElement element)
    {
        if (HtmlNoise.Reason(element) is { } why)
        {
            LeaveOut(element, why);
            return;
        }

        switch (element.TagName)
        {
            case "H1" or "H2" or "H3" or "H4" or "H5" or "H6": ReadHeading(element); break;
            case "UL" or "OL": AddList(element); break;
            case "TABLE" when HtmlTables.IsData(element): HtmlTables.Add(element, context); break;
            case "BLOCKQUOTE": AddQuote(element); break;
            case "PRE": AddPreformatted(element); break;
            case "HR": context.Draft.AddBlock(static span => new ThematicBreak(span), context.Draft.Position); break;
            case "FIGCAPTION" when context.Draft.Last is RawBlock { Block: Figure { Caption.IsEmpty: true } figure } unit:
                context.Draft.Last = new RawBlock(figure with { Caption = context.Draft.Place(TextOf(element)) }, unit.Span);
                break;
            default: ReadBlocks(element); break;
        }
    }

    private void ReadHeading(IElement element)
    {
        _hasTitle |= element.TagName == "H1";
        Add(element.ChildNodes, new RawHints { OutlineLevel = element.TagName[1] - '0', Alignment = AlignmentOf(element), IsWhole = true }, InlineFormat.Strong);
    }

    private void AddRun(List<INode> run, IElement parent)
    {
        if (run.Count > 0) Add(run, new RawHints { Alignment = AlignmentOf(parent), IsWhole = parent.TagName == "P" }, InlineFormat.None);
        run.Clear();
    }

    private void Add(IEnumerable<INode> nodes, RawHints hints, InlineFormat cleared)
    {
        var inlines = new HtmlInlines(context);
        foreach (var node in nodes) inlines.Read(node);
        foreach (var text in inlines.Finished.Append(inlines.Text).Where(static text => !text.IsBlank))
        {
            var isBold = text.IsAll(InlineFormat.Strong);
            text.Clear(cleared);
            context.Draft.AddParagraph(text, hints with { Bold = isBold });
        }

        foreach (var image in inlines.Images) context.AddImage(image);
    }

    private void AddPlain(string words, RawHints hints)
    {
        var text = new DraftText();
        text.Append(words);
        context.Draft.AddParagraph(text, hints);
    }

    private void AddList(IElement list)
    {
        var start = context.Draft.Position;
        var block = ListOf(list, inBullets: false);
        if (!block.Items.IsEmpty) context.Draft.AddBlock(span => block with { Place = span }, start);
    }

    private ListBlock ListOf(IElement list, bool inBullets)
    {
        var isOrdered = list.TagName == "OL";
        var first = int.TryParse(list.GetAttribute("start"), out var start) && start >= 0 ? start : 1;
        var items = ImmutableArray.CreateBuilder<ListItem>();
        foreach (var item in list.Children.Where(static child => child.TagName == "LI"))
        {
            var blocks = ImmutableArray.CreateBuilder<Block>();
            var text = TextOf(item);
            if (!text.IsBlank) blocks.Add(ParagraphOf(text));
            foreach (var inner in item.Children.Where(static child => child.TagName is "UL" or "OL")) blocks.Add(ListOf(inner, inBullets || !isOrdered));
            if (blocks.Count > 0) items.Add(new ListItem(isOrdered ? $"{first + items.Count}." : inBullets ? "–" : "•", blocks.ToImmutable(), default));
        }

        return new ListBlock(isOrdered, first, items.ToImmutable(), default);
    }

    private void AddQuote(IElement quote)
    {
        var start = context.Draft.Position;
        var parts = quote.Children.Where(static child => child.TagName is "P" or "DIV").ToArray();
        var texts = (parts.Length > 0 ? parts.Select(TextOf) : [TextOf(quote)]).Where(static text => !text.IsBlank).Select(text => (Block)ParagraphOf(text)).ToImmutableArray();
        if (!texts.IsEmpty) context.Draft.AddBlock(span => new Quote(texts, span), start);
    }

    private void AddPreformatted(IElement element)
    {
        foreach (var line in element.TextContent.Split('\n').Where(static line => !string.IsNullOrWhiteSpace(line))) AddPlain(line.TrimEnd(), RawHints.None);
    }

    /// <summary>An element's text without the lists in it, all on one line.</summary>
    private DraftText TextOf(IElement element)
    {
        var inlines = new HtmlInlines(context);
        foreach (var child in element.ChildNodes.Where(static child => child is not IElement { TagName: "UL" or "OL" })) inlines.Read(child);
        var whole = new DraftText();
        foreach (var text in inlines.Finished.Append(inlines.Text))
        {
            if (whole.Length > 0) whole.Append(RichText.LineBreak.ToString());
            whole.Append(text);
        }

        whole.TrimEnd();
        foreach (var image in inlines.Images) context.AddImage(image);
        return whole;
    }

    private Paragraph ParagraphOf(DraftText text)
    {
        var placed = context.Draft.Place(text);
        return new Paragraph(placed, ParagraphRole.Body, placed.IsEmpty ? default : placed.Runs[0].Span.To(placed.Runs[^1].Span));
    }

    /// <summary>The page's title without the site's name behind it.</summary>
    private static string? PageTitle(IDocument document)
    {
        var title = (document.Title ?? "").Trim();
        var end = title.IndexOfAny(['_', '|']);
        if (end < 0) end = title.IndexOf(" - ", StringComparison.Ordinal);
        title = (end > 0 ? title[..end] : title).Trim();
        return title.Length > 0 ? title : null;
    }

    private static Alignment? AlignmentOf(IElement element)
    {
        var style = (element.GetAttribute("align") ?? "") + (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (style.Contains("center", StringComparison.OrdinalIgnoreCase) || element.TagName == "CENTER") return Alignment.Center;
        return style.Contains("text-align:right", StringComparison.OrdinalIgnoreCase) || style.StartsWith("right", StringComparison.OrdinalIgnoreCase) ? Alignment.End : null;
    }

    [GeneratedRegex(@"来源|作者|编辑|记者|日期|时间|\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}")]
    private static partial Regex Credit();
}
