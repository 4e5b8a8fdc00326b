using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Layout.Inline;
using Typeset.Pages;

namespace Typeset.Layout.Flow;

/// <summary>Builds the flow of a chapter: every block broken into lines, rows and figures, none of it placed yet.</summary>
internal sealed class FlowBuilder
{
    private readonly ImmutableArray<FlowBlock>.Builder _blocks = ImmutableArray.CreateBuilder<FlowBlock>();
    private readonly ImmutableArray<FlowArticle>.Builder _articles = ImmutableArray.CreateBuilder<FlowArticle>();
    private readonly ImmutableArray<NoteFlow>.Builder _notes = ImmutableArray.CreateBuilder<NoteFlow>();
    private readonly ImmutableArray<FlowHeading>.Builder _headings = ImmutableArray.CreateBuilder<FlowHeading>();
    private readonly StructurePlan _structure = new();
    private Article _article = null!;
    private FlowContext _context = null!;
    private TextFlowFactory _text = null!;
    private HeadingLevels _levels = null!;
    private readonly int _articleLevel;
    private bool _breakBefore;

    private FlowBuilder(int articleLevel) => _articleLevel = articleLevel;

    /// <summary>The flow of articles that share pages, each in its own style; their titles are headings of a level.</summary>
    public static ChapterFlow Build(IEnumerable<(Article Article, FlowContext Context)> articles, int articleLevel)
    {
        var builder = new FlowBuilder(articleLevel);
        foreach (var (article, context) in articles) builder.AddArticle(article, context);
        return new ChapterFlow(
            builder._articles.ToImmutable(), builder._blocks.ToImmutable(), builder._notes.ToImmutable(), builder._structure, builder._headings.ToImmutable());
    }

    private void AddArticle(Article article, FlowContext context)
    {
        (_article, _context) = (article, context);
        _text = new TextFlowFactory(context, _structure, _notes.Count);
        _levels = new HeadingLevels(_articleLevel);
        var root = _structure.Add(StructureRole.Article, -1);
        _articles.Add(new FlowArticle(article, context.Style, _blocks.Count, root));
        _blocks.AddRange(new HeaderBuilder(article, context, _text, _structure).Build(root, _levels.Article));
        AddAll(article.Blocks, new Nesting(root, Length.Zero, TextRole.Body));
        _notes.AddRange(new NoteBuilder(context, _text, _structure).Build(article.Footnotes, root));
        if (article.Blocks.IsEmpty) context.Diagnostics.Add(LayoutMessages.EmptyArticle.At(article.Span, article.FullTitle));
    }

    /// <summary>Where nested blocks stand: their parent element, their indent, and the role of plain paragraphs.</summary>
    private readonly record struct Nesting(int Parent, Length Indent, TextRole Role);

    private void AddAll(ImmutableArray<Block> blocks, Nesting nesting)
    {
        foreach (var block in blocks) Add(block, nesting);
    }

    private void Add(Block block, Nesting nesting)
    {
        switch (block)
        {
            case Paragraph paragraph: AddParagraph(paragraph, nesting); break;
            case Heading heading: AddHeading(heading, nesting); break;
            case Attachment attachment: AddAttachment(attachment, nesting); break;
            case ListBlock list: AddList(list, nesting); break;
            case Quote quote: AddQuote(quote, nesting); break;
            case Figure figure: Append(new FigureBuilder(_context, _text, _structure).Build(figure, nesting.Parent, nesting.Indent)); break;
            case Table table: AddTable(table, nesting); break;
            case PageBreak: _breakBefore = true; break;
            case ThematicBreak thematic: AddThematicBreak(thematic, nesting); break;
            default: throw new System.Diagnostics.UnreachableException(block.GetType().Name);
        }
    }

    private void AddParagraph(Paragraph paragraph, Nesting nesting)
    {
        if (paragraph.Text.IsEmpty) return;
        var role = paragraph.Role == ParagraphRole.Body ? nesting.Role : RoleOf(paragraph.Role);
        var element = _structure.Add(StructureRole.Paragraph, nesting.Parent);
        Append(_text.Make(paragraph.Text, role, new TextPlace(element, paragraph.Span) { Indent = nesting.Indent }));
    }

    private static TextRole RoleOf(ParagraphRole role) => role switch
    {
        ParagraphRole.Body => TextRole.Body,
        ParagraphRole.Salutation => TextRole.Salutation,
        ParagraphRole.Signature => TextRole.Signature,
        ParagraphRole.Dateline => TextRole.Dateline,
        ParagraphRole.Center => TextRole.Center,
        ParagraphRole.Right => TextRole.Right,
        ParagraphRole.NoIndent => TextRole.NoIndent,
        _ => throw new System.Diagnostics.UnreachableException(role.ToString()),
    };

