using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Pagination;

namespace Typeset.Originals;

/// <summary>Seed 000: the page numbers of a printed booklet's contents, and the places where its pages break in mid-sentence.</summary>
public sealed class StudyBooklet
{
    private readonly Manuscript _manuscript;
    private readonly BookletLayout _layout;
    private readonly ImmutableArray<PageReport> _pages;

    /// <param name="overridden">Articles 1, 2 and 11 with the style values that their prints show: half-width quotes; 31 lines; one more header line and no widow control.</param>
    public StudyBooklet(string corpus, Workshop workshop, bool overridden)
    {
        _manuscript = new Manuscript(corpus, "000", "truth_000.json");
        var style = workshop.Style("xuexi-a4");
        var articles = _manuscript.Articles();
        var booklet = new Booklet { Title = ["000"], Parts = [new Part("", articles)] };
        _layout = workshop.LayOut(new StyledBooklet(booklet, style, overridden ? Overrides(style) : ImmutableDictionary<string, HouseStyle>.Empty));
        _pages = [.. Enumerable.Range(0, _layout.Paged.Pages.Length).Select(_layout.Report).Where(static p => p.Kind == PageKind.Body)];
    }

    private static ImmutableDictionary<string, HouseStyle> Overrides(HouseStyle style)
    {
        var body = style.Of(TextRole.Body).LinePitch;
        var header = style.ArticleHeader with { FixedLines = style.ArticleHeader.FixedLines + 1 };
        return ImmutableDictionary<string, HouseStyle>.Empty
            .Add("a1", style with { Lines = style.Lines with { QuoteWidth = Em.Of(0.5) } })
            .Add("a2", Tighter(style, body, 22.Pt))
            .Add("a11", style with { ArticleHeader = header, Pages = style.Pages with { Widows = 1, Orphans = 1 } });
    }

    /// <summary>31 lines in the same type area: every style that is on the body's pitch goes down to 22 pt.</summary>
    private static HouseStyle Tighter(HouseStyle style, Length from, Length to) => style with
    {
        Text = style.Text.Select(text => text.LinePitch == from ? text with { LinePitch = to } : text),
        Page = style.Page with { Lines = 31 },
    };

    public Score Contents()
    {
        var score = new Score("seed 000, page numbers of the contents");
        var wanted = _manuscript.Truth.GetProperty("contents").EnumerateArray().Select(static c => c.GetProperty("page").GetInt32());
        foreach (var (entry, page) in _layout.Contents.Zip(wanted)) score.Add(entry.Title[..Math.Min(16, entry.Title.Length)], page.ToString(), entry.Number);
        return score;
    }

    public int LastPage => _pages.Length;

    /// <summary>Breaks at exactly the printed place, and those within one line of it.</summary>
    public (Score Exact, Score WithinALine) Breaks()
    {
        var (exact, near) = (new Score("seed 000, breaks in mid-sentence, exact"), new Score("seed 000, breaks in mid-sentence, within a line"));
        foreach (var wanted in PageBreaks())
        {
            var before = Manuscript.Squeeze(wanted.GetProperty("before_text_last_12_chars").GetString()!);
            var after = Manuscript.Squeeze(wanted.GetProperty("after_text_first_12_chars").GetString()!);
            var distance = DistanceTo(before, after);
            var name = $"…{before[^Math.Min(6, before.Length)..]}｜{after[..Math.Min(6, after.Length)]}…";
            exact.Add(name, "0 lines off", distance is { } d ? $"{d} lines off" : "not found", distance == 0);
            near.Add(name, "≤ 1 line off", distance is { } e ? $"{e} lines off" : "not found", distance <= 1);
        }

        return (exact, near);
    }

    /// <summary>
    /// Breaks of ours inside a paragraph at whose place the original, whose file shows every break inside a paragraph, shows none.
    /// </summary>
    public int UnprintedBreaks()
    {
        var printed = PageBreaks().Select(static b => Manuscript.Squeeze(b.GetProperty("after_text_first_12_chars").GetString()!)).ToArray();
        var count = 0;
        for (var i = 1; i < _pages.Length; i++)
        {
            if (_pages[i].ArticleId != _pages[i - 1].ArticleId || !InsideParagraph(_pages[i])) continue;
            if (!printed.Any(p => NearStart(i, p))) count++;
        }

        return count;
    }

    private IEnumerable<System.Text.Json.JsonElement> PageBreaks() =>
        _manuscript.Truth.GetProperty("page_breaks").EnumerateArray().Where(static b => b.GetProperty("is_page_break").GetBoolean());

    private bool InsideParagraph(PageReport page)
    {
        var start = page.Lines.Length > 0 ? Manuscript.Squeeze(page.Lines[0]) : "";
        return start.Length > 0 && !_manuscript.Articles().Any(a => a.Blocks.Any(b => TextOf(b).StartsWith(start, StringComparison.Ordinal)));
    }

    private static string TextOf(Block block) => block switch { Paragraph p => p.Text.Text, Heading h => h.Text.Text, _ => "" };

    /// <summary>Whether a printed break stands within a line of a page's start.</summary>
    private bool NearStart(int page, string after)
    {
        for (var line = -2; line <= 2; line++)
        {
            if (TextFrom(page, line, after.Length + 40).Contains(after, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>How many lines our page break is from a printed one: the lines between the printed place and the nearest start of a page.</summary>
    private int? DistanceTo(string before, string after)
    {
        var lines = _pages.SelectMany((p, page) => p.Lines.Select((text, line) => (page, line, text: Manuscript.Squeeze(text)))).Where(static l => l.text.Length > 0).ToArray();
        var all = string.Concat(lines.Select(static l => l.text));
        var at = all.IndexOf(before + after, StringComparison.Ordinal);
        if (at < 0) return null;
        at += before.Length;
        var starts = new List<int>();
        var offset = 0;
        foreach (var (_, _, text) in lines)
        {
            starts.Add(offset);
            offset += text.Length;
        }

        var index = starts.FindLastIndex(s => s <= at);
        var exactLine = starts[index] == at;
        for (var distance = 0; distance < lines.Length; distance++)
        {
            if (distance == 0 && exactLine && StartsPage(lines, index)) return 0;
            if (distance == 0) continue;
            if (StartsPage(lines, index - distance + (exactLine ? 0 : 1)) || StartsPage(lines, index + distance)) return distance;
        }

        return null;
    }

    private static bool StartsPage((int Page, int Line, string Text)[] lines, int index) =>
        index > 0 && index < lines.Length && lines[index].Page != lines[index - 1].Page;

    private string TextFrom(int page, int line, int length)
    {
        var all = _pages.SelectMany(static p => p.Lines).Select(Manuscript.Squeeze).ToArray();
        var first = _pages.Take(page).Sum(static p => p.Lines.Length) + line;
        return first < 0 ? "" : string.Concat(all.Skip(first).Take(4)) is var text && text.Length > length ? text[..length] : string.Concat(all.Skip(first).Take(4));
    }
}
