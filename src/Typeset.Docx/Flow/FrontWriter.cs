using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Parts;

namespace Typeset.Docx.Flow;

/// <summary>Writes what stands before the articles and between them: cover, contents, titles of parts.</summary>
internal sealed class FrontWriter(TwinContext context, ParagraphBuilder paragraphs, BodyStream body)
{
    private readonly HouseStyle _house = context.Styled.Style;

    /// <summary>Writes the cover; gives the distance of its first line from the page's top, or null where there is none.</summary>
    public Length? WriteCover()
    {
        if (context.Map.Cover.IsEmpty && context.Map.CoverImage is null) return null;
        Length? top = null;
        var edge = Length.Zero;
        var image = context.Map.CoverImage;
        var rule = _house.Cover.RuleWeight.IsZero ? default(Length?) : _house.Cover.RuleTop;
        foreach (var text in context.Map.Cover)
        {
            if (rule <= text.Top && !(image?.Top <= rule)) AddRule();
            if (image is not null && image.Top <= text.Top)
            {
                Add(ImageParagraph(image, Above(image.Top)));
                edge = image.Top + image.Size.Height;
                image = null;
            }

            Add(Text(text.Role, text.Text, Above(text.Top)));
            edge = text.Top + _house.Of(text.Role).LinePitch * text.Text.LineEnds.Length;
            if (rule < edge) AddRule();
        }

        if (image is not null) Add(ImageParagraph(image, Above(image.Top)));
        if (rule is not null) AddRule();
        return top;

        void AddRule()
        {
            var at = Length.Max(rule!.Value, edge);
            Add(RuleParagraph(Above(at)));
            edge = at + _house.Cover.RuleWeight + new Length(Length.PerPoint);
            rule = null;
        }

        int Above(Length at)
        {
            top ??= edge = at;
            return Math.Max(0, Twips.Of(at) - Twips.Of(edge));
        }
    }

    private void Add(W.Paragraph paragraph) => body.Add(paragraph, 0);

    private W.Paragraph ImageParagraph(CoverImageMap image, int before)
    {
        var paragraph = new W.Paragraph(FigureParagraph.PropertiesOf(before, 0, false));
        if (context.Styled.Booklet.Cover.Image is { } data) paragraph.Append(ImageRun.Make(context.Media, data, image.Size, context.Styled.Booklet.FullTitle));
        return paragraph;
    }

    /// <summary>A rule across the type area: the border of a paragraph one point high.</summary>
    private W.Paragraph RuleParagraph(int before)
    {
        var color = _house.Cover.RuleColor;
        var border = new W.TopBorder { Val = W.BorderValues.Single, Size = Twips.EighthPoints(_house.Cover.RuleWeight), Space = 0, Color = color.IsBlack ? "auto" : ParagraphPropertiesMaker.Hex(color) };
        var paragraph = BodyStream.Nothing();
        paragraph.ParagraphProperties!.GetFirstChild<W.SpacingBetweenLines>()!.Before = Twips.Text(before);
        paragraph.ParagraphProperties.PrependChild(new W.ParagraphBorders(border));
        return paragraph;
    }

    private W.Paragraph Text(TextRole role, TextMap text, int before) =>
        paragraphs.Make(RichText.Plain(text.Text, default, false), text, new ParagraphPlace(_house, role) { Measure = Twips.Of(_house.Page.TypeAreaWidth), Before = before });

    /// <summary>Writes the contents: a field with its result.</summary>
    public void WriteContents()
    {
        if (context.Map.ContentsTitle is { } title) body.Add(Text(TextRole.ContentsTitle, title, Twips.Of(title.Before)), Twips.Of(_house.Of(TextRole.ContentsTitle).SpaceAfter));
        var measure = new PageMetrics(_house).TextWidth;
        var entries = context.Map.Contents;
        for (var i = 0; i < entries.Length; i++)
        {
            var role = entries[i].Level == 1 ? TextRole.ContentsPart : TextRole.ContentsEntry;
            var gap = Twips.Of(entries[i].Text.Before);
            var place = new ParagraphPlace(_house, role) { Measure = measure, Before = entries[i].Text.BeginsPage ? gap : body.Above(gap) };
            body.Add(Entry(entries[i], place, (i == 0, i == entries.Length - 1)), Twips.Of(_house.Of(role).SpaceAfter));
        }

        // LibreOffice 7.4 gives a section that ends within a field the page of the section before it.
        if (!entries.IsEmpty) Add(BodyStream.Nothing());
    }

    private W.Paragraph Entry(ContentsMap entry, ParagraphPlace place, (bool Begins, bool Ends) field)
    {
        var paragraph = new W.Paragraph(paragraphs.PropertiesOf(place));
        if (field.Begins) paragraph.Append(Fields.Begin(Instruction));
        var link = new W.Hyperlink { Anchor = context.Bookmarks.Find(entry.Destination), History = true };
        paragraphs.Append(link, RichText.Plain(entry.Text.Text, default, false), entry.Text, place);
        link.Append(new W.Run(new W.TabChar()));
        link.Append(Fields.Complex("PAGEREF " + link.Anchor + " \\h", new W.Run(new W.Text(entry.Number))));
        paragraph.Append(link);
        if (field.Ends) paragraph.Append(Fields.End());
        return paragraph;
    }

    /// <summary>Parts and articles by their styles, with links, without the web view's numbers.</summary>
    private string Instruction => $"TOC \\h \\z \\t \"{RoleNames.NameOf(TextRole.PartTitle)},1{string.Concat(TitleStyles().Select(static name => $",{name},2"))}\"";

    /// <summary>Titles of articles with a style of their own have one more style.</summary>
    private IEnumerable<string> TitleStyles()
    {
        var byId = context.Styled.Booklet.Parts.SelectMany(static part => part.Articles).ToDictionary(static article => article.Id, StringComparer.Ordinal);
        return context.Map.Chapters
            .SelectMany(static chapter => chapter.Articles, (chapter, article) => context.Sheet.VariantOf(context.Styled.StyleOf(byId[article.Id]), chapter.Tightening))
            .Select(variant => context.Sheet.NameOf(TextRole.ArticleTitle, variant)).Prepend(RoleNames.NameOf(TextRole.ArticleTitle)).Distinct();
    }

    /// <summary>Writes the title of a part for a page of its own.</summary>
    public void WritePartTitle(int part, string place)
    {
        var map = context.Map.Parts[part];
        var paragraph = paragraphs.Make(RichText.Plain(map.Text, default, false), map, new ParagraphPlace(_house, TextRole.PartTitle) { Measure = new PageMetrics(_house).TextWidth });
        context.Bookmarks.Mark(paragraph, place);
        Add(paragraph);
    }

    /// <summary>Writes the colophon.</summary>
    public void WriteColophon()
    {
        for (var i = 0; i < context.Map.Colophon.Length; i++)
        {
            var text = context.Map.Colophon[i];
            Add(Text(TextRole.Colophon, text, i == 0 ? 0 : Twips.Of(text.Before)));
        }
    }
}

/// <summary>The paragraph that an image stands in.</summary>
internal static class FigureParagraph
{
    public const string Style = "Figure";

    public static W.ParagraphProperties PropertiesOf(int before, int after, bool keepsWithNext)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = Style });
        if (keepsWithNext) properties.Append(new W.KeepNext());
        properties.Append(new W.SpacingBetweenLines { Before = Twips.Text(before), After = Twips.Text(after) });
        return properties;
    }
}
