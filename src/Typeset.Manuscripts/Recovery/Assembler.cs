using System.Collections.Immutable;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Makes articles of drafts, and writes down where each line went.</summary>
internal sealed class Assembler(Scene scene, Journal journal)
{
    private readonly TextCleaner _cleaner = new(journal);
    private readonly Dictionary<(RawManuscript, int), int> _noteNumbers = [];
    private ImmutableArray<Footnote>.Builder _notes = ImmutableArray.CreateBuilder<Footnote>();

    /// <summary>The parts of the booklet with their articles.</summary>
    public ImmutableArray<Part> Parts(List<ArticleDraft> drafts, string fallbackTitle)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var title = "";
        var articles = ImmutableArray.CreateBuilder<Article>();
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].PartTitle is { } start)
            {
                if (articles.Count > 0) parts.Add(new Part(title, articles.DrainToImmutable()));
                title = PartTitle(start, IdOf(i, drafts.Count));
            }

            articles.Add(ArticleOf(drafts[i], IdOf(i, drafts.Count), fallbackTitle));
        }

        parts.Add(new Part(title, articles.DrainToImmutable()));
        return parts.ToImmutable();
    }

    private static string IdOf(int index, int count) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(count > 99 ? 3 : 2, '0');

    /// <summary>第一编　观察: number and name with one full space between.</summary>
    private string PartTitle(Strand strand, string article)
    {
        foreach (var line in strand.Lines) journal.Home(line, LineRole.PartTitle, article, -1);
        return string.Join('\u3000', LetterSpacing.Words(strand.Text));
    }

    private Article ArticleOf(ArticleDraft draft, string id, string fallbackTitle)
    {
        HeadingLevels.Assign(draft, scene.TitleLevel);
        _noteNumbers.Clear();
        _notes = ImmutableArray.CreateBuilder<Footnote>();
        foreach (var strand in draft.Header) HomesOf(strand, id, -1);
        var article = new HeaderFields(scene, _cleaner, journal).Fill(draft, new Article { Id = id, Title = [fallbackTitle] }, fallbackTitle);
        var blocks = Blocks(draft, id);
        var all = draft.Header.Concat(draft.Body).ToList();
        return article with { Blocks = blocks, Footnotes = _notes.ToImmutable(), Span = all.Count > 0 ? all[0].Span.To(all[^1].Span) : default };
    }

    private ImmutableArray<Block> Blocks(ArticleDraft draft, string id)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var i = 0; i < draft.Body.Count; i++)
        {
            var end = ListEnd(draft.Body, i);
            if (end > i + 1)
            {
                for (var item = i; item < end; item++) HomesOf(draft.Body[item], id, blocks.Count);
                blocks.Add(ListOf(draft.Body.GetRange(i, end - i)));
                i = end - 1;
                continue;
            }

            HomesOf(draft.Body[i], id, blocks.Count);
            if (draft.Body[i].Role == LineRole.AttachmentMark && i + 1 < draft.Body.Count && draft.Body[i + 1].Role == LineRole.AttachmentTitle)
            {
                HomesOf(draft.Body[i + 1], id, blocks.Count);
                blocks.Add(new Attachment(MarkOf(draft.Body[i]), Clean(draft.Body[i + 1]), draft.Body[i].Span.To(draft.Body[i + 1].Span)));
                i++;
                continue;
            }

            blocks.Add(BlockOf(draft.Body[i]));
        }

        return blocks.ToImmutable();
    }

    private void HomesOf(Strand strand, string article, int block)
    {
        foreach (var line in strand.Lines) journal.Home(line, strand.Role, article, block);
    }

    /// <summary>Two or more lines with the same bullet are a list.</summary>
    private static int ListEnd(List<Strand> body, int start)
    {
        var end = start;
        while (end < body.Count && body[end].Role == LineRole.Body && body[end].Block is null && body[end].Marker.Kind == MarkerKind.Bullet && body[end].Text[0] == body[start].Text[0]) end++;
        return end;
    }

    private ListBlock ListOf(List<Strand> strands) => new(false, 1, [.. strands.Select(ItemOf)], strands[0].Span.To(strands[^1].Span));

    private ListItem ItemOf(Strand strand)
    {
        var text = Clean(strand);
        var start = 1;
        while (start < text.Text.Length && Glyph.IsSpace(text.Text[start])) start++;
        return new ListItem("•", [new Paragraph(RichParts.Slice(text, start, text.Text.Length), ParagraphRole.Body, strand.Span)], strand.Span);
    }

    private Block BlockOf(Strand strand)
    {
        if (strand.Block is { } block) return block;
        var text = Clean(strand);
        return strand.Role switch
        {
            >= LineRole.Heading1 and <= LineRole.Heading6 => new Heading(strand.Role - LineRole.Heading1 + 1, text, strand.Span),
            LineRole.AttachmentMark => new Attachment(MarkOf(strand), RichText.Empty, strand.Span),
            _ => new Paragraph(text, ParagraphRoleOf(strand.Role), strand.Span),
        };
    }

    private static string MarkOf(Strand strand) => Glyph.Squeeze(strand.Text).TrimEnd('：', ':');

    private static ParagraphRole ParagraphRoleOf(LineRole role) => role switch
    {
        LineRole.Salutation => ParagraphRole.Salutation, LineRole.Signature => ParagraphRole.Signature, LineRole.Dateline => ParagraphRole.Dateline,
        LineRole.Center => ParagraphRole.Center, LineRole.Right => ParagraphRole.Right, LineRole.NoIndent => ParagraphRole.NoIndent, _ => ParagraphRole.Body,
    };

    private RichText Clean(Strand strand) => WithNotes(_cleaner.Clean(strand), strand.First.Manuscript);

    /// <summary>The text with note marks that point into the article’s own notes.</summary>
    private RichText WithNotes(RichText text, RawManuscript manuscript)
    {
        if (!text.Runs.Any(static r => r.FootnoteIndex >= 0)) return text;
        return text with { Runs = [.. text.Runs.Select(run => run.FootnoteIndex < 0 ? run : run with { FootnoteIndex = NoteOf(manuscript, run.FootnoteIndex) })] };
    }

    private int NoteOf(RawManuscript manuscript, int index)
    {
        if (_noteNumbers.TryGetValue((manuscript, index), out var number)) return number;
        if (index >= manuscript.Footnotes.Length) return -1;
        _notes.Add(manuscript.Footnotes[index]);
        return _noteNumbers[(manuscript, index)] = _notes.Count - 1;
    }
}
