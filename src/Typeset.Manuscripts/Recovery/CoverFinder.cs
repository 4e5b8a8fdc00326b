using System.Collections.Immutable;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Finds the lines of the cover and says what each is.</summary>
internal static class CoverFinder
{
    /// <summary>A cover has at most so many lines, none wider.</summary>
    private const int MostLines = 24;
    private const double WidestLine = 40;

    /// <summary>How many lines from the start are the cover’s. With a contents list: all before it; else those up to the last that only a cover has, where a title follows.</summary>
    public static int LengthOf(ImmutableArray<Line> lines, ContentsList contents)
    {
        if (!contents.IsNone) return contents.Start <= MostLines && lines.AsSpan(0, contents.Start).ToArray().All(IsShort) ? contents.Start : 0;
        var run = 0;
        while (run < Math.Min(lines.Length, MostLines) && IsShort(lines[run]) && !Marker.Of(lines[run].Text).CanHead) run++;
        if (run == lines.Length) return 0;
        var page = Enumerable.Range(1, Math.Max(0, run - 1)).FirstOrDefault(i => lines[i].PageBreak);
        var issue = Enumerable.Range(0, run).Any(i => IsIssue(lines[i].Text));
        if (page > 0 && (issue || page >= 2)) return page;
        return issue ? LastOfCover(lines, run) + 1 : 0;
    }

    public static LineRole RoleOf(ImmutableArray<Line> lines, int index, int count)
    {
        var text = lines[index].Text;
        if (lines[index].Forced is { } forced) return forced;
        if (IsIssue(text)) return LineRole.CoverIssue;
        if (DateText.Is(text) || IsMonth(text)) return LineRole.CoverDate;
        if (IsMark(text)) return LineRole.CoverMark;
        var title = TitleOf(lines, count);
        if (index == title) return LineRole.CoverTitle;
        if (index > title && (IsIssuer(text) || IsLabelledIssuer(text))) return LineRole.CoverIssuer;
        if (index > title && index < count && !Enumerable.Range(title, index - title).Any(i => IsIssue(lines[i].Text) || IsIssuer(lines[i].Text))) return IsSubtitle(text) ? LineRole.CoverSubtitle : LineRole.CoverTitle;
        return index < title ? LineRole.CoverSeries : LineRole.CoverLine;
    }

    private static bool IsShort(Line line) => !line.IsBlock && line.Width <= WidestLine && !line.EndsSentence && !Glyph.IsPause(line.Last);

    private static int LastOfCover(ImmutableArray<Line> lines, int run)
    {
        for (var i = run - 2; i >= 0; i--)
        {
            if (!IsIssue(lines[i].Text) && !IsIssuer(lines[i].Text) && !IsLabelledIssuer(lines[i].Text) && !DateText.Is(lines[i].Text)) continue;
            if (Enumerable.Range(i + 1, run - i - 1).Any(k => Widths.Columns(lines[k].Text) >= 4 && CreditReader.Read(lines[k].Text) is null)) return i;
        }

        return -1;
    }

    /// <summary>The biggest of the lines that nothing else claims; the first, where their sizes are unknown.</summary>
    private static int TitleOf(ImmutableArray<Line> lines, int count)
    {
        var best = -1;
        for (var i = 0; i < count; i++)
        {
            if (IsIssue(lines[i].Text) || DateText.Is(lines[i].Text) || IsMonth(lines[i].Text) || IsMark(lines[i].Text) || (IsIssuer(lines[i].Text) && i > 0)) continue;
            if (best < 0 || (lines[i].Hints.Size ?? 0) > (lines[best].Hints.Size ?? 0)) best = i;
        }

        return Math.Max(best, 0);
    }

    /// <summary>第3期, 总第12期, 2020年第1期（总第8期）, 第一期：专题: an issue’s count is the line’s first words, or all of them.</summary>
    private static bool IsIssue(string text)
    {
        var words = Glyph.Squeeze(text).AsSpan().TrimStart("（(【[");
        if (words.StartsWith("总")) words = words[1..];
        var year = words.IndexOf('年');
        if (year is > 0 and <= 5) words = words[(year + 1)..];
        if (!words.StartsWith("第")) return false;
        var count = HanNumeral.Read(words[1..], out var length);
        if (count <= 0) count = HanNumeral.ReadArabic(words[1..], out length);
        return count > 0 && words.Length > length + 1 && words[length + 1] is '期' or '辑' or '号' or '集' or '册';
    }

    private static bool IsMonth(string text) => Glyph.Squeeze(text) is { Length: <= 9 } words && DateText.Find(words) is (0, var end) && end == words.Length;

    private static bool IsMark(string text) => Glyph.Squeeze(text).TrimStart('（', '(', '【').TrimEnd('）', ')', '】') is { Length: <= 10 } words
        && (words.StartsWith("内部", StringComparison.Ordinal) || words is "秘密" or "机密" or "绝密" || words.StartsWith("仅供", StringComparison.Ordinal) || words.EndsWith("注意保存", StringComparison.Ordinal));

    private static bool IsIssuer(string text) => LetterSpacing.Words(text) is { Count: > 0 } words && words.All(static w => Names.IsBody(w)) && words.Sum(static w => w.Length) <= 30;

    private static bool IsLabelledIssuer(string text) => Glyph.Squeeze(text) is { Length: <= 30 } words && (words.EndsWith('编') || words.EndsWith("编印", StringComparison.Ordinal) || words.EndsWith("主办", StringComparison.Ordinal) || words.EndsWith("编辑", StringComparison.Ordinal) || words.StartsWith("主办", StringComparison.Ordinal));

    private static bool IsSubtitle(string text) => text.StartsWith('—') || text.StartsWith('─') || Glyph.IsOpening(text[0]);
}
