using System.Collections.Immutable;
using System.Text;

namespace Typeset.Manuscripts.Recovery;

/// <summary>An entry of the original’s contents list, over one line or more; <see cref="Page"/> is empty for a part’s title.</summary>
internal sealed record ContentsEntry(string Title, string Page, ImmutableArray<Line> Lines)
{
    /// <summary>What is compared with titles in the body.</summary>
    public string Key { get; } = ContentsList.KeyOf(Title);
}

/// <summary>The contents list of a manuscript: lines <c>[Start, End)</c>.</summary>
internal sealed record ContentsList(int Start, int End, ImmutableArray<ContentsEntry> Entries)
{
    public static readonly ContentsList None = new(0, 0, []);

    public bool IsNone => Entries.IsEmpty;

    /// <summary>Letters and figures only: titles differ by spaces and marks between list and body.</summary>
    public static string KeyOf(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }
}

/// <summary>Finds the contents list: its heading and the entries below, or at least three entries with leaders and page numbers that count up.</summary>
internal sealed class ContentsFinder(ImmutableArray<Line> lines, Journal journal)
{
    /// <summary>The list begins within so many lines, or in the first half.</summary>
    private const int LatestStart = 400;

    /// <summary>So many headings that no list stands below are enough.</summary>
    private const int MostTries = 4;

    /// <summary>Entries without heading or page numbers need something else to be believed.</summary>
    private const int FewestBareEntries = 3;

    /// <summary>An entry’s line is at most so wide, in em.</summary>
    private const double WidestEntry = 150;

    /// <summary>Lines without a page number that may stand between numbered entries: a part’s title, a title of several lines.</summary>
    private const int MostUnnumbered = 4;

    private static readonly string[] Headings = ["目录", "目次", "目錄", "本期目录", "内容目录", "contents", "tableofcontents"];

    public static ContentsList Find(ImmutableArray<Line> lines, Journal journal) => new ContentsFinder(lines, journal).Find();

    public static bool IsHeading(Line line) => line.Text.Length is > 0 and <= 24 && Headings.Contains(ContentsList.KeyOf(line.Text));

    private ContentsList Find()
    {
        var latest = Math.Min(lines.Length, Math.Max(LatestStart, lines.Length / 2));
        var tries = 0;
        for (var i = 0; i < latest && tries < MostTries; i++)
        {
            journal.Looks++;
            if (IsHeading(lines[i]) && ++tries > 0 && Below(i) is { IsNone: false } list) return list;
        }

        return WithoutHeading(latest);
    }

    private ContentsList Below(int heading)
    {
        var end = heading + 1;
        for (var i = heading + 1; i < lines.Length && i - end < MostUnnumbered && CanBeEntry(lines[i]); i++)
        {
            if (PageOf(lines[i].Text, lenient: true).Length > 0) end = i + 1;
        }

        if (end > heading + 2 || (end == heading + 2 && PageOf(lines[heading + 1].Text, lenient: true).Length > 0)) return new ContentsList(heading, end, EntriesOf(heading + 1, end));
        return Bare(heading);
    }

    private static bool CanBeEntry(Line line) => !line.IsBlock && line.Width <= WidestEntry && !(line.EndsSentence && !line.Text.EndsWith("…", StringComparison.Ordinal) && line.Text[^1] is not ('？' or '！'));

    /// <summary>A list without page numbers ends where its first entry comes again as a title.</summary>
    private ContentsList Bare(int heading)
    {
        if (heading + 1 >= lines.Length) return ContentsList.None;
        var first = ContentsList.KeyOf(TitleOf(lines[heading + 1].Text));
        for (var i = heading + 2; i < lines.Length && CanBeEntry(lines[i - 1]); i++)
        {
            journal.Looks++;
            if (first.Length > 1 && !lines[i].IsBlock && ContentsList.KeyOf(lines[i].Text) == first) return new ContentsList(heading, i, EntriesOf(heading + 1, i));
        }

        return ContentsList.None;
    }

    private ContentsList WithoutHeading(int latest)
    {
        for (var i = 0; i < latest; i++)
        {
            var (end, page) = (i, 0);
            while (end < lines.Length && CanBeEntry(lines[end]) && PageOf(lines[end].Text, lenient: false) is { Length: > 0 } found && HanNumeral.ReadArabic(found, out _) is var number && number >= page) (end, page) = (end + 1, number);
            if (end - i >= FewestBareEntries) return new ContentsList(i, end, EntriesOf(i, end));
            i = Math.Max(i, end - 1);
        }

        return ContentsList.None;
    }

    private ImmutableArray<ContentsEntry> EntriesOf(int start, int end)
    {
        var numbered = Enumerable.Range(start, end - start).Any(i => PageOf(lines[i].Text, lenient: true).Length > 0);
        var entries = ImmutableArray.CreateBuilder<ContentsEntry>();
        var widest = Enumerable.Range(start, end - start).Max(i => lines[i].Width);
        var pending = new List<Line>();
        for (var i = start; i < end; i++)
        {
            pending.Add(lines[i]);
            var page = PageOf(lines[i].Text, lenient: true);
            if (numbered && page.Length == 0 && lines[i].Width >= widest * 0.6 && Marker.Of(lines[i].Text).Kind != MarkerKind.Part && i + 1 < end) continue;
            entries.Add(new ContentsEntry(string.Concat(pending.Select(static l => TitleOf(l.Text))), page, [.. pending]));
            pending.Clear();
        }

        return entries.ToImmutable();
    }

    /// <summary>The entry’s words without leader and page number.</summary>
    private static string TitleOf(string text) => PageStart(text, lenient: true) is var at and > 0 ? text[..at].TrimEnd(Leaders) : text.TrimEnd(Leaders);

    private static string PageOf(string text, bool lenient) => PageStart(text, lenient) is var at and > 0 ? text[at..].Trim(Leaders).Trim('(', ')', '（', '）', '第', '页', '-', '—') : "";

    private static readonly char[] Leaders = ['.', '…', '·', '‥', '-', '—', '_', '．', ' ', '\t', '\u00A0', '\u3000', '⋯', '。', '﹒', '•'];

    /// <summary>Where the page number of an entry begins, brackets included; 0 where there is none. A single space before it is enough only below a heading.</summary>
    private static int PageStart(string text, bool lenient)
    {
        var end = text.Length;
        if (end > 0 && text[end - 1] == '页') end--;
        var bracket = end > 2 && text[end - 1] is ')' or '）';
        var at = bracket ? end - 1 : end;
        while (at > 0 && char.IsAsciiDigit(text[at - 1]) && end - at < 6) at--;
        if (at == (bracket ? end - 1 : end) || at == 0) return 0;
        if (bracket && text[at - 1] is '(' or '（') at--;
        var before = at;
        while (before > 0 && Array.IndexOf(Leaders, text[before - 1]) >= 0) before--;
        if (before == 0 || bracket && text[at] is not ('(' or '（')) return 0;
        var leader = text.AsSpan(before, at - before);
        if (bracket) return lenient || leader.Length > 1 ? at : 0;
        return leader.Contains('\t') || leader.Length > 1 || (lenient && leader.Length == 1) || leader is "…" ? at : 0;
    }
}
