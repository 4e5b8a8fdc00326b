namespace Typeset.Manuscripts.Recovery;

/// <summary>
/// Where a reader (a machine, mostly) finished a line by guess and the next line goes on from the true place: the next line’s first words
/// stand in the line’s tail, in the midst of a phrase.
/// </summary>
internal static class Overlap
{
    /// <summary>Fewest characters that must agree; fewer happen by chance.</summary>
    private const int Least = 8;

    /// <summary>How far back the true place may lie, and how much may have been guessed behind the agreement.</summary>
    private const int Tail = 120, LongestGuess = 40;

    /// <summary>How many characters of the line stand before the overlap; −1 where there is none.</summary>
    public static int CutOf(string line, string next, Cohesion cohesion)
    {
        if (next.Length < Least || line.Length < Least || !Glyph.IsHan(next[0])) return -1;
        var from = Math.Max(1, line.Length - Tail);
        for (var at = line.AsSpan(from).IndexOf(next.AsSpan(0, Least)); at >= 0;)
        {
            var place = from + at;
            var agreed = line.AsSpan(place).CommonPrefixLength(next);
            if (line.Length - place - agreed <= LongestGuess && IsMidPhrase(line, place, next, cohesion)) return place;
            from = place + 1;
            at = line.AsSpan(from).IndexOf(next.AsSpan(0, Least));
        }

        return -1;
    }

    /// <summary>No mark stands before the place, and the two characters round it are known to belong together.</summary>
    private static bool IsMidPhrase(string line, int place, string next, Cohesion cohesion) =>
        Glyph.IsHan(line[place - 1]) && cohesion.GradeOf(line.AsSpan(0, place), next) >= 2 && line.Length > place + Least;
}
