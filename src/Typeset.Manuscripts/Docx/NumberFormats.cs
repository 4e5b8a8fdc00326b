using System.Globalization;
using System.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Manuscripts.Docx;

/// <summary>Numbers as automatic numbering prints them (ECMA-376 part 1, §17.18.59).</summary>
internal static class NumberFormats
{
    private const string HanDigits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    public static string Format(int number, W.NumberFormatValues format)
    {
        if (format == W.NumberFormatValues.None) return "";
        if (Han(number, format) is { } han) return han;
        if (format == W.NumberFormatValues.LowerLetter) return Letters(number, 'a');
        if (format == W.NumberFormatValues.UpperLetter) return Letters(number, 'A');
        if (format == W.NumberFormatValues.LowerRoman) return Roman(number).ToLowerInvariant();
        if (format == W.NumberFormatValues.UpperRoman) return Roman(number);
        if (format == W.NumberFormatValues.DecimalZero) return number.ToString("00", CultureInfo.InvariantCulture);
        if (format == W.NumberFormatValues.DecimalFullWidth || format == W.NumberFormatValues.DecimalFullWidth2) return FullWidth(number);
        if (format == W.NumberFormatValues.DecimalEnclosedCircle || format == W.NumberFormatValues.DecimalEnclosedCircleChinese) return Circled(number);
        if (format == W.NumberFormatValues.DecimalEnclosedParen) return $"（{Plain(number)}）";
        if (format == W.NumberFormatValues.DecimalEnclosedFullstop) return Plain(number) + ".";
        return Plain(number);
    }

    private static string? Han(int number, W.NumberFormatValues format)
    {
        if (format == W.NumberFormatValues.ChineseCounting || format == W.NumberFormatValues.ChineseCountingThousand || format == W.NumberFormatValues.JapaneseCounting
            || format == W.NumberFormatValues.TaiwaneseCounting || format == W.NumberFormatValues.TaiwaneseCountingThousand) return Counting(number, HanDigits, "十百千");
        if (format == W.NumberFormatValues.ChineseLegalSimplified || format == W.NumberFormatValues.IdeographLegalTraditional) return Counting(number, LegalDigits, "拾佰仟");
        if (format == W.NumberFormatValues.IdeographDigital || format == W.NumberFormatValues.TaiwaneseDigital || format == W.NumberFormatValues.JapaneseDigitalTenThousand) return string.Concat(Plain(number).Select(static digit => HanDigits[digit - '0']));
        if (format == W.NumberFormatValues.IdeographTraditional) return Stems[(number - 1) % Stems.Length].ToString();
        return format == W.NumberFormatValues.IdeographZodiac ? Branches[(number - 1) % Branches.Length].ToString() : null;
    }

    /// <summary>十一, 二十, 一百〇五; numbers of five digits and more are written in figures.</summary>
    private static string Counting(int number, string digits, string units)
    {
        if (number is <= 0 or >= 10_000) return Plain(number);
        var text = new StringBuilder();
        for (var unit = 3; unit >= 0; unit--)
        {
            var digit = number / (int)Power(unit) % 10;
            if (digit == 0)
            {
                if (text.Length > 0 && text[^1] != digits[0] && number % Power(unit) != 0) text.Append(digits[0]);
                continue;
            }

            if (!(unit == 1 && digit == 1 && text.Length == 0 && units[0] == '十')) text.Append(digits[digit]);
            if (unit > 0) text.Append(units[unit - 1]);
        }

        return text.ToString();
    }

    private static long Power(int exponent) => exponent switch { 0 => 1, 1 => 10, 2 => 100, _ => 1_000 };

    private static string Letters(int number, char first) => number < 1 ? Plain(number) : new string((char)(first + (number - 1) % 26), Math.Min((number - 1) / 26 + 1, 20));

    private static string Roman(int number)
    {
        if (number is < 1 or > 3_999) return Plain(number);
        var text = new StringBuilder();
        foreach (var (value, sign) in ((int, string)[])[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value) text.Append(sign);
        }

        return text.ToString();
    }

    private static string FullWidth(int number) => string.Concat(Plain(number).Select(static c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c));

    private static string Circled(int number) => number switch
    {
        0 => "⓪",
        <= 20 => ((char)('①' + number - 1)).ToString(),
        <= 35 => ((char)('㉑' + number - 21)).ToString(),
        <= 50 => ((char)('㊱' + number - 36)).ToString(),
        _ => $"（{Plain(number)}）",
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
