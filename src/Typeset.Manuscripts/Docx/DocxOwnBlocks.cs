using Typeset.Documents;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Raw.Drafts;

namespace Typeset.Manuscripts.Docx;

/// <summary>What this program's own files say by the style alone: quotes, breaks of sense, titles in parts.</summary>
internal static class DocxOwnBlocks
{
    /// <summary>Whether the paragraph was a block, or a part of the one before, and has been taken.</summary>
    public static bool Takes(string style, DraftText text, RawDraft draft)
    {
        if (style == OwnStyles.ThematicBreak) draft.AddBlock(static span => new ThematicBreak(span), draft.Position);
        else if (style == OwnStyles.Quote) AddQuoted(text, draft);
        else return false;
        return true;
    }

    /// <summary>A paragraph; a title whose parts stand on lines of their own is one paragraph a line.</summary>
    public static void AddLines(DraftText text, RawHints hints, RawDraft draft)
    {
        if (hints.Role is not (LineRole.Title or LineRole.CoverTitle or LineRole.CoverIssuer) || !text.ToString().Contains(RichText.LineBreak))
        {
            draft.AddParagraph(text, hints);
            return;
        }

        foreach (var line in text.ToString().Split(RichText.LineBreak))
        {
            var part = new DraftText();
            part.Append(line);
            if (!part.IsBlank) draft.AddParagraph(part, hints);
            hints = hints with { PageBreakBefore = false };
        }
    }

    private static void AddQuoted(DraftText text, RawDraft draft)
    {
        var start = draft.Position;
        var placed = draft.Place(text);
        var paragraph = new Paragraph(placed, ParagraphRole.Body, placed.Runs[0].Span.To(placed.Runs[^1].Span));
        if (draft.Last is RawBlock { Block: Quote quote } unit) draft.Last = new RawBlock(new Quote(quote.Blocks.Add(paragraph), quote.Span), unit.Span);
        else draft.AddBlock(span => new Quote([paragraph], span), start);
    }
}
