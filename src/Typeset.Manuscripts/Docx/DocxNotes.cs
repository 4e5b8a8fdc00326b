using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Typeset.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Manuscripts.Docx;

/// <summary>Footnotes and endnotes, taken in the order of their marks.</summary>
internal sealed class DocxNotes(DocxContext context)
{
    private readonly Dictionary<long, OpenXmlElement> _footnotes = Of<W.Footnote>(context.Main.FootnotesPart?.Footnotes, static note => note.Id.Known());
    private readonly Dictionary<long, OpenXmlElement> _endnotes = Of<W.Endnote>(context.Main.EndnotesPart?.Endnotes, static note => note.Id.Known());

    /// <summary>The index of a note whose mark is met; null where there is no such note.</summary>
    public int? Footnote(long? id) => Take(_footnotes, id, context.Main.FootnotesPart);

    public int? Endnote(long? id) => Take(_endnotes, id, context.Main.EndnotesPart);

    private int? Take(Dictionary<long, OpenXmlElement> notes, long? id, OpenXmlPart? part)
    {
        if (id is not { } number || part is null || !notes.TryGetValue(number, out var note)) return null;
        var paragraphs = note.Descendants<W.Paragraph>().Select(paragraph => Read(paragraph, part)).OfType<Paragraph>().ToArray();
        if (paragraphs.Length == 0) return null;
        context.Draft.Notes.Add(new Footnote([.. paragraphs], paragraphs[0].Span));
        return context.Draft.Notes.Count - 1;
    }

    private Paragraph? Read(W.Paragraph paragraph, OpenXmlPart part)
    {
        var runs = new DocxRuns(context, new DocxFields(), context.Styles.Of(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)) { Part = part };
        runs.Read(paragraph);
        if (runs.Text.IsBlank) return null;
        var text = context.Draft.Place(runs.Text);
        return new Paragraph(TextTrim.Start(text), ParagraphRole.Body, text.Runs[0].Span.To(text.Runs[^1].Span));
    }

    private static Dictionary<long, OpenXmlElement> Of<T>(OpenXmlElement? part, Func<T, long?> idOf) where T : OpenXmlElement
    {
        var notes = new Dictionary<long, OpenXmlElement>();
        foreach (var note in part?.Elements<T>() ?? [])
        {
            if (idOf(note) is { } id and > 0) notes.TryAdd(id, note);
        }

        return notes;
    }
}
