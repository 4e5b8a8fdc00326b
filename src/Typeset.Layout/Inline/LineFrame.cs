using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Layout.Inline;

/// <summary>The room that a paragraph's lines have: where the first and the others start, from the measure's left edge, and where they end.</summary>
internal readonly record struct LineFrame(Length Measure, Length FirstStart, Length OtherStart, Length End, Length Limit)
{
    /// <summary>The frame that a style's indents leave in a measure. An indent that would leave less than one character is dropped.</summary>
    public static LineFrame Of(TextStyle style, Length measure)
    {
        var end = measure - style.EndIndent;
        var other = style.StartIndent;
        if (end - other < style.Size) (other, end) = (Length.Zero, measure);
        var first = other + style.FirstLineIndent;
        if (end - first < style.Size) first = other;
        var limit = style.MaxCharacters > 0 ? (style.Size + style.Tracking) * style.MaxCharacters : Length.MaxValue;
        return new LineFrame(measure, first, other, end, limit);
    }

    public Length Start(int line) => line == 0 ? FirstStart : OtherStart;

    /// <summary>From a line's start to its end.</summary>
    public Length Available(int line) => End - Start(line);

    /// <summary>How much of that text may fill.</summary>
    public Length Room(int line) => Length.Min(Available(line), Limit);
}
