namespace Typeset.Docx.Runs;

/// <summary>What characters may do at a line's edge in word processors, and which need a hint for their face.</summary>
internal static class CharacterMarks
{
    private const string Stops = "，。、；：？！．";
    private const string Closers = "）》」』】〕〉〗”’％‰℃·…";
    private const char WaveDash = '～';
    private const string Openers = "（《「『【〔〈〖“‘";
    private const string Quotes = "“”‘’";
    private const string LatinClosers = ")]},.;:!?%";
    private const string LatinOpeners = "([{";

    public static CharacterTraits Of(int codePoint, bool han)
    {
        var traits = Hint(codePoint, han) | Edge(codePoint, han) | (IsComplex(codePoint) ? CharacterTraits.Complex : CharacterTraits.None);
        return !han && IsAlphanumeric(codePoint) ? traits | CharacterTraits.Alphanumeric : traits;
    }

    /// <summary>ECMA-376 part 1, §17.3.2.26: characters that both kinds of face have go by <c>w:hint</c>; Basic Latin and CJK do not.</summary>
    private static CharacterTraits Hint(int codePoint, bool han) =>
        codePoint < 0x80 || IsPlainlyEastAsian(codePoint) ? CharacterTraits.None : han ? CharacterTraits.WantsHint : CharacterTraits.RefusesHint;

    private static bool IsPlainlyEastAsian(int codePoint) => codePoint is (>= 0x2e80 and <= 0xd7ff) or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe4f) or (>= 0xff00 and <= 0xffef) or >= 0x20000;

    /// <summary>Marks that LibreOffice sets in the face of the script before them; other ambiguous ones it takes for Western.</summary>
    public static bool TakesScriptBefore(int codePoint) => codePoint is >= 0x2000 and <= 0x206f;

    private static CharacterTraits Edge(int codePoint, bool han)
    {
        if (codePoint > 0xffff) return CharacterTraits.None;
        var character = (char)codePoint;
        if (!han) return LatinClosers.Contains(character) ? CharacterTraits.Closes : LatinOpeners.Contains(character) ? CharacterTraits.Opens : CharacterTraits.None;
        return Stops.Contains(character) ? CharacterTraits.Closes | CharacterTraits.Hangs
            : character == WaveDash ? CharacterTraits.Closes | CharacterTraits.BeginsInSome
            : (Closers.Contains(character) ? CharacterTraits.Closes : Openers.Contains(character) ? CharacterTraits.Opens : CharacterTraits.None)
                | (Quotes.Contains(character) ? CharacterTraits.Quotes : char.IsLetter(character) ? CharacterTraits.None : CharacterTraits.Sign);
    }

    /// <summary>Hebrew, Arabic, the scripts of India and of South-East Asia, Tibetan, Khmer, Mongolian (ECMA-376 part 1, §17.3.2.26).</summary>
    private static bool IsComplex(int codePoint) => codePoint is (>= 0x0590 and <= 0x109f) or (>= 0x1780 and <= 0x18af) or (>= 0xfb1d and <= 0xfdff) or (>= 0xfe70 and <= 0xfefe);

    private static bool IsAlphanumeric(int codePoint) => codePoint > 0xffff || char.IsLetterOrDigit((char)codePoint);
}
