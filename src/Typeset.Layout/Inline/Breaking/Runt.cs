using Typeset.Shaping;

namespace Typeset.Layout.Inline;

/// <summary>孤字不成行: a last line is more than one Han character and its marks (clreq, widow and orphan of characters).</summary>
internal static class Runt
{
    /// <summary>Whether a line's text is one character of Han, or marks alone.</summary>
    public static bool IsRunt(ReadOnlySpan<char> line)
    {
        var characters = 0;
        for (var i = 0; i < line.Length && characters < 2; i++)
        {
            var kind = CharacterKindTable.Of(line[i], TextSide.Han);
            if (kind is CharacterKind.Letter or CharacterKind.Digit) return false;
            if (kind == CharacterKind.Han && !char.IsLowSurrogate(line[i])) characters++;
        }

        return characters < 2;
    }
}
