using static Typeset.Unicode.GraphemeUnit;

namespace Typeset.Unicode;

/// <summary>A walk over one grapheme cluster, UAX #29 §3.1.1.</summary>
internal ref struct GraphemeScan
{
    private readonly ReadOnlySpan<char> text;
    private int position;
    private GraphemeUnit left;

    /// <summary>Whether the cluster ends in <c>Extended_Pictographic Extend*</c>.</summary>
    private bool endsInPictograph;

    /// <summary>Whether a joiner follows that pictograph.</summary>
    private bool joinsPictograph;

    /// <summary>Whether the cluster ends in a consonant with marks that may make a conjunct of it.</summary>
    private bool endsInConsonant;

    /// <summary>Whether one of these marks is a linker.</summary>
    private bool linksConsonant;

    /// <summary>Whether the last character is the first half of a flag.</summary>
    private bool isHalfFlag;

    public GraphemeScan(ReadOnlySpan<char> text, int from)
    {
        this.text = text;
        position = from;
    }

    /// <summary>How many code points were looked up: those of the cluster and one more.</summary>
    public int Steps { get; private set; }

    /// <summary>The index behind the cluster.</summary>
    public int Run()
    {
        Take(Read());
        while (position < text.Length)
        {
            var end = position;
            var right = Read();
            if (!Keeps(right)) return end;
            Take(right);
        }

        return position;
    }

    private GraphemeUnit Read()
    {
        Steps++;
        return (GraphemeUnit)GraphemeUnitTable.Lookup(Utf16.Read(text, ref position));
    }

    private readonly bool Keeps(GraphemeUnit right)
    {
        if (left == CarriageReturn && right == LineFeed) return true;                                            // GB3
        if (IsControl(left) || IsControl(right)) return false;                                                   // GB4, GB5
        if (KeepsSyllable(right)) return true;                                                                   // GB6 to GB8
        if (IsExtending(right) || right is SpacingMark || left is Prepend) return true;                          // GB9, GB9a, GB9b
        if (endsInConsonant && linksConsonant && right == ConjunctConsonant) return true;                        // GB9c
        return (joinsPictograph && right == Pictograph) || (isHalfFlag && right == RegionalIndicator);           // GB11 to GB13
    }

    private readonly bool KeepsSyllable(GraphemeUnit right) => left switch
    {
        LeadingJamo => right is LeadingJamo or VowelJamo or OpenSyllable or ClosedSyllable,
        OpenSyllable or VowelJamo => right is VowelJamo or TrailingJamo,
        ClosedSyllable or TrailingJamo => right is TrailingJamo,
        _ => false,
    };

    private void Take(GraphemeUnit unit)
    {
        joinsPictograph = unit == ZeroWidthJoiner && endsInPictograph;
        endsInPictograph = unit == Pictograph || (endsInPictograph && IsExtending(unit) && unit != ZeroWidthJoiner);
        linksConsonant = unit == ConjunctLinker || (linksConsonant && unit is ConjunctExtend or ZeroWidthJoiner);
        endsInConsonant = unit == ConjunctConsonant || (endsInConsonant && unit is ConjunctExtend or ConjunctLinker or ZeroWidthJoiner);
        isHalfFlag = unit == RegionalIndicator && !isHalfFlag;
        left = unit;
    }

    private static bool IsControl(GraphemeUnit unit) => unit is CarriageReturn or LineFeed or Control;

    private static bool IsExtending(GraphemeUnit unit) => unit is Extend or ConjunctExtend or ConjunctLinker or ZeroWidthJoiner;
}
