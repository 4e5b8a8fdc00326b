using Typeset.Shaping.Runs;
using Typeset.Unicode;

namespace Typeset.Shaping.Normalization;

/// <summary>What shaping asks of a character.</summary>
internal static class CharacterProperties
{
    /// <summary>The traits of a character, apart from those that its neighbours decide.</summary>
    public static CharacterTraits TraitsOf(int codePoint)
    {
        if (codePoint < 0x80) return IsControl(codePoint) ? CharacterTraits.Ignorable : CharacterTraits.None;
        return IgnorableTraits(codePoint) | GeneralCategory.Of(codePoint) switch
        {
            GeneralCategory.NonspacingMark => CharacterTraits.NonspacingMark | CharacterTraits.Mark | CharacterTraits.Continuation,
            GeneralCategory.SpacingMark or GeneralCategory.EnclosingMark => CharacterTraits.Mark | CharacterTraits.Continuation,
            _ => CharacterTraits.None,
        };
    }

    public static bool IsVariationSelector(int codePoint) => codePoint is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>
    /// Default_Ignorable_Code_Point (UAX #44) but for the Hangul fillers, which fonts give a width, and the shorthand controls,
    /// which they draw; and control characters, line and paragraph separators, which are the layout's business.
    /// </summary>
    public static bool IsIgnorable(int codePoint) => codePoint switch
    {
        < 0xAD => IsControl(codePoint),
        0x2028 or 0x2029 => true,
        0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0x1BCA0 and <= 0x1BCA3) => false,
        >= 0x2E80 and <= 0xFDFF => false,
        _ => CodePointTraits.IsDefaultIgnorable(codePoint),
    };

    private static bool IsControl(int codePoint) => codePoint is < 0x20 or (>= 0x7F and < 0xA0);

    private static CharacterTraits IgnorableTraits(int codePoint)
    {
        if (!IsIgnorable(codePoint)) return CharacterTraits.None;
        return CharacterTraits.Ignorable | codePoint switch
        {
            0x200C => CharacterTraits.NonJoiner,
            0x200D => CharacterTraits.Joiner,
            0x034F or (>= 0x180B and <= 0x180F) or (>= 0xE0020 and <= 0xE007F) => CharacterTraits.Hidden,
            _ => CharacterTraits.None,
        };
    }
}
