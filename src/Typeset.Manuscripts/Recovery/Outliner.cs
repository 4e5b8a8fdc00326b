using System.Collections.Immutable;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Divides strands into articles, and articles into header and body; gives each strand its role.</summary>
internal sealed class Outliner(Scene scene, Journal journal)
{
    /// <summary>A header has at most so many lines of title.</summary>
    private const int MostTitleLines = 5;

    /// <summary>Credits and note take at most so many lines.</summary>
    private const int MostCredits = 8;

    /// <summary>So far may a heading count beyond the last: others between them were read as text.</summary>
    private const int MostMissed = 3;

    /// <summary>Widest title over all its lines, in em (the longest seen has 131).</summary>
    private const double WidestTitle = 150;

    /// <summary>Margin (decibans) under which an editor is asked.</summary>
    private const int DoubtfulMargin = 5;

    private readonly TitleSigns _signs = new(scene);
    private readonly List<ArticleDraft> _articles = [];
    private ArticleDraft? _current;
    private Strand? _mark;
    private Strand? _part;
    private bool _closed;
    private int _lastOrdinal;
    private readonly Dictionary<MarkerKind, int> _counts = [];

    public static List<ArticleDraft> Outline(Scene scene, Journal journal) => new Outliner(scene, journal).Outline();

    private List<ArticleDraft> Outline()
    {
        LearnSureTitles();
        for (var i = 0; i < scene.Strands.Count;) i = Step(i);
        Settle();
        return _articles;
    }

    /// <summary>Titles that need no weighing show how the others look: those in the contents list, and those with date, source or author below.</summary>
    private void LearnSureTitles()
    {
        for (var i = 0; i + 1 < scene.Strands.Count; i++)
        {
            var strand = scene.Strands[i];
            if (!scene.IsTitleLike(strand)) continue;
            if (i > 0 && strand.First.Gap > scene.Habits.UsualGap) _signs.LearnApart();
            var hasCredits = scene.Strands[i + 1].Credit is { IsStrong: true } && scene.SignatureEnd(i) < 0 && scene.At(i + 2) is { } below && (Scene.IsProse(below) || Salutation.Is(below));
            if (hasCredits || scene.EntryOf(strand) >= 0) _signs.Learn(strand, hasCredits);
        }
    }

    /// <summary>Takes what begins at a strand; the index behind it.</summary>
    private int Step(int index)
    {
        var strand = scene.Strands[index];
        if (strand.IsSettled) return Settled(index, strand);
        if (strand.Block is null && AttachmentMark.Is(strand.Text)) return Mark(index, strand);
        if (IsPartTitle(index))
        {
            Part(strand);
            return index + 1;
        }

        if (_current is { Body.Count: > 0 } && !ClosingWords.IsEndMark(strand.Text) && scene.SignatureEnd(index) is > 0 and var end) return Signature(index, end);
        if (scene.IsTitleLike(strand) && !ClosingWords.IsEndMark(strand.Text) && !ClosingWords.Is(strand.Text) && StartsArticle(index, out var titleEnd)) return Open(index, titleEnd);
        if (ReferenceEquals(strand, scene.OnlyHeading)) return Open(index, index + 1);
        InBody(index, strand);
        return index + 1;
    }

    private int Settled(int index, Strand strand)
    {
        if (strand.Role is LineRole.PartTitle) Part(strand);
        else if (strand.Role is LineRole.Mark) Mark(strand);
        else if (strand.Role is LineRole.Title && (_current is null || _current.Body.Count > 0 || _current.Header.All(static s => s.Role == LineRole.Mark))) return Open(index, index + 1);
        else if (IsHeaderRole(strand.Role) && _current is { Body.Count: 0 }) _current.Header.Add(strand);
        else Body(strand, strand.Role);
        return index + 1;
    }

    private static bool IsHeaderRole(LineRole role) => role is LineRole.Title or LineRole.Subtitle or LineRole.Byline or LineRole.Date or LineRole.Source or LineRole.Credits or LineRole.Note or LineRole.Mark;

    /// <summary>附件1 above a title begins an article; inside an article that speaks of its attachments, an attachment.</summary>
    private int Mark(int index, Strand strand)
    {
        strand.Role = LineRole.Mark;
        var mentions = _current is { Body.Count: > 0 } && _current.Body.TakeLast(12).Any(static s => s.Text.Contains("附件", StringComparison.Ordinal));
        if (!mentions || (scene.At(index + 1) is { } next && scene.EntryOf(next) >= 0))
        {
            Mark(strand);
            return index + 1;
        }

        Body(strand, LineRole.AttachmentMark);
        if (scene.At(index + 1) is not { } title || !scene.IsTitleLike(title)) return index + 1;
        Body(title, LineRole.AttachmentTitle);
        return index + 2;
    }

    private void Mark(Strand strand)
    {
        Settle();
        (_mark, _closed) = (strand, true);
    }

    private void Part(Strand strand)
    {
        Settle();
        strand.Role = LineRole.PartTitle;
        (_part, _current, _closed) = (strand, null, true);
    }

