namespace Typeset.Manuscripts.Recovery;

/// <summary>Numbers in Han and in figures at the head of a text.</summary>
internal static class HanNumeral
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>一 to 九十九, 百 too (一百零二); 0 where there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, out int length)
    {
        var (total, digit) = (0, 0);
        for (length = 0; length < text.Length && length < 6; length++)
        {
            var c = text[length];
            if (c == '十') (total, digit) = (total + (digit == 0 ? 1 : digit) * 10, 0);
            else if (c == '百' && digit > 0) (total, digit) = (total + digit * 100, 0);
            else if (c == '零' && total > 0) continue;
            else if (Digits.IndexOf(c) is > 0 and var value && digit == 0) digit = value;
            else break;
        }

        return total + digit;
    }

    /// <summary>ASCII or full-width figures, at most six; 0 where there are none.</summary>
    public static int ReadArabic(ReadOnlySpan<char> text, out int length)
    {
        var value = 0;
        for (length = 0; length < text.Length && length < 6 && DigitOf(text[length]) is >= 0 and var digit; length++) value = value * 10 + digit;
        return value;
    }

    /// <summary>A figure's value, −1 for anything else.</summary>
    public static int DigitOf(char c) => c is >= '0' and <= '9' ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1;

    /// <summary>The value of a Han digit in a row of them (二〇二〇), −1 for anything else.</summary>
    public static int HanDigitOf(char c) => c is '○' or 'Ｏ' or '零' or '0' ? 0 : Digits.IndexOf(c);
}
