namespace Typeset.Manuscripts.Recovery;

/// <summary>What a character is to the shape of a text.</summary>
internal static class Glyph
{
    /// <summary>Marks that end a sentence, and those that close after them.</summary>
    private const string Terminals = "。！？!?…";
    private const string ClosingMarks = "”’」』）)》】〕〉］]";
    private const string OpeningMarks = "“‘「『（(《【〔〈［[";
    private const string Pauses = "，、；,;：:";

    /// <summary>
    /// Words of one character that a sentence does not end with: prepositions, conjunctions, adverbs, auxiliaries (a closed class of
    /// the grammar; 吕叔湘《现代汉语八百词》).
    /// </summary>
    private const string Unfinished = "在和与及或把被将对向从由为以于而且但并则即若如因故的地其之所这那该各每很最更还又再都只不没未可能会要应须";

    public static bool IsSpace(char c) => c is ' ' or '\t' or '\u00A0' or '\u3000' or '\u2002' or '\u2003' or '\u2009' or '\u202F' or (>= '\u2004' and <= '\u200A') || IsZeroWidth(c);

    /// <summary>Characters without width that come along from web pages and word processors.</summary>
    public static bool IsZeroWidth(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F';

    /// <summary>Han ideographs and 〇, with the surrogates that carry planes 2 and 3.</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or '〇' or '々' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or >= '\uD840' and <= '\uD8BF' or >= '\uDC00' and <= '\uDFFF';

    /// <summary>Full-width marks of Chinese text, quotation marks and dashes with them.</summary>
    public static bool IsHanMark(char c) => c is >= '\u3001' and <= '\u301F' or >= '\uFF01' and <= '\uFF0F' or >= '\uFF1A' and <= '\uFF20' or >= '\uFF3B' and <= '\uFF5E' or '“' or '”' or '‘' or '’' or '—' or '…' or '·';

    public static bool IsWide(char c) => IsHan(c) || IsHanMark(c) || c is >= '\u2E80' and <= '\uFF60' && !IsSpace(c);

    public static bool IsTerminal(char c) => Terminals.Contains(c);

    public static bool IsClosing(char c) => ClosingMarks.Contains(c);

    public static bool IsOpening(char c) => OpeningMarks.Contains(c);

    public static bool IsPause(char c) => Pauses.Contains(c);

    /// <summary>Marks that no line of Chinese text begins with (clreq, line start prohibition).</summary>
    public static bool NeverStarts(char c) => IsPause(c) || IsClosing(c) || c is '。' or '！' or '？' or '!' or '?' or '·' or '%' or '．';

    public static bool IsUnfinished(char c) => Unfinished.Contains(c);

    public static bool IsMark(char c) => IsHanMark(c) || char.IsPunctuation(c);

    /// <summary>The mark that closes what an opening mark begins; NUL for any other character.</summary>
    public static char CloserOf(char c) => OpeningMarks.IndexOf(c) switch
    {
        0 => '”', 1 => '’', 2 => '」', 3 => '』', 4 => '）', 5 => ')', 6 => '》', 7 => '】', 8 => '〕', 9 => '〉', 10 => '］', 11 => ']', _ => '\0',
    };

    /// <summary>Whether a text ends a sentence: a terminal mark, or one inside closing marks.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && IsClosing(text[end - 1])) end--;
        return end > 0 && (IsTerminal(text[end - 1]) || (text[end - 1] == '.' && end > 1 && !char.IsAsciiDigit(text[end - 2])));
    }

    /// <summary>The text without white space.</summary>
    public static string Squeeze(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text) count += IsSpace(c) ? 0 : 1;
        if (count == text.Length) return text.ToString();
        var kept = new char[count];
        count = 0;
        foreach (var c in text)
        {
            if (!IsSpace(c)) kept[count++] = c;
        }

        return new string(kept);
    }

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return text[start..end];
    }
}
