using Typeset.Unicode;

namespace Typeset.Shaping.Sides;

/// <summary>What a character says of its side, or needs to be told.</summary>
internal enum SideClass : byte
{
    /// <summary>Han, kana, bopomofo, hangul, full-width forms and marks.</summary>
    Han,

    /// <summary>。！？ and the like: Han, and the sentence ends.</summary>
    HanStop,

    /// <summary>U+3000: Han, and says nothing of its neighbours.</summary>
    HanSpace,
    Latin,

    /// <summary>Set in Latin, and says nothing of its neighbours.</summary>
    Digit,
    LatinMark,

    /// <summary>. ! ? with a space or the end behind: the sentence ends.</summary>
    LatinStop,
    Space,

    /// <summary>A line ends.</summary>
    Break,

    /// <summary>Combining marks, variation selectors, what shows nothing: the side of the character before.</summary>
    Inherited,
    OpeningQuote,
    ClosingQuote,

    /// <summary>— … – and the like.</summary>
    Link,

    /// <summary>· and its kin between the parts of a name.</summary>
    NameDot,

    /// <summary>① Ⅰ ● × ℃ → …: every other character that East Asian fonts draw full-width and others do not.</summary>
    Symbol,

    /// <summary>° ′ ″: like a symbol, but one with the Latin letter behind it.</summary>
    UnitSign,
}

/// <summary>Classes of characters.</summary>
internal static class SideClasses
{
    private const int FirstGeneralPunctuation = 0x2000;

    public static bool IsAmbiguous(this SideClass sideClass) => sideClass >= SideClass.OpeningQuote;

    public static SideClass Of(int codePoint) => codePoint switch
    {
        < 0x80 => OfAscii(codePoint),
        >= 0x4E00 and <= 0x9FFF => SideClass.Han,
        0x2018 or 0x201C => SideClass.OpeningQuote,
        0x2019 or 0x201D => SideClass.ClosingQuote,
        0x2013 or 0x2014 or 0x2015 or 0x2025 or 0x2026 or 0x22EF or 0x2E3A or 0x2E3B => SideClass.Link,
        0x00B7 or 0x2027 => SideClass.NameDot,
        0x00B0 or 0x2032 or 0x2033 => SideClass.UnitSign,
        0x3000 => SideClass.HanSpace,
        0x3002 or 0xFF01 or 0xFF1F or 0xFF61 => SideClass.HanStop,
        0x2010 or 0x2011 => SideClass.LatinMark,
        _ => OfProperties(codePoint),
    };

    private static SideClass OfAscii(int codePoint) => (char)codePoint switch
    {
        >= '0' and <= '9' => SideClass.Digit,
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => SideClass.Latin,
        ' ' or '\t' => SideClass.Space,
        '.' or '!' or '?' => SideClass.LatinStop,
        < ' ' or '\u007f' => SideClass.Break,
        _ => SideClass.LatinMark,
    };

    private static SideClass OfProperties(int codePoint)
    {
        var category = GeneralCategory.Of(codePoint);
        if (IsInherited(category)) return SideClass.Inherited;
        if (category is GeneralCategory.LineSeparator or GeneralCategory.ParagraphSeparator or GeneralCategory.Control) return SideClass.Break;
        if (category == GeneralCategory.SpaceSeparator) return SideClass.Space;
        var width = EastAsianWidth.Of(codePoint);
        if (width is EastAsianWidth.Wide or EastAsianWidth.Fullwidth or EastAsianWidth.Halfwidth) return SideClass.Han;
        if (category == GeneralCategory.DecimalNumber) return SideClass.Digit;
        if (IsLetter(category, width)) return SideClass.Latin;
        return codePoint >= FirstGeneralPunctuation || width == EastAsianWidth.Ambiguous ? SideClass.Symbol : SideClass.LatinMark;
    }

    private static bool IsInherited(GeneralCategory category) => category is
        GeneralCategory.NonspacingMark or GeneralCategory.SpacingMark or GeneralCategory.EnclosingMark or GeneralCategory.Format;

    /// <summary>Letters; but ˇ ˉ ˊ ˋ ˙, the tone marks of bopomofo, are modifier letters of ambiguous width and no part of a word.</summary>
    private static bool IsLetter(GeneralCategory category, EastAsianWidth width) => category switch
    {
        GeneralCategory.UppercaseLetter or GeneralCategory.LowercaseLetter or GeneralCategory.TitlecaseLetter or GeneralCategory.OtherLetter => true,
        GeneralCategory.ModifierLetter => width != EastAsianWidth.Ambiguous,
        _ => false,
    };
}
