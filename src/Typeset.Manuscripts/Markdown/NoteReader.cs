using System.Collections.Immutable;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Typeset.Core.Messages;
using Typeset.Documents;
using Block = Typeset.Documents.Block;
using Footnote = Typeset.Documents.Footnote;
using MarkdownFootnote = Markdig.Extensions.Footnotes.Footnote;

namespace Typeset.Manuscripts.Markdown;

/// <summary>Reads the notes of an article in the order of their marks; a note with two marks is printed at both.</summary>
internal static class NoteReader
{
    public static ImmutableArray<Footnote> Read(Manuscript manuscript)
    {
        var notes = ImmutableArray.CreateBuilder<Footnote>(manuscript.Marks.Count);
        var read = new Dictionary<MarkdownFootnote, Footnote>();
        foreach (var note in manuscript.Marks)
        {
            if (!read.TryGetValue(note, out var footnote)) read[note] = footnote = ReadOne(note, manuscript);
            notes.Add(footnote);
        }

        return notes.ToImmutable();
    }

    /// <summary>Reports notes that no mark points to, notes given twice, and link definitions that nothing uses.</summary>
    public static void ReportUnused(MarkdownDocument document, Manuscript manuscript)
    {
        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var block in document)
        {
            if (block is not LinkReferenceDefinitionGroup group) continue;
            foreach (var child in group)
            {
                if (child is FootnoteLinkReferenceDefinition { Footnote: var note }) ReportNote(note, labels, manuscript);
                else if (child is LinkReferenceDefinition definition) ReportDefinition(definition, manuscript);
            }
        }
    }

    private static void ReportNote(MarkdownFootnote note, HashSet<string> labels, Manuscript manuscript)
    {
        var isFirst = labels.Add(note.Label ?? "");
        if (manuscript.UsedNotes.Contains(note)) return;
        manuscript.Report(isFirst ? ManuscriptMessages.UnusedNote : ManuscriptMessages.DuplicateNote, manuscript.SpanOf(note.LabelSpan), $"[{note.Label}]");
    }

    private static void ReportDefinition(LinkReferenceDefinition definition, Manuscript manuscript)
    {
        if (!manuscript.UsedDefinitions.Contains(definition)) manuscript.Report(ManuscriptMessages.UnusedLinkDefinition, manuscript.SpanOf(definition.Span), definition.Label ?? "");
    }

    private static Footnote ReadOne(MarkdownFootnote note, Manuscript manuscript)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        AddParagraphs(new BlockReader(manuscript, inNote: true).Read(note), paragraphs, manuscript);
        return new Footnote(paragraphs.ToImmutable(), manuscript.SpanOf(note.Span));
    }

    private static void AddParagraphs(ImmutableArray<Block> blocks, ImmutableArray<Paragraph>.Builder paragraphs, Manuscript manuscript)
    {
        foreach (var block in blocks)
        {
            if (block is not Paragraph) manuscript.Report(ManuscriptMessages.BlockInNote, block.Span);
            switch (block)
            {
                case Paragraph paragraph: paragraphs.Add(paragraph); break;
                case Heading heading: paragraphs.Add(new Paragraph(heading.Text, ParagraphRole.Body, heading.Span)); break;
                case Quote quote: AddParagraphs(quote.Blocks, paragraphs, manuscript); break;
                case Documents.ListBlock list: AddItems(list, paragraphs, manuscript); break;
                case Documents.Table table: AddRows(table, paragraphs); break;
            }
        }
    }

    private static void AddItems(Documents.ListBlock list, ImmutableArray<Paragraph>.Builder paragraphs, Manuscript manuscript)
    {
        foreach (var item in list.Items) AddParagraphs(item.Blocks, paragraphs, manuscript);
    }

    private static void AddRows(Documents.Table table, ImmutableArray<Paragraph>.Builder paragraphs)
    {
        foreach (var row in table.Rows)
        {
            foreach (var cell in row.Cells) paragraphs.Add(new Paragraph(cell, ParagraphRole.Body, row.Span));
        }
    }
}
