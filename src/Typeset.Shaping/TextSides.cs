using Typeset.Shaping.Sides;

namespace Typeset.Shaping;

/// <summary>
/// Decides for every character whether it is set as Han or as Latin text. Most characters decide for themselves: Han, kana, bopomofo,
/// hangul, full-width and half-width forms and CJK marks are Han; other letters, digits and ASCII marks are Latin. Characters that
/// both kinds of font have (East_Asian_Width Ambiguous, UAX #11) are told by their context: the nearest letter or CJK mark
/// before and behind in the same sentence, spaces, digits, ASCII marks and one another passed over.
/// </summary>
/// <remarks>
/// <code>
/// character              Han where                                            Latin where
/// “ ” ‘ ’ in a pair      Han stands inside; or before or behind the pair      else Latin before or behind the pair
/// “ ” ‘ ’ alone          the side it opens to (closes) is Han, or the other   that is Latin
/// ’ in a word            never                                                between Latin letters; behind one, or before a digit, with no ‘ open
/// —— …… doubled          always                                               never
/// — … –                  Han before or behind                                 Latin before and behind
/// ·                      Han in the same unspaced name; else as —             as —
/// ° ′ ″                  as ①                                                 a Latin letter directly behind; else as ①
/// ① Ⅰ ● × ± ℃ ‰ → …      Han before or behind                                 Latin before and behind
/// none of these          the text has Han at all                              it has none, but Latin letters or digits
/// </code>
/// Behind a 。！？ a new sentence begins: what stands before says nothing; but the mark that ends a sentence belongs to it and makes it Han.
/// Combining marks and characters that show nothing take the side of the character before. Spaces are <see cref="TextSide.Space"/>, but
/// U+3000 is Han. A text with neither Han nor Latin is Han. Time is linear in the text.
/// </remarks>
public static class TextSides
{
    /// <summary>Decides the side of each UTF-16 unit of a paragraph; half of a surrogate pair has the side of the whole.</summary>
    /// <exception cref="ArgumentException"><paramref name="sides"/> is not as long as <paramref name="text"/>.</exception>
    public static void Resolve(ReadOnlySpan<char> text, Span<TextSide> sides)
    {
        if (sides.Length != text.Length) throw new ArgumentException("Every character needs room for its side.", nameof(sides));
        var decided = SetPlain(text, sides);
        if (decided < text.Length) SideResolver.Resolve(text, sides);
    }

    /// <summary>Decides the characters up to the first that needs its context; their count.</summary>
    private static int SetPlain(ReadOnlySpan<char> text, Span<TextSide> sides)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit is >= '\u4e00' and <= '\u9fff')
            {
                sides[i] = TextSide.Han;
                continue;
            }

            if (char.IsSurrogate(unit)) return i;
            var sideClass = SideClasses.Of(unit);
            if (sideClass >= SideClass.Inherited) return i;
            sides[i] = SideResolver.SideOf(sideClass);
        }

        return text.Length;
    }
}