    /// <summary>A mark or a part’s title that no article came after is text of its own.</summary>
    private void Settle()
    {
        if (_mark is { } mark)
        {
            _mark = null;
            Body(mark, LineRole.AttachmentMark);
        }

        if (_part is not { } part) return;
        _part = null;
        Body(part, LineRole.Heading1);
    }

    private bool IsPartTitle(int index)
    {
        var strand = scene.Strands[index];
        if (strand.Block is not null) return false;
        if (scene.EntryOf(strand) is >= 0 and var entry) return scene.Contents[entry].Page.Length == 0 && scene.Contents.Any(static c => c.Page.Length > 0) && strand.Width <= 30 && scene.At(index + 1) is { } below && scene.EntryOf(below) >= 0;
        return strand.Marker.Kind == MarkerKind.Part && strand.Width <= 30 && scene.At(index + 1) is { } next && scene.IsTitleLike(next) && next.Marker.Kind != MarkerKind.Part
            && (scene.EntryOf(next) >= 0 || next.Marker.Kind == MarkerKind.None && !scene.ContentsHold && scene.HasParts);
    }

    private bool StartsArticle(int index, out int end)
    {
        end = TitleEnd(index);
        if (_current is { Body.Count: 0, Header.Count: > 0 } && _mark is null) return false;
        var weighing = _signs.Weigh(index, end, _articles.Count == 0 && _current is null, _mark is not null, _closed, _lastOrdinal);
        var starts = weighing.Score > 0;
        var strand = scene.Strands[index];
        var other = IsHeadingLike(index) ? LineRole.Heading1 : LineRole.Body;
        var (chosen, second) = starts ? (LineRole.Title, other) : (other, LineRole.Title);
        journal.Decide(strand.Span, Corrections.NameOf(chosen),
            [new Candidate(Corrections.NameOf(chosen), Math.Abs(weighing.Score), weighing.Reasons(!starts)), new Candidate(Corrections.NameOf(second), -Math.Abs(weighing.Score), weighing.Reasons(starts))]);
        if (Math.Abs(weighing.Score) < DoubtfulMargin) journal.DoubtRole(strand.Span, chosen, second, Math.Abs(weighing.Score));
        return starts;
    }

    /// <summary>Where the lines of a title end that begins at a strand.</summary>
    private int TitleEnd(int index)
    {
        var first = scene.Strands[index];
        var entry = scene.EntryOf(first);
        var end = index + 1;
        if (entry >= 0)
        {
            while (scene.At(end) is { } same && scene.EntryOf(same) == entry) end++;
            return end;
        }

        var width = first.Width;
        while (end - index < MostTitleLines && scene.At(end) is { } next && scene.IsTitleLike(next) && scene.EntryOf(next) < 0 && !next.IsSettled && Continues(index, end, next))
        {
            width += next.Width;
            if (width > WidestTitle) break;
            end++;
        }

        return end;
    }

    /// <summary>Whether the next line belongs to the title: credits or prose follow soon, and it stands as close as lines of one title do.</summary>
    private bool Continues(int index, int at, Strand next)
    {
        if (Byline.Is(next) || IsNumberOfDocument(next.Text) || IsPartTitle(at) || (next.First.Gap > 0 && IsBareBody(at, next))) return false;
        var first = scene.Strands[index];
        if (next.First.Gap > Math.Max(first.Lines.Count > 1 ? 0 : scene.Strands[index + 1].First.Gap, scene.Habits.UsualGap) || (next.First.PageBreak && next.First.Gap > 0)) return false;
        if (first.First.Hints.Bold != next.First.Hints.Bold || first.First.Hints.Size != next.First.Hints.Size || first.First.Hints.OutlineLevel != next.First.Hints.OutlineLevel) return next.Text[0] == '—';
        var after = at + 1;
        while (scene.At(after) is { } more && after - index < MostTitleLines && scene.IsTitleLike(more)) after++;
        return scene.At(after) is { } behind && (behind.Credit is { IsStrong: true } || Salutation.Is(behind) || Scene.IsProse(behind) || AttachmentMark.Is(behind.Text));
    }

    private int Open(int index, int end)
    {
        _current = new ArticleDraft { PartTitle = _part, Entry = scene.EntryOf(scene.Strands[index]) };
        (_part, _closed, _lastOrdinal) = (null, false, 0);
        _counts.Clear();
        _articles.Add(_current);
        if (_mark is not null) _current.Header.Add(_mark);
        _mark = null;
        for (var i = index; i < end; i++)
        {
            var strand = scene.Strands[i];
            if (!strand.IsSettled) strand.Role = i == index ? LineRole.Title : Byline.Is(strand) ? LineRole.Byline : IsSubtitle(strand) ? LineRole.Subtitle : LineRole.Title;
            _current.Header.Add(strand);
        }

        var behind = Header(end);
        _signs.Learn(scene.Strands[index], behind > end);
        return behind;
    }

    private static bool IsSubtitle(Strand strand) => strand.Text[0] is '—' or '─' || (strand.Text[0] is '（' or '(' && strand.Text[^1] is '）' or ')');

