using Typeset.Shaping;

namespace Typeset.Layout.Inline;

// Stands in until the shaper's own resolution lands; that change deletes this file.
internal static class TextSideStandIn
{
    public static void Resolve(ReadOnlySpan<char> text, Span<TextSide> sides)
    {
        for (var i = 0; i < text.Length; i++) sides[i] = IsAmbiguous(text[i]) ? OfAmbiguous(text, i) : Own(text[i]);
    }

    private static TextSide Own(char c) =>
        c is ' ' or '\t' or '\u00A0' or '\u3000' ? TextSide.Space : c < '\u2E80' && c is not ('℃' or '①' or '②' or '③') ? TextSide.Latin : TextSide.Han;

    private static bool IsAmbiguous(char c) => c is '“' or '”' or '‘' or '’' or '—' or '…' or '·' or '–';

    private static TextSide OfAmbiguous(ReadOnlySpan<char> text, int index) =>
        Strong(text, index, -1) == TextSide.Latin && Strong(text, index, 1) == TextSide.Latin ? TextSide.Latin : TextSide.Han;

    private static TextSide Strong(ReadOnlySpan<char> text, int index, int step)
    {
        for (var i = index + step; i >= 0 && i < text.Length; i += step)
        {
            if (!IsAmbiguous(text[i]) && Own(text[i]) != TextSide.Space) return Own(text[i]);
        }

        return TextSide.Han;
    }
}
