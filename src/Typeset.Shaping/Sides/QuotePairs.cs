namespace Typeset.Shaping.Sides;

/// <summary>Decides the sides of curly quotes: both of a pair alike, by what it holds and what stands round it.</summary>
internal static class QuotePairs
{
    /// <summary>Quotes nested deeper than this are taken one by one.</summary>
    private const int MaxDepth = 32;

    public static void Decide(
        ReadOnlySpan<char> text,
        ReadOnlySpan<SideClass> classes,
        ReadOnlySpan<SideContext> before,
        ReadOnlySpan<SideContext> behind,
        TextSide otherwise,
        Span<TextSide> sides)
    {
        Span<int> open = stackalloc int[MaxDepth];
        var (depth, lastHan) = (0, -1);
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] is SideClass.Han or SideClass.HanStop) lastHan = i;
            else if (classes[i] == SideClass.OpeningQuote)
            {
                sides[i] = Alone(behind[i], before[i], otherwise);
                if (depth < MaxDepth) open[depth++] = i;
            }
            else if (classes[i] == SideClass.ClosingQuote)
            {
                var partner = Partner(text, open[..depth], text[i]);
                if (IsApostrophe(text, classes, i, partner >= 0)) sides[i] = TextSide.Latin;
                else if (partner < 0) sides[i] = Alone(before[i], behind[i], otherwise);
                else
                {
                    depth = partner;
                    sides[i] = sides[open[partner]] = Paired(lastHan > open[partner], before[open[partner]], behind[i], otherwise);
                }
            }
        }
    }

    private static TextSide Paired(bool hasHan, SideContext before, SideContext behind, TextSide otherwise)
    {
        if (hasHan || before == SideContext.Han || behind == SideContext.Han) return TextSide.Han;
        return before == SideContext.Latin || behind == SideContext.Latin ? TextSide.Latin : otherwise;
    }

    private static TextSide Alone(SideContext nearer, SideContext farther, TextSide otherwise) =>
        (nearer != SideContext.Unknown ? nearer : farther) switch
        {
            SideContext.Han => TextSide.Han,
            SideContext.Latin => TextSide.Latin,
            _ => otherwise,
        };

    /// <summary>Where among the open quotes the one stands that this closes, or −1.</summary>
    private static int Partner(ReadOnlySpan<char> text, ReadOnlySpan<int> open, char closing)
    {
        var opening = closing == '’' ? '‘' : '“';
        for (var i = open.Length - 1; i >= 0; i--)
        {
            if (text[open[i]] == opening) return i;
        }

        return -1;
    }

    private static bool IsApostrophe(ReadOnlySpan<char> text, ReadOnlySpan<SideClass> classes, int i, bool isPaired)
    {
        if (text[i] != '’') return false;
        var afterLetter = i > 0 && classes[i - 1] == SideClass.Latin;
        if (i + 1 < classes.Length && classes[i + 1] == SideClass.Latin && afterLetter) return true;
        return !isPaired && (afterLetter || (i + 1 < classes.Length && classes[i + 1] == SideClass.Digit));
    }
}
