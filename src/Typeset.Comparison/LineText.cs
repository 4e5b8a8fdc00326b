using System.Text;
using Typeset.Preflight;

namespace Typeset.Comparison;

/// <summary>The text of a line in a form that does not depend on the program that printed it.</summary>
internal static class LineText
{
    private const int FewestDots = 4;

    public static RenderedLine Of(IEnumerable<TextGlyph> glyphs)
    {
        var text = new StringBuilder();
        foreach (var glyph in glyphs)
        {
            foreach (var letter in glyph.Text)
            {
                if (!char.IsWhiteSpace(letter) && !char.IsControl(letter) && letter is not ('\u00AD' or '\u200B' or '\uFEFF')) text.Append(Plain(letter));
            }
        }

        return WithoutLeader(Compose(text.ToString()));
    }

    // One program writes a hyphen, another a minus, for the same sign in the same font.
    private static char Plain(char letter) => letter switch
    {
        '\u2010' or '\u2011' => '-',
        '\u2212' => '-',
        _ => letter,
    };

    private static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text; // half a character, as a broken font map gives it
        }
    }

    /// <summary>Takes out the longest run of dots behind which only a page number stands.</summary>
    private static RenderedLine WithoutLeader(string text)
    {
        var end = text.Length;
        while (end > 0 && char.IsAsciiLetterOrDigit(text[end - 1])) end--;
        var start = end;
        while (start > 0 && Leaders.IsDot(text[start - 1])) start--;
        return end < text.Length && end - start >= FewestDots ? new(text[..start] + text[end..], true) : new(text, false);
    }
}
