using Typeset.Shaping;
using Typeset.Unicode;

namespace Typeset.Layout.Inline;

/// <summary>Says what each character is to the line rules (clreq, table of punctuation; GB/T 15834-2011).</summary>
internal static class CharacterKindTable
{
    /// <summary>The kind of a character that stands on a side of the text.</summary>
    public static CharacterKind Of(int codePoint, TextSide side)
    {
        if (codePoint is >= 0x4E00 and <= 0x9FFF) return CharacterKind.Han;
        if (codePoint < 0x80) return OfAscii((char)codePoint);
        return OfSpace(codePoint) ?? (side == TextSide.Latin ? OfLatin(codePoint) : OfHan(codePoint));
    }

    private static CharacterKind OfAscii(char character) => character switch
    {
        ' ' or '\t' => CharacterKind.WordSpace,
        >= '0' and <= '9' => CharacterKind.Digit,
        >= 'A' and <= 'Z' or >= 'a' and <= 'z' => CharacterKind.Letter,
        '%' or '$' => CharacterKind.NumberSign,
        '.' or ',' => CharacterKind.DecimalMark,
        '(' or '[' or '{' => CharacterKind.WesternOpening,
        ')' or ']' or '}' => CharacterKind.WesternClosing,
        < ' ' or '\u007F' => CharacterKind.Control,
        _ => CharacterKind.WesternMark,
    };

    private static CharacterKind? OfSpace(int codePoint) => codePoint switch
    {
        '\u3000' => CharacterKind.WideSpace,
        '\u00A0' or '\u202F' => CharacterKind.HardSpace,
        >= '\u2000' and <= '\u200A' or '\u205F' => CharacterKind.WordSpace,
        '\u200B' or '\u200C' or '\u200D' or '\u2028' or '\u2029' or '\u2060' or '\uFEFF' or '\u00AD' or '\u0085' => CharacterKind.Control,
        _ => null,
    };

    private static CharacterKind OfLatin(int codePoint) => codePoint switch
    {
        '‰' or '°' or '±' or '€' or '£' or '¥' => CharacterKind.NumberSign,
        '℃' or '℉' => CharacterKind.NumberSign,
        '“' or '‘' or '«' or '‹' => CharacterKind.WesternOpening,
        '”' or '’' or '»' or '›' => CharacterKind.WesternClosing,
        '—' or '–' or '…' or '·' => CharacterKind.WesternMark,
        _ => CharacterKind.Letter,
    };

    private static CharacterKind OfHan(int codePoint) => codePoint switch
    {
        '，' or '、' or '；' or '：' => CharacterKind.PauseMark,
        '。' or '．' or '｡' => CharacterKind.FullStop,
        '！' or '？' or '‼' or '⁇' or '⁈' or '⁉' => CharacterKind.Exclamation,
        '“' or '‘' => CharacterKind.OpeningQuote,
        '”' or '’' => CharacterKind.ClosingQuote,
        '·' or '・' or '‧' or '•' => CharacterKind.MiddleDot,
        '～' or '〜' or '–' or '－' => CharacterKind.Connector,
        '／' => CharacterKind.Solidus,
        '—' or '―' or '⸺' => CharacterKind.Dash,
        '…' or '⋯' => CharacterKind.Ellipsis,
        '％' or '‰' or '℃' or '℉' or '￥' or '￡' or '￠' or '＄' or '°' or '′' or '″' => CharacterKind.UnitSign,
        >= '０' and <= '９' => CharacterKind.Han,
        _ => OfBracket(codePoint),
    };

    private static CharacterKind OfBracket(int codePoint) => LineBreak.ClassOf(codePoint) switch
    {
        LineBreakClass.OpenPunctuation => CharacterKind.OpeningBracket,
        LineBreakClass.ClosePunctuation or LineBreakClass.CloseParenthesis => CharacterKind.ClosingBracket,
        _ => CharacterKind.Han,
    };

    /// <summary>
    /// Whether the character joins the one before it in one grapheme cluster: a combining mark or joiner (UAX #14 LB9).
    /// </summary>
    public static bool Extends(int codePoint) =>
        codePoint >= 0x300 && LineBreak.ClassOf(codePoint) is LineBreakClass.CombiningMark or LineBreakClass.ZWJ;
}
