using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Docx.Parts;
using Typeset.Docx.Pins;

namespace Typeset.Docx.Flow;

/// <summary>Writes the articles of a chapter, block by block, beside the chapter's map.</summary>
internal sealed class ArticleWriter(TwinContext context, ParagraphBuilder paragraphs, BodyStream body, BlockCursor cursor)
{
    private Article _article = null!;
    private HouseStyle _variant = null!;
    private readonly PageCrowd _crowd = new();
    private PagePinner? _pages;
    private int _measure;
    private int _firstNote;
    private bool _breakBefore;
    private string? _bookmark;

    /// <summary>Where nested blocks stand: their indent, the role of plain paragraphs, and how deep lists are nested.</summary>
    private readonly record struct Nesting(Length Indent, TextRole Role, int Depth);

    /// <param name="article">The article.</param>
    /// <param name="variant">Its style.</param>
    /// <param name="firstNote">The id of its first note.</param>
    /// <param name="breakBefore">It begins a page, and no section does so for it.</param>
    public void Write(Article article, HouseStyle variant, int firstNote, bool breakBefore)
    {
        (_article, _variant, _firstNote, _breakBefore, _bookmark) = (article, variant, firstNote, breakBefore, article.Id);
        _measure = new PageMetrics(variant).TextWidth;
        _pages = context.Options.Pins ? new PagePinner(variant) : null;
        _crowd.Restart();
        Header();
        AddAll(article.Blocks, new Nesting(Length.Zero, TextRole.Body, 0));
    }

    private void Header()
    {
        Field(_article.Mark, TextRole.ArticleMark);
        Field(string.Join(RichText.LineBreak, _article.Title), TextRole.ArticleTitle);
        Field(_article.Subtitle, TextRole.ArticleSubtitle);
        Field(_article.Byline, TextRole.ArticleByline);
        Field(string.Join('　', new[] { _article.Date, _article.Source }.Where(static s => s.Length > 0)), TextRole.ArticleDateSource);
        Field(_article.Note, TextRole.ArticleNote);
    }

    private void Field(string text, TextRole role)
    {
        if (text.Length > 0) AddText(RichText.Plain(text, _article.Span, false), Place(role));
    }

    private ParagraphPlace Place(TextRole role) => new(_variant, role) { Measure = _measure, NoteId = index => _firstNote + index };

    private void AddAll(ImmutableArray<Block> blocks, Nesting nesting)
    {
        foreach (var block in blocks) Add(block, nesting);
    }

    private void Add(Block block, Nesting nesting)
    {
        switch (block)
        {
            case Paragraph { Text.IsEmpty: true }: break;
            case Paragraph paragraph: AddText(paragraph.Text, Place(RoleOf(paragraph.Role, nesting.Role)) with { Shift = nesting.Indent }); break;
            case Heading heading: AddText(heading.Text, Place(TextRole.Heading1 + Math.Clamp(heading.Level, 1, 6) - 1) with { Shift = nesting.Indent }); break;
            case Attachment attachment: AddAttachment(attachment); break;
            case ListBlock list: AddList(list, nesting); break;
            case Quote quote: AddAll(quote.Blocks, nesting with { Role = TextRole.Quote }); break;
            case Figure figure: AddFigure(figure); break;
            case Table table: AddTable(table, nesting); break;
            case PageBreak: _breakBefore = true; break;
            case ThematicBreak thematic: AddText(RichText.Plain("＊　＊　＊", thematic.Span, false), Place(TextRole.ThematicBreak) with { Shift = nesting.Indent }); break;
            default: throw new System.Diagnostics.UnreachableException(block.GetType().Name);
        }
    }

    private static TextRole RoleOf(ParagraphRole role, TextRole plain) => role switch
    {
        ParagraphRole.Body => plain,
        ParagraphRole.Salutation => TextRole.Salutation,
        ParagraphRole.Signature => TextRole.Signature,
        ParagraphRole.Dateline => TextRole.Dateline,
        ParagraphRole.Center => TextRole.Center,
        ParagraphRole.Right => TextRole.Right,
        ParagraphRole.NoIndent => TextRole.NoIndent,
        _ => throw new System.Diagnostics.UnreachableException(role.ToString()),
    };

    private void AddText(RichText text, ParagraphPlace place, string mark = "")
    {
        var map = cursor.Text(mark + text.Text);
        CountOnPage(map);
        if (IsHeading(place.Role) && _pages is not null && _crowd.Endangers(cursor.Next)) place = place with { KeepWithNext = false };
        var style = _variant.Of(place.Role);
        var paragraph = paragraphs.Make(text, map, place with { Before = BeforeOf(map), BreakBefore = TakeBreak() });
        TakeBookmark(paragraph);
        body.Add(paragraph, Twips.Of(style.SpaceAfter));
    }

    /// <summary>What the layout left above a block; null where it is not known. The space above one that begins a page is that below the one before it: no program keeps it there.</summary>
    private int? BeforeOf(BlockMap? map)
    {
        if (map is null) return null;
        if (!map.BeginsPage) return body.Above(GapAbove(map));
        EndPage(map);
        return Twips.Of(map.Before);
    }

    /// <summary>The gap above a block, wider where the page that ends in the block could hold more of it.</summary>
    private int GapAbove(BlockMap? map) => map is null ? 0 : Twips.Of(map.Before) + (_pages?.Above(map.RestWithin) ?? 0);

