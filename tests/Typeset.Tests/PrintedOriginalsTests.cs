using Typeset.Originals;
using Typeset.Testing;

namespace Typeset.Tests;

/// <summary>The page and line breaks of two real prints; their texts stay outside the project, and without them there is nothing to compare.</summary>
public sealed class PrintedOriginalsTests
{
    [Fact]
    public void The_study_booklet_has_the_page_numbers_and_breaks_of_its_print()
    {
        if (Repository.Corpus is not { } corpus) return;
        var booklet = new StudyBooklet(corpus, new Workshop(), overridden: false);
        var (exact, near) = booklet.Breaks();
        Assert.Equal(11, booklet.Contents().Holding);
        Assert.Equal(46, booklet.LastPage);
        Assert.True(exact.Holding >= 23, exact.Print(all: false));
        Assert.True(near.Holding >= 26, near.Print(all: false));
        Assert.True(booklet.UnprintedBreaks() <= 1, $"{booklet.UnprintedBreaks()} breaks that the print does not have");
    }

    [Fact]
    public void With_the_values_of_three_articles_own_prints_all_but_one_break_is_exact()
    {
        if (Repository.Corpus is not { } corpus) return;
        var booklet = new StudyBooklet(corpus, new Workshop(), overridden: true);
        var (exact, _) = booklet.Breaks();
        Assert.True(exact.Holding >= 25, exact.Print(all: false));
        Assert.Equal(11, booklet.Contents().Holding);
    }

    [Fact]
    public void The_speech_has_the_lines_and_pages_of_its_print()
    {
        if (Repository.Corpus is not { } corpus) return;
        var speech = new Speech(corpus, new Workshop());
        var (lines, breaks) = (speech.Lines(), speech.PageBreaks());
        Assert.True(lines.Holding >= 408, lines.Print(all: false));
        Assert.True(breaks.Holding >= 17, breaks.Print(all: false));
        Assert.Equal(19, speech.Pages);
    }

    [Theory, InlineData("000"), InlineData("001"), InlineData("003")]
    public void A_raw_text_is_recovered_as_its_ground_truth_says(string seed)
    {
        if (Repository.Corpus is not { } corpus) return;
        var score = ImportScore.Of(corpus, seed);
        Assert.True(score.Holding == score.Count, score.Print(all: false));
    }

    [Fact]
    public void Raw_texts_come_out_at_their_prints_page_numbers_with_no_hand_in_between()
    {
        if (Repository.Corpus is not { } corpus) return;
        Assert.Equal("1 9 11 17 20 21 24 29 31 35 38", new ImportedLayout(corpus, "000", "xuexi-a4", new Workshop()).ContentsNumbers);
        Assert.Equal(19, new ImportedLayout(corpus, "001", "gongwen-a4", new Workshop()).BodyPages);
    }
}
