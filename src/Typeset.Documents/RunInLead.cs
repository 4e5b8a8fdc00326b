namespace Typeset.Documents;

/// <summary>The lead of a paragraph that carries its own small heading: 一是……。 第一，……。 （一）……。 1.……。</summary>
public static class RunInLead
{
    /// <summary>A sentence longer than this is no heading.</summary>
    private const int Longest = 48;

    private const string Numerals = "一二三四五六七八九十百〇零";

    /// <summary>How many UTF-16 units from the start belong to the lead, its final mark included; 0 where there is none.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        if (!IsNumbered(text)) return 0;
        var end = text[..Math.Min(text.Length, Longest)].IndexOfAny('。', '：', '！');
        return end < 0 ? 0 : end + 1;
    }

    private static bool IsNumbered(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return false;
        var open = text[0] is '（' or '(' or '第' ? 1 : 0;
        var end = open;
        while (end < text.Length && (Numerals.Contains(text[end]) || char.IsAsciiDigit(text[end]))) end++;
        if (end == open || end >= text.Length) return false;
        return text[0] switch
        {
            '（' or '(' => text[end] is '）' or ')',
            '第' => text[end] is '，' or '、',
            _ => text[end] is '、' or '．' or '是' or '要' || (text[end] == '.' && (end + 1 == text.Length || !char.IsAsciiDigit(text[end + 1]))),
        };
    }
}
