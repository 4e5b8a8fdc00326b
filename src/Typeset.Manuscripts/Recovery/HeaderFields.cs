using System.Collections.Immutable;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>The fields of one article’s header, from its strands.</summary>
internal sealed class HeaderFields(Scene scene, TextCleaner cleaner, Journal journal)
{
    /// <summary>A title’s part that would be longer than this, in characters, keeps the space that the contents list lacks: no printed line holds it.</summary>
    private const int LongestPart = 30;

    private string _subtitle = "", _byline = "", _date = "", _source = "", _note = "", _mark = "";

    public Article Fill(ArticleDraft draft, Article article, string fallbackTitle)
    {
        foreach (var strand in draft.Header) Take(strand);
        var parts = TitleParts(draft);
        return article with
        {
            Title = parts.IsEmpty ? [fallbackTitle] : parts, Subtitle = _subtitle, Byline = _byline, Date = _date, Source = _source, Note = _note, Mark = _mark,
        };
    }

    private void Take(Strand strand)
    {
        var text = LetterSpacing.Close(strand.Text);
        switch (strand.Role)
        {
            case LineRole.Title: break;
            case LineRole.Subtitle: Put(ref _subtitle, Clean(text, strand)); break;
            case LineRole.Byline: Put(ref _byline, Clean(Unbracketed(text, strand), strand)); break;
            case LineRole.Date: Put(ref _date, strand.IsSettled ? text : Glyph.Squeeze(text)); break;
            case LineRole.Source when strand.IsSettled: Put(ref _source, Clean(text, strand)); break;
            case LineRole.Note: Put(ref _note, Clean(text, strand)); break;
            case LineRole.Mark: Put(ref _mark, Glyph.Squeeze(text).TrimEnd('：', ':')); break;
            default: TakeCredits(strand); break;
        }
    }

    private void TakeCredits(Strand strand)
    {
        if (CreditReader.Read(strand.Text) is not { } credit)
        {
            Put(ref _source, Clean(LetterSpacing.Close(strand.Text), strand));
            return;
        }

        if (_date != credit.Date) Put(ref _date, credit.Date);
        else if (_date.Length > 0) journal.Repairs.Add(new Repair(RepairKind.Cut, strand.Span, strand.Text, credit.Byline + credit.Source));
        Put(ref _byline, Clean(credit.Byline, strand));
        Put(ref _source, Clean(credit.Source, strand));
        if (credit.Note.Length > 0) Put(ref _note, Clean(LetterSpacing.Close(strand.Text), strand));
        var kept = credit.Byline + credit.Date + credit.Source;
        if (credit.Note.Length == 0 && ContentsList.KeyOf(kept).Length < ContentsList.KeyOf(strand.Text).Length)
            journal.Repairs.Add(new Repair(RepairKind.Cut, strand.Span, strand.Text, string.Join(' ', new[] { credit.Byline, credit.Date, credit.Source }.Where(static f => f.Length > 0))));
    }

    private string Unbracketed(string text, Strand strand)
    {
        var bare = strand.IsSettled ? text : Byline.Bare(text);
        if (bare.Length < text.Length) journal.Repairs.Add(new Repair(RepairKind.Cut, strand.Span, text, bare));
        return bare;
    }

    private string Clean(string text, Strand strand) => cleaner.Clean(text, strand.Span);

    private static void Put(ref string field, string value) => field = value.Length == 0 ? field : field.Length == 0 ? value : field + " " + value;

    /// <summary>The parts of the title: its lines, and what spaces part in them; a break in mid-phrase is closed.</summary>
    private ImmutableArray<string> TitleParts(ArticleDraft draft)
    {
        var listed = draft.Entry >= 0 ? PartsOf(scene.Contents[draft.Entry].Title) : null;
        var parts = new List<string>();
        foreach (var strand in draft.Header.Where(static s => s.Role == LineRole.Title))
        {
            var isNewLine = parts.Count > 0;
            foreach (var word in LetterSpacing.Words(WithoutLabel(strand)))
            {
                if (parts.Count > 0 && IsMidPhrase(parts, word, listed, isNewLine ? 0 : 1)) parts[^1] += NoteClosed(parts[^1], word, strand);
                else parts.Add(word);
                isNewLine = false;
            }
        }

        return [.. parts.Select(part => cleaner.Clean(part, draft.Header[0].Span))];
    }

    /// <summary>标题：护城河清淤记 without the label.</summary>
    private string WithoutLabel(Strand strand)
    {
        var label = strand.Text.AsSpan(0, Math.Min(strand.Text.Length, 4)).IndexOfAny('：', ':');
        if (label != 2 || strand.Text.Length < 4 || strand.Text[..2] is not ("标题" or "题目")) return strand.Text;
        journal.Repairs.Add(new Repair(RepairKind.Cut, strand.Span, strand.Text, strand.Text[(label + 1)..]));
        return strand.Text[(label + 1)..];
    }

    private string NoteClosed(string before, string word, Strand strand)
    {
        journal.Repairs.Add(new Repair(RepairKind.SpaceRemoved, strand.Span, before[Math.Max(0, before.Length - 6)..] + " " + word[..Math.Min(6, word.Length)], before[Math.Max(0, before.Length - 6)..] + word[..Math.Min(6, word.Length)]));
        return word;
    }

    /// <summary>The offsets, in letters, at which the contents list parts the title.</summary>
    private static HashSet<int> PartsOf(string title)
    {
        var (ends, at) = (new HashSet<int>(), 0);
        foreach (var word in LetterSpacing.Words(title)) ends.Add(at += ContentsList.KeyOf(word).Length);
        return ends;
    }

    private bool IsMidPhrase(List<string> parts, string word, HashSet<int>? listed, int own)
    {
        var isListed = listed?.Contains(parts.Sum(static p => ContentsList.KeyOf(p).Length)) == true;
        if (isListed || (listed is null && own > 0)) return false;
        return parts[^1].Length + word.Length <= LongestPart && scene.Cohesion.GradeOf(parts[^1], word, own) >= 2;
    }
}
