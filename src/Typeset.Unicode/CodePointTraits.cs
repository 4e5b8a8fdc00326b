namespace Typeset.Unicode;

/// <summary>What is either so or not so of a code point.</summary>
public static class CodePointTraits
{
    private const int Ignorable = 1;
    private const int Pictographic = 2;
    private const int EmojiPresentation = 4;

    /// <summary>Whether a font without a glyph for it shows nothing instead of a box: Default_Ignorable_Code_Point, UAX #44.</summary>
    public static bool IsDefaultIgnorable(int codePoint) => (CodePointTraitTable.Lookup(codePoint) & Ignorable) != 0;

    /// <summary>Whether emoji sequences may be built on it: Extended_Pictographic, UTS #51.</summary>
    public static bool IsPictographic(int codePoint) => (CodePointTraitTable.Lookup(codePoint) & Pictographic) != 0;

    /// <summary>Whether it is shown as a coloured picture unless a variation selector asks for text: Emoji_Presentation, UTS #51.</summary>
    public static bool HasEmojiPresentation(int codePoint) => (CodePointTraitTable.Lookup(codePoint) & EmojiPresentation) != 0;
}
