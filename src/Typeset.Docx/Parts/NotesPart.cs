using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Flow;
using Typeset.Docx.Runs;

namespace Typeset.Docx.Parts;

/// <summary>Where an article's notes stand among those of the document: the id of the first, its index in the chapter, the chapter's map.</summary>
internal readonly record struct ArticleNotes(Article Article, HouseStyle Variant, int FirstId, int FirstIndex, ChapterMap Chapter);

/// <summary>Writes <c>word/footnotes.xml</c>: the separators, and the notes of all articles.</summary>
internal sealed class NotesPart(TwinContext context, DocxLinks links)
{
    private const int Separator = -1;
    private const int ContinuationSeparator = 0;

    private readonly ParagraphBuilder _paragraphs = new(context, links);

    /// <summary>
    /// How a section counts its notes. The circled figures called Chinese end with ⑩ in Word, the others with ⑳ (ECMA-376 part 1, §17.18.59).
    /// </summary>
    public static W.FootnoteProperties PropertiesOf(FootnoteStyle style) => new(
        new W.FootnotePosition { Val = W.FootnotePositionValues.PageBottom },
        new W.NumberingFormat { Val = style.Circled ? W.NumberFormatValues.DecimalEnclosedCircle : W.NumberFormatValues.Decimal },
        new W.NumberingStart { Val = 1 },
        new W.NumberingRestart { Val = style.RestartEachPage ? W.RestartNumberValues.EachPage : W.RestartNumberValues.EachSection });

    public void Write(Stream stream, ImmutableArray<ArticleNotes> articles, CancellationToken cancellation)
    {
        using var writer = new OpenXmlPartWriter(stream);
        writer.WriteStartDocument(true);
        writer.WriteStartElement(new W.Footnotes());
        writer.WriteElement(Ruler(Separator, W.FootnoteEndnoteValues.Separator, new W.SeparatorMark()));
        writer.WriteElement(Ruler(ContinuationSeparator, W.FootnoteEndnoteValues.ContinuationSeparator, new W.ContinuationSeparatorMark()));
        foreach (var notes in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < notes.Article.Footnotes.Length; i++) writer.WriteElement(Note(notes, i));
        }

        writer.WriteEndElement();
    }

    private W.Footnote Ruler(int id, W.FootnoteEndnoteValues type, OpenXmlElement mark)
    {
        var space = context.Styled.Style.Footnotes.SpaceAbove;
        var spacing = ParagraphPropertiesMaker.Spacing(Length.Max(space, new Length(Length.PerPoint)), 0, 0);
        return new W.Footnote(new W.Paragraph(new W.ParagraphProperties(spacing), new W.Run(mark))) { Type = type, Id = id };
    }

    private W.Footnote Note(in ArticleNotes notes, int index)
    {
        var note = new W.Footnote { Id = notes.FirstId + index };
        var maps = notes.Chapter.NoteOf(notes.FirstIndex + index);
        var metrics = new PageMetrics(notes.Variant);
        var place = new ParagraphPlace(notes.Variant, TextRole.Note) { Measure = metrics.TextWidth, MayBeParted = HeightOf(maps, notes.Variant) > metrics.TextHeight / 2 };
        var texts = notes.Article.Footnotes[index].Paragraphs.Select(static p => p.Text).Where((text, i) => i == 0 || !text.IsEmpty).DefaultIfEmpty(RichText.Empty).ToArray();
        for (var i = 0; i < texts.Length; i++)
        {
            var paragraph = new W.Paragraph(_paragraphs.PropertiesOf(place));
            if (i == 0) paragraph.Append(Mark(), new W.Run(new W.Text(" ") { Space = SpaceProcessingModeValues.Preserve }));
            _paragraphs.Append(paragraph, texts[i], i < maps.Length ? maps[i] : null, place);
            note.Append(paragraph);
        }

        return note;
    }

    private static int HeightOf(ImmutableArray<TextMap> maps, HouseStyle variant) => maps.Sum(static map => map.LineEnds.Length) * Twips.Of(variant.Of(TextRole.Note).LinePitch);

    private static W.Run Mark() => new(new W.RunProperties(new W.RunStyle { Val = CharacterStyles.NoteReference }), new W.FootnoteReferenceMark());
}
