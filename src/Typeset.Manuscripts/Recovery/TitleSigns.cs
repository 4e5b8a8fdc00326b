using Typeset.Documents;

namespace Typeset.Manuscripts.Recovery;

/// <summary>The signs for and against an article’s title at a place, in decibans by the judgement of one who reads proofs.</summary>
internal sealed class TitleSigns(Scene scene)
{
    /// <summary>Before anything is seen: one in four lines that could be a title is one.</summary>
    private const int Prior = -6;

    /// <summary>Texts shorter than this, in characters, are a section’s rather than an article’s; longer than that the other way.</summary>
    private const int ScantText = 120, ShortText = 300, LongText = 500;

    /// <summary>A printed size bigger than the body’s by so many points is a title’s.</summary>
    private const double Bigger = 3;

    /// <summary>So many lines that stand apart make it the file’s way of beginning articles.</summary>
    private const int FewestApart = 2;

    private readonly Weighing _sum = new();
    private readonly HashSet<(double, int, bool, bool)> _titles = [];
    private readonly HashSet<(double, int, bool, bool)> _sure = [];
    private int _sureTitles;
    private int _bareTitles;
    private int _apart;

    /// <summary>Learns how the titles look that need no weighing.</summary>
    public void Learn(Strand title, bool followedByCredits)
    {
        var look = LookOf(title);
        _titles.Add(look);
        if (ReferenceEquals(title, scene.Strands[0])) _titles.Add((look.Item1, 1, look.Item3, look.Item4));
        if (!followedByCredits) _bareTitles++;
        if (!followedByCredits) return;
        _sure.Add(LookOf(title));
        _sureTitles++;
    }

    /// <summary>Counts a line that could be a title and stands apart by more blank lines than usual.</summary>
    public void LearnApart() => _apart++;

    /// <summary>Positive where an article begins at <paramref name="index"/>; its title runs to <paramref name="end"/>.</summary>
    public Weighing Weigh(int index, int end, bool isFirst, bool afterMark, bool afterClose, int lastOrdinal)
    {
        var strand = scene.Strands[index];
        _sum.Clear();
        _sum.Add(Reasons.Length, Prior);
        if (isFirst) _sum.Add(Reasons.FirstLine, 30);
        WeighContents(strand);
        WeighSurroundings(strand, end, afterMark, afterClose);
        WeighWords(strand, isFirst);
        WeighLook(strand);
        WeighCounters(end, lastOrdinal);
        WeighSection(end);
        return _sum;
    }

    private void WeighContents(Strand strand)
    {
        if (scene.EntryOf(strand) is >= 0 and var entry && !Marker.Of(scene.Contents[entry].Title).IsNumber) _sum.Add(Reasons.InContents, 40);
        else if (scene.ContentsHold) _sum.Add(Reasons.NotInContents, -24);
    }

    private void WeighSurroundings(Strand strand, int end, bool afterMark, bool afterClose)
    {
        if (strand.First.PageBreak) _sum.Add(Reasons.NewPage, 4);
        if (strand.First.Gap > scene.Habits.UsualGap) _sum.Add(Reasons.WideGap, 7);
        else if (_apart >= FewestApart) _sum.Add(Reasons.OthersStandApart, -8);
        if (afterMark) _sum.Add(Reasons.AfterMark, 25);
        if (afterClose) _sum.Add(Reasons.AfterClose, 14);
        if (scene.At(end) is not { } next) return;
        if (next.Block is null && next.First.Gap > scene.Habits.UsualGap) _sum.Add(Reasons.GapAfter, 5);
        var author = Byline.Is(next) && scene.At(end + 1) is { } behind ? behind : null;
        if (next.Credit is { IsStrong: true } || author?.Credit is { IsStrong: true }) _sum.Add(Reasons.CreditsFollow, 20);
        else if (author is not null && (Scene.IsProse(author) || Salutation.Is(author) || author.Marker.CanHead)) _sum.Add(Reasons.AuthorFollows, 12);
        else if (Salutation.Is(next)) _sum.Add(Reasons.SalutationFollows, 12);
        else if (next.Dateline.Length > 0) _sum.Add(Reasons.DatelineFollows, 12);
        else if (_sureTitles > 0 && _bareTitles == 0) _sum.Add(Reasons.OthersHaveCredits, -8);
    }

