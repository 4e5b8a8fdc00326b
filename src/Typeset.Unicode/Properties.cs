namespace Typeset.Unicode;

/// <summary>East_Asian_Width of code points, UAX #11; what is not a code point has the value of unassigned ones.</summary>
public static class EastAsianWidthProperty
{
    extension(EastAsianWidth)
    {
        /// <summary>How wide the character is.</summary>
        public static EastAsianWidth Of(int codePoint) => (EastAsianWidth)EastAsianWidthTable.Lookup(codePoint);
    }
}

/// <summary>Vertical_Orientation of code points, UAX #50; what is not a code point has the value of unassigned ones.</summary>
public static class VerticalOrientationProperty
{
    extension(VerticalOrientation)
    {
        /// <summary>How the character stands in a vertical line.</summary>
        public static VerticalOrientation Of(int codePoint) => (VerticalOrientation)VerticalOrientationTable.Lookup(codePoint);
    }
}

/// <summary>General_Category of code points, UAX #44 §5.7.1; what is not a code point has the value of unassigned ones.</summary>
public static class GeneralCategoryProperty
{
    extension(GeneralCategory)
    {
        /// <summary>What kind of character it is.</summary>
        public static GeneralCategory Of(int codePoint) => (GeneralCategory)GeneralCategoryTable.Lookup(codePoint);
    }
}

/// <summary>Bidi_Class of code points, UAX #9 table 4; what is not a code point has the value of unassigned ones.</summary>
public static class BidiClassProperty
{
    extension(BidiClass bidiClass)
    {
        /// <summary>The direction that the character brings.</summary>
        public static BidiClass Of(int codePoint) => (BidiClass)BidiClassTable.Lookup(codePoint);

        /// <summary>Whether the character makes the text around it run from right to left.</summary>
        public bool IsStrongRightToLeft => bidiClass is BidiClass.RightToLeft or BidiClass.ArabicLetter;
    }
}
