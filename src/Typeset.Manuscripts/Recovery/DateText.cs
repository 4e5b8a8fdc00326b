namespace Typeset.Manuscripts.Recovery;

/// <summary>Dates as they are printed: 2020年2月3日, 二〇二〇年二月三日, 2020-02-03, 2020/2/3, 2020.2.3, 2020年2月; white space may stand inside.</summary>
internal static class DateText
{
    /// <summary>The first whole date of a text, <c>[Start, End)</c>; Start −1 where there is none.</summary>
    public static (int Start, int End) Find(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && IsDigit(text[at - 1])) continue;
            var end = EndOf(text, at);
            if (end > 0) return (at, end);
        }

        return (-1, -1);
    }

    /// <summary>Whether the text is a date and nothing else.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.Length > 0 && EndOf(text, 0) == text.Length;

    /// <summary>A date with a place, a span or a feast behind it, on a line of its own: 2025年5月9日 老闸口, 2026年4月22日于临溪.</summary>
    public static bool HeadsLine(string text) => text.Length <= LongestLine && Find(text) is (0, var end) && text.AsSpan(end).IndexOfAny("，。：；") < 0;

    /// <summary>Where a span of days (—15日, 至3月2日) or a bracket （正月十五） behind a date ends; the date’s own end where there is none.</summary>
    public static int ExtendedEnd(ReadOnlySpan<char> text, int end)
    {
        var at = end;
        Skip(text, ref at);
        if (at < text.Length && Spans.Contains(text[at]))
        {
            at++;
            if (at < text.Length && Spans.Contains(text[at])) at++;
            while (at < text.Length && Number(text, ref at, 4) > 0 && at < text.Length && IsUnit(text[at])) at++;
            if (IsUnit(text[at - 1])) end = at;
        }

        if (end < text.Length && (text[end] is '（' or '(') && text[end..].IndexOfAny('）', ')') is > 1 and < 10 and var close && Find(text.Slice(end, close)).Start < 0) end += close + 1;
        return end;
    }

    /// <summary>Marks and words between two days.</summary>
    private const string Spans = "—–－-～~至到";
    private const int LongestLine = 24;

    /// <summary>Where the date that begins at a place ends; −1 where none begins.</summary>
    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        if (Number(text, ref at, 4) is < 1000 or > 2999) return -1;
        if (!Separator(text, ref at, '年', out var separator)) return -1;
        if (Number(text, ref at, 2) is < 1 or > 12) return -1;
        var month = at;
        if (!Separator(text, ref at, separator == '年' ? '月' : separator, out _)) return -1;
        if (separator == '年') month = at;
        var day = Number(text, ref at, 2);
        if (day is < 1 or > 31) return separator == '年' ? month : -1;
        if (separator != '年') return at;
        return Separator(text, ref at, '日', out _) ? at : month;
    }

    private static bool Separator(ReadOnlySpan<char> text, ref int at, char wanted, out char found)
    {
        var next = at;
        Skip(text, ref next);
        found = next < text.Length ? text[next] : '\0';
        var fits = found == wanted || (wanted == '年' && found is '-' or '/' or '.' or '．');
        if (fits) at = next + 1;
        return fits;
    }

    private static int Number(ReadOnlySpan<char> text, ref int at, int longest)
    {
        var next = at;
        Skip(text, ref next);
        var value = 0;
        var start = next;
        while (next < text.Length && next - start < longest && HanNumeral.DigitOf(text[next]) is >= 0 and var digit)
        {
            value = value * 10 + digit;
            next++;
        }

        if (next == start) value = HanNumber(text, ref next, longest);
        if (value > 0) at = next;
        return value;
    }

    private static int HanNumber(ReadOnlySpan<char> text, ref int at, int longest)
    {
        if (longest < 4 && HanNumeral.Read(text[at..], out var length) is > 0 and var counted)
        {
            at += length;
            return counted;
        }

        var value = 0;
        for (var i = 0; i < longest && at < text.Length && HanNumeral.HanDigitOf(text[at]) is >= 0 and var digit; i++, at++) value = value * 10 + digit;
        return value;
    }

    private static void Skip(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && Glyph.IsSpace(text[at])) at++;
    }

    private static bool IsUnit(char c) => c is '年' or '月' or '日';

    private static bool IsDigit(char c) => HanNumeral.DigitOf(c) >= 0;
}
