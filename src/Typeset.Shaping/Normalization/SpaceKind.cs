namespace Typeset.Shaping.Normalization;

/// <summary>How wide a space is that the font has no glyph for.</summary>
internal enum SpaceKind : byte
{
    None,
    Em,
    HalfEm,
    ThirdOfEm,
    QuarterOfEm,
    FifthOfEm,
    SixthOfEm,
    SixteenthOfEm,
    FourEighteenthsOfEm,
    WordSpace,
    Figure,
    Punctuation,
    Narrow,
}

/// <summary>The spaces of Unicode, with widths as the Unicode chart of U+2000 describes them.</summary>
internal static class Spaces
{
    public static SpaceKind KindOf(int codePoint) => codePoint switch
    {
        0x0020 or 0x00A0 => SpaceKind.WordSpace,
        0x2000 or 0x2002 => SpaceKind.HalfEm,
        0x2001 or 0x2003 or 0x3000 => SpaceKind.Em,
        0x2004 => SpaceKind.ThirdOfEm,
        0x2005 => SpaceKind.QuarterOfEm,
        0x2006 => SpaceKind.SixthOfEm,
        0x2007 => SpaceKind.Figure,
        0x2008 => SpaceKind.Punctuation,
        0x2009 => SpaceKind.FifthOfEm,
        0x200A => SpaceKind.SixteenthOfEm,
        0x202F => SpaceKind.Narrow,
        0x205F => SpaceKind.FourEighteenthsOfEm,
        _ => SpaceKind.None,
    };

    /// <summary>The parts of an em that the space is one of, or 0.</summary>
    public static int PartsOf(SpaceKind kind) => kind switch
    {
        SpaceKind.Em => 1,
        SpaceKind.HalfEm => 2,
        SpaceKind.ThirdOfEm => 3,
        SpaceKind.QuarterOfEm => 4,
        SpaceKind.FifthOfEm => 5,
        SpaceKind.SixthOfEm => 6,
        SpaceKind.SixteenthOfEm => 16,
        _ => 0,
    };
}
