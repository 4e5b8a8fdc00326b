using System.Text;

namespace Typeset.Manuscripts.Sources;

/// <summary>
/// What a line end inside a paragraph stands for: nothing next to Han and full-width marks (the setting puts its own gap between Han
/// and Latin), a space between Latin words. CSS Text 4 §4.1.3, segment break transformation.
/// </summary>
internal static class LineJoin
{
    /// <summary>
    /// Whether what stands on either side of a line end wants a space between. Quotation marks, dashes and dots belong to the script of
    /// the character behind them; two characters of each side are enough to tell.
    /// </summary>
    public static bool NeedsSpace((char Outer, char Inner) before, (char Inner, char Outer) after) =>
        !IsWide(before.Inner, before.Outer) && !IsWide(after.Inner, after.Outer);

    /// <summary>A text of several lines as one line.</summary>
    public static string Join(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r')) return text.Trim();
        var joined = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().SplitAny('\n', '\r'))
        {
            var line = text.AsSpan()[range].Trim();
            if (line.IsEmpty) continue;
            if (joined.Length > 0 && NeedsSpace((joined.Length > 1 ? joined[^2] : ' ', joined[^1]), (line[0], line.Length > 1 ? line[1] : ' '))) joined.Append(' ');
            joined.Append(line);
        }

        return joined.ToString();
    }

    /// <summary>East Asian wide or full-width (UAX #11), Hangul left out: it is written with spaces. Surrogates of planes 2 and 3 count.</summary>
    private static bool IsWide(char c) => c switch
    {
        < '\u2E80' => false,
        <= '\u312F' or (>= '\u3190' and <= '\uA4CF') => true,
        (>= '\uD840' and <= '\uD8BF') or (>= '\uDC00' and <= '\uDFFF') => true,
        (>= '\uF900' and <= '\uFAFF') or (>= '\uFE10' and <= '\uFE19') or (>= '\uFE30' and <= '\uFE6F') => true,
        (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6') => true,
        _ => false,
    };

    private static bool IsWide(char inner, char outer) => IsWide(inner) || (IsAmbiguous(inner) && !char.IsAsciiLetterOrDigit(outer) && outer is not ('.' or ',' or '!' or '?'));

    private static bool IsAmbiguous(char c) => c is '“' or '”' or '‘' or '’' or '—' or '…' or '·';
}
