using System.Collections.Immutable;

namespace Typeset.Manuscripts.Recovery;

/// <summary>What the signs of titles and headings are read from: the strands, the contents list’s matches, the file’s habits.</summary>
internal sealed record Scene(List<Strand> Strands, Dictionary<Line, int> Entries, ImmutableArray<ContentsEntry> Contents, Habits Habits, Cohesion Cohesion, Journal Journal)
{
    /// <summary>A title line is at most so wide (em) in one phrase, and so wide in parts.</summary>
    private const double WidestPhrase = 70, WidestTitle = 140;

    /// <summary>A heading is at most so wide, in em: two printed lines.</summary>
    private const double WidestHeading = 50;

    /// <summary>A title has at most so many marks between its clauses.</summary>
    private const int MostClauses = 3;

    /// <summary>The level of outline that titles have in files that give levels; 0 where they give none.</summary>
    public int TitleLevel { get; init; }

    /// <summary>The first words of the text, where their file makes them a heading and no other so high: a title, numbered or not.</summary>
    public Strand? OnlyHeading { get; init; }

    /// <summary>Type size of most of the text, in points; 0 where files do not say.</summary>
    public double BodySize { get; init; }

    /// <summary>Most entries of a contents list were found: what it lacks is no title.</summary>
    public bool ContentsHold { get; init; }

    /// <summary>The text begins with 第一章 and nothing stands over it: its chapters are the articles.</summary>
    public bool ChaptersAreArticles { get; init; }

    /// <summary>Parts are marked more than once: 第一编, 第二编.</summary>
    public bool HasParts { get; init; }

    public Strand? At(int index)
    {
        Journal.Looks++;
        return index >= 0 && index < Strands.Count ? Strands[index] : null;
    }

    /// <summary>The contents list’s entry whose title the strand is, −1 where it is none.</summary>
    public int EntryOf(Strand strand) => Entries.GetValueOrDefault(strand.First, -1);

    /// <summary>By its words alone, the strand could be a title or a part of one.</summary>
    public bool IsTitleLike(Strand strand) => strand.IsTitleLike ??= CouldBeTitle(strand);

    private bool CouldBeTitle(Strand strand)
    {
        Journal.Looks++;
        if (strand.Block is not null || strand.Width > WidestTitle || strand.Width < 2 || AttachmentMark.Is(strand.Text)) return false;
        if (EntryOf(strand) >= 0) return true;
        var text = strand.Text;
        if (text[^1] is '。' or '，' or '；' or '：' or '、' or ',' or ';' or ':' || text.AsSpan().IndexOfAny('。', '；') >= 0 || Clauses(text) > MostClauses) return false;
        if (strand.Width > WidestPhrase && LetterSpacing.Words(text).Count < 2) return false;
        if (strand.Marker.Kind is MarkerKind.Bullet or MarkerKind.Clause or MarkerKind.RunIn or MarkerKind.Circled || strand.Marker.IsNumber || strand.Marker.Kind == MarkerKind.Section || (strand.Marker.Kind == MarkerKind.Chapter && !ChaptersAreArticles)) return false;
        return Dateline.Length(text) == 0 && !IsSpeech(strand) && strand.Credit is not { IsStrong: true };
    }

    private static int Clauses(string text)
    {
        var count = 0;
        foreach (var c in text.AsSpan(0, text.Length - 1)) count += c is '，' or ',' or '？' or '?' or '！' or '!' or ';' ? 1 : 0;
        return count;
    }

    /// <summary>A heading by its number: a line of its own, no sentence (or one short sentence only), not one of a list.</summary>
    public bool IsNumberedHeading(int index)
    {
        var strand = Strands[index];
        if (strand.Block is not null || !strand.Marker.CanHead || strand.Width > WidestHeading) return false;
        if (strand.Marker.Kind == MarkerKind.BareHan || strand.Marker.Length == strand.Text.Length) return At(index + 1) is not null;
        var text = strand.Text;
        if (text[^1] is '，' or '；' or '：' or '、' or ',' or ';' or ':') return false;
        var stop = text.AsSpan(strand.Marker.Length).IndexOfAny('。', '；');
        if (stop >= 0 && (strand.Marker.Length + stop < text.Length - 1 || strand.Marker.Kind is MarkerKind.Arabic or MarkerKind.ArabicBracket)) return false;
        return !HasSibling(index, 1) && !HasSibling(index, -1) && (At(index + 1) is not null || stop < 0);
    }

    /// <summary>The neighbour counts on with nothing between: items of a list, not headings.</summary>
    private bool HasSibling(int index, int direction) =>
        At(index + direction) is { Block: null } other && other.Marker.Kind == Strands[index].Marker.Kind && other.Marker.Kind is not (MarkerKind.Chapter or MarkerKind.Section or MarkerKind.Part)
        && other.Marker.Ordinal == Strands[index].Marker.Ordinal + direction;

    /// <summary>A speaker’s label that comes again and again.</summary>
    private bool IsSpeech(Strand strand) => strand.Marker.Kind == MarkerKind.Speaker && (Habits.SpeaksLike(strand.Text) > 1 || strand.Text[0] is '问' or '答' && strand.Marker.Length == 2);

    /// <summary>Running text: a sentence or more.</summary>
    public static bool IsProse(Strand strand) => strand.Block is null && (strand.EndsSentence || strand.Width > WidestPhrase || strand.Text[^1] is '：' or ':' or '，' or '；');

    /// <summary>A body, a person, or any short line at the right margin.</summary>
    private bool CanSign(Strand line) =>
        line.Width <= 30 && EntryOf(line) < 0 && !ClosingWords.Is(line.Text)
        && (Names.IsBody(Glyph.Squeeze(line.Text)) || Byline.Is(line) || line.First.Indent >= RightIndent || line.First.Hints.Alignment == Documents.Alignment.End);

    /// <summary>A line that is indented by so much, in em, stands at the right margin.</summary>
    private const double RightIndent = 8;

    /// <summary>A name at the end with the date below it, after which nothing of the article comes but a new one.</summary>
    public int SignatureEnd(int index)
    {
        var at = index;
        while (at - index < 3 && At(at) is { } line && IsTitleLike(line) && CanSign(line)) at++;
        if (At(at) is { Block: null } closing && ClosingWords.Is(closing.Text)) return -1;
        if (At(at) is not { Block: null } date || (!DateText.Is(date.Text.AsSpan().Trim("（）()")) && !DateText.HeadsLine(date.Text))) return -1;
        var next = At(at + 1);
        var closes = next is null || AttachmentMark.Is(next.Text) || EntryOf(next) >= 0 || (!IsProse(next) && !IsNumberedHeading(at + 1) && !Salutation.Is(next)) || (next.Text[0] is '（' or '(' && next.Width < 20);
        var right = date.First.Indent >= RightIndent || date.First.Hints.Alignment == Documents.Alignment.End;
        return closes || right ? at + 1 : -1;
    }
}
