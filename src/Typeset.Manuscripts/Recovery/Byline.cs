namespace Typeset.Manuscripts.Recovery;

/// <summary>A line that names who wrote: 李小明, 王　芳, 本报记者 张三, 龙世昌口述　顾一苇整理.</summary>
internal static class Byline
{
    /// <summary>A line of one name, in em, letter-spaced perhaps; of several names or of names with their work.</summary>
    private const double WidestName = 4.5, WidestNames = 16;

    public static bool Is(Strand strand)
    {
        if (strand.Block is not null || strand.Width > WidestNames * 2) return false;
        if (Names.IsReporter(Bare(strand.Text)) || Names.IsSpacedName(strand.Text)) return true;
        if (Names.IsBodyAtWork(strand.Text)) return true;
        return Names.IsPersons(strand.Text) && (strand.Width <= WidestName || (strand.Width <= WidestNames && LetterSpacing.Words(strand.Text).Count > 1));
    }

    /// <summary>The words of a line that stands in one pair of brackets as a whole: （本刊记者 陈晓）.</summary>
    public static string Bare(string text) =>
        text.Length > 2 && text[0] is '（' or '(' or '［' or '[' && Glyph.CloserOf(text[0]) == text[^1] && text.AsSpan(1, text.Length - 2).IndexOf(text[0]) < 0 ? text[1..^1].Trim() : text;
}