    private void WeighWords(Strand strand, bool isFirst)
    {
        var words = LetterSpacing.Words(strand.Text);
        if (words.Count > 1 && words.All(static w => w.Length >= 3)) _sum.Add(Reasons.Parts, 8);
        if (strand.Width < 5) _sum.Add(Reasons.Length, strand.Width < 4 ? -8 : -3);
        else if (strand.Width >= 10) _sum.Add(Reasons.Length, 2);
        if (strand.Marker.Kind == MarkerKind.Speaker && strand.Marker.Length > 2) _sum.Add(Reasons.Column, 3);
        if (strand.Text[^1] is '！' or '？' || (strand.Width > 40 && words.Count == 1)) _sum.Add(Reasons.Prose, -5);
        if (strand.Marker.Kind == MarkerKind.Chapter) _sum.Add(Reasons.Chapter, 20);
        else if (IsCounted(strand.Text)) _sum.Add(Reasons.Counted, -12);
        if (!isFirst && Byline.Is(strand)) _sum.Add(Reasons.IsName, -16);
        if (strand.Text[0] == '—') _sum.Add(Reasons.Prose, -10);
    }

    /// <summary>第二日, 十一月: one of a series inside an article.</summary>
    private static bool IsCounted(string text)
    {
        if (text[0] == '第') return HanNumeral.Read(text.AsSpan(1), out _) > 0 || HanNumeral.ReadArabic(text.AsSpan(1), out _) > 0;
        return HanNumeral.Read(text, out var length) > 0 && length < text.Length && text[length] is '月' or '日';
    }

    private void WeighLook(Strand strand)
    {
        var hints = strand.First.Hints;
        if (hints.Alignment == Alignment.Center || (strand.First.IsPlain && strand.First.Indent >= scene.Habits.UsualIndent + 2)) _sum.Add(Reasons.Centered, 7);
        if (scene.BodySize > 0 && hints.Size >= scene.BodySize + Bigger) _sum.Add(Reasons.Big, 10);
        if (hints.Bold) _sum.Add(Reasons.Bold, 3);
        if (hints.OutlineLevel is { } level) _sum.Add(Reasons.HeadingStyle, level <= scene.TitleLevel ? 25 : -25);
        if (_titles.Contains(LookOf(strand))) _sum.Add(Reasons.LooksLikeTitle, 9);
        else if (_titles.Count > 0) _sum.Add(Reasons.LooksLikeNoTitle, -6);
        if (_sureTitles > 1 && !_sure.Contains(LookOf(strand))) _sum.Add(Reasons.LooksLikeNoTitle, -3);
    }

    private (double, int, bool, bool) LookOf(Strand strand) =>
        (strand.First.Indent, Math.Sign(strand.First.Gap - scene.Habits.UsualGap), strand.First.Hints.Bold, strand.First.Hints.Alignment == Alignment.Center);

    /// <summary>The next numbered heading counts from one again, or goes on counting: then the article goes on too.</summary>
    private void WeighCounters(int end, int lastOrdinal)
    {
        if (lastOrdinal == 0) return;
        for (var i = end; i < scene.Strands.Count; i++)
        {
            var strand = scene.Strands[i];
            if (i > end && scene.IsTitleLike(strand)) return;
            if (strand.Marker.Kind is not (MarkerKind.Han or MarkerKind.BareHan) || !scene.IsNumberedHeading(i)) continue;
            _sum.Add(Reasons.CounterRestarts, strand.Marker.Ordinal == 1 ? 14 : strand.Marker.Ordinal == lastOrdinal + 1 ? -14 : 0);
            return;
        }
    }

    private void WeighSection(int end)
    {
        var length = 0;
        for (var i = end; i < scene.Strands.Count && length < LongText; i++)
        {
            if (i > end && scene.IsTitleLike(scene.Strands[i])) break;
            length += scene.Strands[i].Text.Length;
        }

        if (length >= LongText) _sum.Add(Reasons.LongSection, 4);
        else if (length < ShortText) _sum.Add(Reasons.ShortSection, length == 0 ? -20 : length < ScantText ? -10 : -6);
    }
}