    /// <summary>Keeps a block that begins a page from the page before. Space that it has above itself counts there too: the larger of two gaps may stand for both.</summary>
    private void EndPage(BlockMap map, int above = 0)
    {
        if (!_breakBefore) body.Below(Twips.Of(map.Lacked) + above + (_pages?.Between(map.RestBefore) ?? 0));
    }

    private void CountOnPage(BlockMap? map)
    {
        if (_breakBefore) _crowd.Restart();
        _crowd.Add(map);
    }

    private static bool IsHeading(TextRole role) => role is >= TextRole.Heading1 and <= TextRole.Heading6;

    private bool TakeBreak()
    {
        var taken = _breakBefore;
        _breakBefore = false;
        return taken;
    }

    private void TakeBookmark(W.Paragraph paragraph)
    {
        if (_bookmark is not null) context.Bookmarks.Mark(paragraph, _bookmark);
        _bookmark = null;
    }

    private void AddAttachment(Attachment attachment)
    {
        _breakBefore = true;
        if (attachment.Mark.Length > 0) AddText(RichText.Plain(attachment.Mark, attachment.Span, false), Place(TextRole.AttachmentMark));
        if (!attachment.Title.IsEmpty) AddText(attachment.Title, Place(TextRole.AttachmentTitle));
    }

    private void AddList(ListBlock list, Nesting nesting)
    {
        var (number, expected) = (0, default(int?));
        foreach (var item in list.Items)
        {
            var count = ListMarks.NumberOf(list, item);
            if (number == 0 || count != expected) number = context.Numbering.ListFor(item.Marker, count, nesting.Depth);
            expected = count + 1;
            AddItem(item, nesting with { Role = TextRole.ListItem }, number);
        }
    }

    /// <summary>The first paragraph of an item carries its mark; what else the item holds is indented under its text.</summary>
    private void AddItem(ListItem item, Nesting nesting, int list)
    {
        var place = Place(TextRole.ListItem) with { Shift = nesting.Indent, Mark = (list, NumberingBook.LevelOf(nesting.Depth)) };
        var inner = nesting with { Indent = nesting.Indent + _variant.Of(TextRole.ListItem).Size * 2, Depth = nesting.Depth + 1 };
        var mark = item.Marker + " ";
        if (item.Blocks is [Paragraph { Text: var text }, .. var rest])
        {
            AddText(text, place, mark);
            AddAll(rest, inner);
            return;
        }

        AddText(RichText.Empty, place with { KeepWithNext = true }, mark);
        AddAll(item.Blocks, inner);
    }

    private void AddFigure(Figure figure)
    {
        var map = cursor.Figure();
        if (map is null || map.Image.Height.IsZero) return;
        var alternative = figure.Alternative.Length > 0 ? figure.Alternative : figure.Caption.Text;
        var captionHeight = map.Caption is { } broken ? _variant.Of(TextRole.Caption).LinePitch * broken.LineEnds.Length : Length.Zero;
        var gap = Twips.Of((map.Height - captionHeight - map.Image.Height) / 2);
        if (map.BeginsPage) EndPage(map, gap);
        var before = map.BeginsPage ? Twips.Of(map.Before) + gap : body.Above(Twips.Of(map.Before) + gap);
        var below = Math.Max(0, gap - FigureLineExtra);
        var properties = FigureParagraph.PropertiesOf(before, map.Caption is null ? below : 0, map.Caption is not null);
        CountOnPage(map);
        if (TakeBreak()) properties.PageBreakBefore = new W.PageBreakBefore();
        var paragraph = new W.Paragraph(properties, ImageRun.Make(context.Media, figure.Image, map.Image, alternative));
        TakeBookmark(paragraph);
        body.Add(paragraph, 0);
        if (map.Caption is null) return;
        var place = Place(TextRole.Caption) with { Before = below };
        body.Add(paragraphs.Make(figure.Caption, map.Caption, place), Twips.Of(_variant.Of(TextRole.Caption).SpaceAfter));
    }

    /// <summary>What an image's line is higher than the image: the descent of the smallest type.</summary>
    private const int FigureLineExtra = 10;

    /// <summary>Word takes a document with a wider table for damaged (its specifications and limits).</summary>
    private const int MostColumns = 63;

    private void AddTable(Table table, Nesting nesting)
    {
        if (!table.Caption.IsEmpty) AddText(table.Caption, Place(TextRole.Caption) with { KeepWithNext = true });
        if (table.Rows.IsEmpty) return;
        if (table.Columns.Length > MostColumns) context.Options.Diagnostics.Add(DocxMessages.ManyColumns.At(table.Span, Twips.Text(table.Columns.Length), Twips.Text(MostColumns)));
        if (_breakBefore) _crowd.Restart();
        if (TakeBreak()) body.Add(new W.Paragraph(FigureParagraph.PropertiesOf(0, 0, false)), 0);
        var map = cursor.Table();
        _crowd.Add(map, table.Rows.Length * table.Columns.Length);
        var writer = new TableWriter(paragraphs, new TablePlace(_variant, _measure, nesting.Indent, index => _firstNote + index) { Pages = _pages });
        if (map is { BeginsPage: true }) EndPage(map);
        writer.Write(body.BeginTable(map is { BeginsPage: true } ? body.SpaceAfter : GapAbove(map)), table, map);
    }
}
