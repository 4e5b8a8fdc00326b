using Typeset.Documents;

namespace Typeset.Manuscripts.Writing;

/// <summary>
/// The signs round a stressed stretch: stars where CommonMark's rules (§6.2, with Han next to them) are sure to read them, tags where
/// punctuation, a space or another stressed stretch stands at the edge.
/// </summary>
internal static class Marks
{
    private const InlineFormat Stressed = InlineFormat.Strong | InlineFormat.EmphasisDots | InlineFormat.Superscript | InlineFormat.Subscript;

    private static readonly (InlineFormat Format, string Tag)[] Tags =
        [(InlineFormat.EmphasisDots, "em"), (InlineFormat.Strong, "strong"), (InlineFormat.Superscript, "sup"), (InlineFormat.Subscript, "sub")];

    public static (string Open, string Close) Around(IReadOnlyList<TextPiece> pieces, int index)
    {
        var piece = pieces[index];
        var format = piece.Format & Stressed;
        if (format == InlineFormat.None) return ("", "");
        return TakesStars(pieces, index) ? Stars(format) : Tagged(format);
    }

    private static bool TakesStars(IReadOnlyList<TextPiece> pieces, int index)
    {
        var piece = pieces[index];
        if ((piece.Format & ~(InlineFormat.Strong | InlineFormat.EmphasisDots)) != InlineFormat.None || piece.Text.Contains(RichText.LineBreak)) return false;
        return IsSafe(piece.Text[0], index > 0 ? pieces[index - 1] : null, isStart: true) && IsSafe(piece.Text[^1], index + 1 < pieces.Count ? pieces[index + 1] : null, isStart: false);
    }

    private static bool IsSafe(char inner, TextPiece? outer, bool isStart)
    {
        if (!IsWord(inner)) return false;
        if (outer is not { } neighbour || neighbour.Note >= 0) return true;
        return (neighbour.Format & Stressed) == InlineFormat.None && IsQuiet(isStart ? neighbour.Text[^1] : neighbour.Text[0]);
    }

    /// <summary>Letters, Han, and the marks of Chinese writing: next to a star they never keep it from opening or closing.</summary>
    private static bool IsWord(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is >= '\u4E00' and <= '\u9FFF' or >= '\u3001' and <= '\u3011' or '！' or '，' or '：' or '；' or '？' or '（' or '）';

    private static bool IsQuiet(char c) => IsWord(c) || c is ' ' or RichText.LineBreak or '“' or '”' or '\u3000' or '.' or ',';

    private static (string Open, string Close) Stars(InlineFormat format)
    {
        var stars = new string('*', (format.HasFlag(InlineFormat.Strong) ? 2 : 0) + (format.HasFlag(InlineFormat.EmphasisDots) ? 1 : 0));
        return (stars, stars);
    }

    private static (string Open, string Close) Tagged(InlineFormat format)
    {
        string open = "", close = "";
        foreach (var (flag, tag) in Tags)
        {
            if (!format.HasFlag(flag)) continue;
            open += $"<{tag}>";
            close = $"</{tag}>" + close;
        }

        return (open, close);
    }
}
