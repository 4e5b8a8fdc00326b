using Typeset.Preflight;

namespace Typeset.Comparison.Tests;

public sealed class LineGathererTests
{
    [Fact]
    public void Glyphs_on_nearly_one_baseline_are_a_line_from_left_to_right() =>
        Assert.Equal(["春眠", "处处"], Gather(("眠", 26, 100.4, 16), ("春", 10, 100, 16), ("处", 10, 128, 16), ("处", 26, 128, 16)));

    [Fact]
    public void A_raised_mark_joins_the_line_it_stands_in() =>
        Assert.Equal(["春眠①", "处处"], Gather(("①", 42, 94, 8), ("春", 10, 100, 16), ("眠", 26, 100, 16), ("处", 10, 128, 16), ("处", 26, 128, 16)));

    [Fact]
    public void Small_lines_of_their_own_stay_apart() =>
        Assert.Equal(["春眠", "注一", "注二"], Gather(("春", 10, 100, 16), ("眠", 26, 100, 16), ("注", 10, 120, 9), ("一", 19, 120, 9), ("注", 10, 134, 9), ("二", 19, 134, 9)));

    [Fact]
    public void Spaces_do_not_count_and_hyphens_are_one() =>
        Assert.Equal(["a-b-c"], Gather(("a", 0, 10, 10), (" ", 5, 10, 10), ("\u2010", 8, 10, 10), ("b", 12, 10, 10), ("-", 16, 10, 10), ("c", 20, 10, 10)));

    [Theory]
    [InlineData("第一章........12", "第一章12", true)]
    [InlineData("第一章…………iv", "第一章iv", true)]
    [InlineData("等等……12", "等等……12", false)]
    [InlineData("版本 1.2.3", "版本1.2.3", false)]
    public void Dots_that_lead_to_a_number_make_an_entry_of_the_contents(string printed, string text, bool isEntry)
    {
        var glyphs = printed.Select((letter, i) => new TextGlyph(letter.ToString(), 10 * i, 100, 10, 10, "F", false));
        Assert.Equal(new RenderedLine(text, isEntry), Assert.Single(LineGatherer.Gather(glyphs, Leaders.None)));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(2)]
    public void Dots_marked_as_artifacts_make_an_entry_too_and_are_no_running_head(int count)
    {
        var dots = Enumerable.Range(0, count).Select(static i => new TextGlyph("…", 30 + 10 * i, 100.5, 10, 10, "F", true)).ToArray();
        TextGlyph[] entry = [new("章", 10, 100, 10, 10, "F", false), new("7", 130, 100, 10, 10, "F", false)];
        var leaders = Leaders.In([.. entry, .. dots]);
        Assert.All(dots, dot => Assert.True(leaders.Holds(dot)));
        var line = LineGatherer.Gather(entry, leaders);
        Assert.Equal([new RenderedLine("章7", true)], line.AsEnumerable());
    }

    [Fact]
    public void Dots_of_a_running_head_lead_nowhere()
    {
        TextGlyph[] head = [.. "关于……的通知".Select(static (letter, i) => new TextGlyph(letter.ToString(), 10 * i, 30, 10, 10, "F", true))];
        var leaders = Leaders.In([.. head, new("正", 10, 100, 10, 10, "F", false)]);
        Assert.DoesNotContain(head, leaders.Holds);
    }

    private static IEnumerable<string> Gather(params (string Text, double X, double Baseline, double Size)[] glyphs) =>
        LineGatherer.Gather(glyphs.Select(static glyph => new TextGlyph(glyph.Text, glyph.X, glyph.Baseline, glyph.Size, glyph.Size, "F", false)), Leaders.None).Select(static line => line.Text);
}