    private void AddHeading(Heading heading, Nesting nesting)
    {
        var level = Math.Clamp(heading.Level, 1, 6);
        var element = _structure.Add(_levels.Next(level), nesting.Parent);
        Append(_text.Make(heading.Text, TextRole.Heading1 + level - 1, new TextPlace(element, heading.Span)
        {
            Indent = nesting.Indent, KeepWithNext = true, Anchor = AddToOutline(level, heading.Text.Text),
        }));
    }

    private string AddToOutline(int level, string title)
    {
        var anchor = _article.Id + "/" + (_headings.Count + 1);
        var plain = title.Replace(RichText.NoteMark.ToString(), "", StringComparison.Ordinal).Replace(RichText.LineBreak, ' ');
        _headings.Add(new FlowHeading(level, plain, anchor));
        return anchor;
    }

    private void AddAttachment(Attachment attachment, Nesting nesting)
    {
        var anchor = AddToOutline(1, attachment.Mark.Length == 0 ? attachment.Title.Text : attachment.Mark + " " + attachment.Title.Text);
        _breakBefore = true;
        if (attachment.Mark.Length > 0)
        {
            var mark = _structure.Add(StructureRole.Paragraph, nesting.Parent);
            Append(_text.Make(RichText.Plain(attachment.Mark, attachment.Span, false), TextRole.AttachmentMark,
                new TextPlace(mark, attachment.Span) { KeepWithNext = true, Anchor = anchor }));
        }

        if (attachment.Title.IsEmpty) return;
        var title = _structure.Add(_levels.Next(0), nesting.Parent);
        Append(_text.Make(attachment.Title, TextRole.AttachmentTitle,
            new TextPlace(title, attachment.Span) { KeepWithNext = true, Anchor = attachment.Mark.Length == 0 ? anchor : null }));
    }

    private void AddList(ListBlock list, Nesting nesting)
    {
        var parent = _structure.Add(new StructureElement(StructureRole.List, nesting.Parent) { Counted = list.Ordered });
        foreach (var item in list.Items)
        {
            var element = _structure.Add(StructureRole.ListItem, parent);
            var label = _structure.Add(StructureRole.ListLabel, element);
            var body = _structure.Add(StructureRole.ListBody, element);
            AddItem(item, label, new Nesting(body, nesting.Indent, TextRole.ListItem));
        }
    }

    /// <summary>Between a list mark and its text.</summary>
    private const string MarkGap = " ";

    /// <summary>The first paragraph of an item carries its mark; what else the item holds is indented under its text.</summary>
    private void AddItem(ListItem item, int label, Nesting nesting)
    {
        var style = _context.Style.Of(TextRole.ListItem);
        var inner = nesting with { Indent = nesting.Indent + style.Size * 2 };
        if (item.Blocks is [Paragraph { Text: var text } first, .. var rest])
        {
            Append(_text.Make(text, TextRole.ListItem, new TextPlace(nesting.Parent, first.Span) { Indent = nesting.Indent, Prefix = item.Marker + MarkGap, Label = label }));
            AddAll(rest, inner);
            return;
        }

        Append(_text.Make(RichText.Empty, TextRole.ListItem, new TextPlace(nesting.Parent, item.Span) { Indent = nesting.Indent, Prefix = item.Marker + MarkGap, Label = label, KeepWithNext = true }));
        AddAll(item.Blocks, inner);
    }

    private void AddQuote(Quote quote, Nesting nesting)
    {
        var element = _structure.Add(StructureRole.BlockQuote, nesting.Parent);
        AddAll(quote.Blocks, nesting with { Parent = element, Role = TextRole.Quote });
    }

    private void AddTable(Table table, Nesting nesting)
    {
        foreach (var block in new TableBuilder(_context, _text, _structure).Build(table, nesting.Parent, nesting.Indent)) Append(block);
    }

    private void AddThematicBreak(ThematicBreak thematic, Nesting nesting)
    {
        const string Stars = "＊　＊　＊";
        Append(_text.Make(RichText.Plain(Stars, thematic.Span, false), TextRole.ThematicBreak,
            new TextPlace(StructurePlan.Artifact, thematic.Span) { Indent = nesting.Indent }));
    }

    private void Append(FlowBlock block)
    {
        if (_breakBefore) block = new BreakFlow(block);
        _breakBefore = false;
        _blocks.Add(block);
    }
}
