namespace Typeset.Manuscripts.Recovery;

/// <summary>A line that names who wrote: 李小明, 王　芳, 本报记者 张三, 龙世昌口述　顾一苇整理.</summary>
internal static class Byline
{
    /// <summary>A line of one name, in em, letter-spaced perhaps; of several names or of names with their work.</summary>
    private const double WidestName = 4.5, WidestNames = 16;

    public static bool Is(Strand strand)
    {
        if (strand.Block is not null || strand.Width > WidestNames * 2) return false;
        if (Names.IsReporter(strand.Text) || Names.IsSpacedName(strand.Text)) return true;
        if (Names.IsBodyAtWork(strand.Text)) return true;
        return Names.IsPersons(strand.Text) && (strand.Width <= WidestName || (strand.Width <= WidestNames && LetterSpacing.Words(strand.Text).Count > 1));
    }
}