    /// <summary>The lines of credits below a title.</summary>
    private int Header(int index)
    {
        var most = index + MostCredits;
        for (; index < most && scene.At(index) is { Block: null, IsSettled: false } strand; index++)
        {
            if (scene.EntryOf(strand) >= 0) break;
            if (IsNumberOfDocument(strand.Text)) strand.Role = LineRole.Note;
            else if (Byline.Is(strand)) strand.Role = LineRole.Byline;
            else if (strand.Credit is { } credit && (credit.IsStrong || IsBareBody(index, strand))) strand.Role = LineRole.Credits;
            else if (IsSubtitle(strand) && strand.Width <= 40 && !strand.EndsSentence && strand.Text[0] != '—') strand.Role = LineRole.Subtitle;
            else break;
            _current!.Header.Add(strand);
        }

        return index;
    }

    /// <summary>The name of a body under a title, with prose below it.</summary>
    private bool IsBareBody(int index, Strand strand) => strand.Width <= 16 && Names.IsBody(Glyph.Squeeze(strand.Text)) && scene.At(index + 1) is { } next && (Scene.IsProse(next) || next.Credit is { IsStrong: true });

    /// <summary>国办发〔2020〕3号.</summary>
    private static bool IsNumberOfDocument(string text) => text.Length <= 24 && text[^1] == '号' && text.AsSpan().IndexOfAny('〔', '［', '[') > 0;

    private int Signature(int index, int end)
    {
        for (var i = index; i < end; i++) Body(scene.Strands[i], i == end - 1 ? LineRole.Dateline : LineRole.Signature);
        _closed = true;
        return end;
    }

    private void InBody(int index, Strand strand)
    {
        var closes = _current is { Body.Count: > 0, Header.Count: < MostTitleLines + MostCredits } && strand.Credit is { IsStrong: true, Source.Length: > 0 } && ClosesArticle(index);
        if (closes)
        {
            strand.Role = LineRole.Source;
            _current!.Header.Add(strand);
            _closed = true;
            return;
        }

        Body(strand, RoleInBody(index, strand));
        if (strand.Role == LineRole.Heading1 && strand.Marker.Kind is MarkerKind.Han or MarkerKind.BareHan) _lastOrdinal = strand.Marker.Ordinal;
        _closed = strand.Block is null && (ClosingWords.IsEndMark(strand.Text) || ClosingWords.Is(strand.Text));
    }

    /// <summary>The line that names the place of print stands last in an article.</summary>
    private bool ClosesArticle(int index) => scene.At(index + 1) is not { } next || scene.IsTitleLike(next) || scene.EntryOf(next) >= 0 || AttachmentMark.Is(next.Text) || IsPartTitle(index + 1) || next.Credit is { IsStrong: true };

    private LineRole RoleInBody(int index, Strand strand)
    {
        if (strand.Block is not null) return LineRole.Body;
        if ((_current is null || _current.Body.Count == 0) && Salutation.Is(strand)) return LineRole.Salutation;
        if (ClosingWords.IsEndMark(strand.Text)) return LineRole.Right;
        if (ClosingWords.Is(strand.Text)) return strand.Text.Contains('敬') && !strand.Text.Contains('此') ? LineRole.NoIndent : LineRole.Body;
        if (scene.IsNumberedHeading(index) && CountsOn(strand.Marker)) return LineRole.Heading1;
        if (strand.First.Hints.OutlineLevel is not null && !Scene.IsProse(strand)) return LineRole.Heading1;
        return IsHeadingLike(index) ? LineRole.Heading1 : LineRole.Body;
    }

    /// <summary>Arabic numbers head a section only where they are counted from one; elsewhere they are items of a list.</summary>
    private bool CountsOn(Marker marker)
    {
        if (marker.Kind is not (MarkerKind.Arabic or MarkerKind.ArabicBracket or MarkerKind.Circled)) return true;
        if (marker.Ordinal != 1 && (!_counts.TryGetValue(marker.Kind, out var last) || marker.Ordinal > last + MostMissed)) return false;
        _counts[marker.Kind] = Math.Max(marker.Ordinal, _counts.GetValueOrDefault(marker.Kind));
        return true;
    }

    /// <summary>A short line without number or stop among paragraphs; several in a row are verse or a list.</summary>
    private bool IsHeadingLike(int index)
    {
        var strand = scene.Strands[index];
        if (!scene.IsTitleLike(strand) || strand.Width is > 40 or < 2 || strand.Marker.Kind is MarkerKind.Dash or MarkerKind.Speaker || strand.Text[^1] is '！' or '…') return false;
        return scene.At(index + 1) is { Block: null } next && Scene.IsProse(next) && next.Width > strand.Width && scene.At(index - 1) is { } before && (before.Block is not null || before.Role != LineRole.Body || Scene.IsProse(before));
    }

    private void Body(Strand strand, LineRole role)
    {
        if (_mark is not null) Settle();
        if (_current is null)
        {
            _current = new ArticleDraft { PartTitle = _part };
            _part = null;
            _articles.Add(_current);
        }

        strand.Role = role;
        _current.Body.Add(strand);
    }
}
