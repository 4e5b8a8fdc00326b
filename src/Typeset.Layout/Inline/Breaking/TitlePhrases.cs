namespace Typeset.Layout.Inline;

/// <summary>How bad it is to break a title at a place: nothing between its parts, much inside a word, a title in 《》 or a quoted phrase.</summary>
internal static class TitlePhrases
{
    /// <summary>In hundredths of what a line costs that is one em off the mean length; 2500 outweighs a line that is five em off.</summary>
    private const int AfterStop = 50;
    private const int BesideBracket = 300;
    private const int AfterParticle = 500;
    private const int BeforeConnective = 500;
    private const int BetweenCharacters = 1200;
    private const int InsideWord = 4000;
    private const int InsideBrackets = 3000;
    private const int AgainstParticle = 6000;

    /// <summary>A longer stretch in brackets may be parted like other text.</summary>
    private const int ShortBrackets = 16;

    /// <summary>Characters that belong to what is before them.</summary>
    private const string Suffixes = "的了着过们等性化者地得之时中上下里后";

    /// <summary>Characters that begin what follows.</summary>
    private const string Connectives = "和与及暨同在对为以并于从向把被将由让使不";

    /// <summary>Fills in for each cell what a break before it costs.</summary>
    public static void Rate(PreparedParagraph paragraph, GrowingArray<int> penalties)
    {
        penalties.Clear();
        var rated = penalties.AddRange(paragraph.Cells.Count + 1);
        rated.Clear();
        for (var i = 1; i < paragraph.Cells.Count; i++) rated[i] = BetweenCells(paragraph, i);
        RateBrackets(paragraph, rated);
    }

    private static int BetweenCells(PreparedParagraph paragraph, int cell)
    {
        var (before, after) = (paragraph.Cells[cell - 1].Kind, paragraph.Cells[cell].Kind);
        if (before.VanishesAtLineEnd) return 0;
        if (before.IsStop || before is CharacterKind.Dash or CharacterKind.Ellipsis) return AfterStop;
        if (before.IsHanMark || after.IsHanMark) return BesideBracket;
        return InsideText(paragraph.Text.Text, paragraph.Cells[cell].Start);
    }

    private static int InsideText(string text, int index)
    {
        var (before, after) = (text[index - 1], text[index]);
        if (Suffixes.Contains(after)) return AgainstParticle;
        if (TitleWords.IsWord(before, after)) return InsideWord;
        if (before == '的') return AfterParticle;
        if (Connectives.Contains(after)) return BeforeConnective;
        return Connectives.Contains(before) ? InsideWord : BesideWords(text, index);
    }

    /// <summary>Between two words that are known is better than beside what is not.</summary>
    private static int BesideWords(string text, int index)
    {
        var endsWord = index >= 2 && TitleWords.IsWord(text[index - 2], text[index - 1]);
        var startsWord = index + 1 < text.Length && TitleWords.IsWord(text[index], text[index + 1]);
        return BetweenCharacters - (endsWord ? 300 : 0) - (startsWord ? 300 : 0);
    }

    private static void RateBrackets(PreparedParagraph paragraph, Span<int> rated)
    {
        var open = -1;
        for (var i = 0; i < paragraph.Cells.Count; i++)
        {
            var kind = paragraph.Cells[i].Kind;
            if (kind.IsOpening) open = i;
            else if (kind.IsClosing && open >= 0)
            {
                for (var inside = open + 1; i - open <= ShortBrackets && inside <= i; inside++) rated[inside] += InsideBrackets;
                open = -1;
            }
        }
    }
}
