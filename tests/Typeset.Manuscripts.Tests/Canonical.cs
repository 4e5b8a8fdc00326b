using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Tests;

/// <summary>Texts as readers have them: no white space at the ends and before a line break, no empty line.</summary>
internal static class Canonical
{
    public static RichText Of(RichText text)
    {
        var kept = new List<(char Char, InlineRun Run)>();
        foreach (var run in text.Runs)
        {
            for (var i = run.Start; i < run.End; i++)
            {
                var isBreak = text.Text[i] == RichText.LineBreak;
                if (isBreak) TrimEnd(kept);
                if (kept.Count == 0 && (isBreak || IsBlank(text.Text[i]))) continue;
                kept.Add((text.Text[i], isBreak ? run with { Format = InlineFormat.None, LinkTarget = null } : run));
            }
        }

        TrimEnd(kept);
        return Build(kept);
    }

    private static RichText Build(List<(char Char, InlineRun Run)> kept)
    {
        var text = new StringBuilder();
        var runs = ImmutableArray.CreateBuilder<InlineRun>();
        foreach (var (c, run) in kept)
        {
            if (runs.Count > 0 && Same(runs[^1], run)) runs[^1] = runs[^1] with { End = text.Length + 1 };
            else runs.Add(run with { Start = text.Length, End = text.Length + 1 });
            text.Append(c);
        }

        return new RichText(text.ToString(), runs.ToImmutable());
    }

    private static bool Same(InlineRun left, InlineRun right) => left.Format == right.Format && left.LinkTarget == right.LinkTarget && left.FootnoteIndex < 0 && right.FootnoteIndex < 0;

    private static void TrimEnd(List<(char Char, InlineRun Run)> kept)
    {
        while (kept.Count > 0 && (IsBlank(kept[^1].Char) || kept[^1].Char == RichText.LineBreak)) kept.RemoveAt(kept.Count - 1);
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\u3000' or '\u00A0' or '\r' or '\n';
}

/// <summary>Puts note marks into an article's paragraphs, a mark a note, in their order.</summary>
internal static class Notes
{
    public static Article Placed(Article article, IEnumerable<RichText> notes)
    {
        var waiting = new Queue<RichText>(notes);
        var placed = new List<Footnote>();
        var blocks = article.Blocks.Select(block =>
        {
            if (block is not Paragraph paragraph || waiting.Count == 0) return block;
            var at = paragraph.Text.Text.Length;
            var mark = new InlineRun(at, at + 1, InlineFormat.None, SourceSpan.None, false, null, placed.Count);
            placed.Add(new Footnote([new Paragraph(waiting.Dequeue(), ParagraphRole.Body, SourceSpan.None)], SourceSpan.None));
            return paragraph with { Text = new RichText(paragraph.Text.Text + RichText.NoteMark, paragraph.Text.Runs.Add(mark)) };
        });
        return article with { Blocks = [.. blocks], Footnotes = [.. placed] };
    }
}
