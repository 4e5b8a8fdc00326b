namespace Typeset.Manuscripts.Recovery;

/// <summary>The ways in which Chinese prose numbers its parts (GB/T 9704 §7.3.3: 一、（一）1.（1）; GB/T 1.1: 1.1; laws: 章 节 条).</summary>
internal enum MarkerKind { None, Part, Chapter, Section, Clause, Han, BareHan, HanBracket, Arabic, Decimal, ArabicBracket, Circled, RunIn, Dash, Bullet, Speaker }

/// <summary>The number or sign at the head of a line: its kind, its count (0 where it has none), its length in characters.</summary>
internal readonly record struct Marker(MarkerKind Kind, int Ordinal, int Length)
{
    public static readonly Marker None = default;

    /// <summary>Bullets that lists begin with.</summary>
    private const string Bullets = "•●■◆▪○◇★☆※·▲△►-*–";

    /// <summary>Largest count that a numbered part has; more is a quantity.</summary>
    private const int LargestOrdinal = 99;

    /// <summary>A speaker’s label is at most so long.</summary>
    private const int LongestLabel = 8;

    public bool IsNumber => Kind is MarkerKind.Han or MarkerKind.BareHan or MarkerKind.HanBracket or MarkerKind.Arabic or MarkerKind.Decimal or MarkerKind.ArabicBracket or MarkerKind.Circled;

    public bool CanHead => IsNumber || Kind is MarkerKind.Part or MarkerKind.Chapter or MarkerKind.Section;

    /// <summary>Something that a paragraph begins with and nothing else.</summary>
    public bool StartsParagraph => Kind is not (MarkerKind.None or MarkerKind.BareHan);

    /// <summary>The marker of a line whose outer white space is gone.</summary>
    public static Marker Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return None;
        if (text[0] == '第') return OfCounted(text);
        if (text.Length > 2 && text[0] is '上' or '中' or '下' && text[1] is '编' or '篇' or '卷' or '辑' && (Glyph.IsSpace(text[2]) || Glyph.IsMark(text[2]))) return new Marker(MarkerKind.Part, "上中下".IndexOf(text[0]) + 1, 2);
        if (HanNumeral.Read(text, out var length) is > 0 and <= LargestOrdinal and var count) return OfHan(text, count, length);
        if (text[0] is '（' or '(') return OfBracket(text);
        if (char.IsAsciiDigit(text[0]) || text[0] is >= '０' and <= '９') return OfArabic(text);
        if (text[0] is >= '①' and <= '⑳') return new Marker(MarkerKind.Circled, text[0] - '①' + 1, 1);
        if (text.StartsWith("——") || text.StartsWith("──")) return new Marker(MarkerKind.Dash, 0, 2);
        if (Bullets.Contains(text[0]) && text.Length > 2 && (Glyph.IsSpace(text[1]) || text[0] is not ('-' or '*' or '–' or '·' or '★' or '※'))) return new Marker(MarkerKind.Bullet, 0, 1);
        return OfWord(text);
    }

    private static Marker OfCounted(ReadOnlySpan<char> text)
    {
        var at = 1;
        SkipSpace(text, ref at);
        var count = HanNumeral.Read(text[at..], out var length);
        if (count <= 0) count = HanNumeral.ReadArabic(text[at..], out length);
        if (count <= 0) return None;
        at += length;
        SkipSpace(text, ref at);
        var rest = text[at..];
        if (rest.StartsWith("部分")) return new Marker(MarkerKind.Part, count, at + 2);
        if (rest.IsEmpty) return None;
        return rest[0] switch
        {
            '编' or '辑' or '卷' or '篇' or '單' when count <= LargestOrdinal && EndsMarker(rest) => new Marker(MarkerKind.Part, count, at + 1),
            '章' when EndsMarker(rest) => new Marker(MarkerKind.Chapter, count, at + 1),
            '节' when EndsMarker(rest) => new Marker(MarkerKind.Section, count, at + 1),
            '条' => new Marker(MarkerKind.Clause, count, at + 1),
            '，' or '、' or ',' => new Marker(MarkerKind.RunIn, count, at + 1),
            _ => None,
        };
    }

    /// <summary>Whether a name or nothing follows the counted word: 第一章, not 第一篇文章.</summary>
    private static bool EndsMarker(ReadOnlySpan<char> rest) => rest.Length == 1 || Glyph.IsSpace(rest[1]) || Glyph.IsMark(rest[1]) || rest[0] is '章' or '节';

    private static Marker OfHan(ReadOnlySpan<char> text, int count, int length)
    {
        var at = length;
        SkipSpace(text, ref at);
        if (at == text.Length) return new Marker(MarkerKind.BareHan, count, at);
        if (text[at] is '、' or '．' or '.') return new Marker(MarkerKind.Han, count, at + 1);
        if (at > length && length == 1 && !Glyph.IsMark(text[at]) && text[at - 1] is '\u3000') return new Marker(MarkerKind.Han, count, at);
        return text[at] is '是' or '要' && at == length ? new Marker(MarkerKind.RunIn, count, at + 1) : None;
    }

    private static Marker OfBracket(ReadOnlySpan<char> text)
    {
        var at = 1;
        SkipSpace(text, ref at);
        var han = HanNumeral.Read(text[at..], out var length);
        var count = han > 0 ? han : HanNumeral.ReadArabic(text[at..], out length);
        if (count is <= 0 or > LargestOrdinal) return None;
        at += length;
        SkipSpace(text, ref at);
        return at < text.Length && text[at] is '）' or ')' ? new Marker(han > 0 ? MarkerKind.HanBracket : MarkerKind.ArabicBracket, count, at + 1) : None;
    }

    private static Marker OfArabic(ReadOnlySpan<char> text)
    {
        var count = HanNumeral.ReadArabic(text, out var at);
        if (count is <= 0 or > LargestOrdinal) return None;
        var depth = 1;
        while (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]) && depth < 6)
        {
            count = HanNumeral.ReadArabic(text[(at + 1)..], out var more);
            if (count is <= 0 or > LargestOrdinal) return None;
            at += more + 1;
            depth++;
        }

        if (at == text.Length) return None;
        if (depth > 1) return Glyph.IsSpace(text[at]) && at + 1 < text.Length && Glyph.IsHan(text[at + 1]) ? new Marker(MarkerKind.Decimal, depth, at + 1) : None;
        if (text[at] is '.' or '．' or '、') return at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? None : new Marker(MarkerKind.Arabic, count, at + 1);
        return text[at] is ')' or '）' ? new Marker(MarkerKind.ArabicBracket, count, at + 1) : None;
    }

    /// <summary>首先， 其次， and a speaker’s label: a few Han and a colon, with speech behind it.</summary>
    private static Marker OfWord(ReadOnlySpan<char> text)
    {
        foreach (var word in (ReadOnlySpan<string>)["首先", "其次", "再次", "再者", "最后", "此外"])
        {
            if (text.Length > 3 && text.StartsWith(word) && text[2] is '，' or ',') return new Marker(MarkerKind.RunIn, 0, 3);
        }

        var colon = text[..Math.Min(text.Length, LongestLabel + 1)].IndexOfAny('：', ':');
        return colon > 0 && colon + 1 < text.Length && AllHan(text[..colon]) ? new Marker(MarkerKind.Speaker, 0, colon + 1) : None;
    }

    private static bool AllHan(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!Glyph.IsHan(c)) return false;
        }

        return true;
    }

    private static void SkipSpace(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && Glyph.IsSpace(text[at])) at++;
    }
}
