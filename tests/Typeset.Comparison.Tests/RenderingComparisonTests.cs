namespace Typeset.Comparison.Tests;

public sealed class RenderingComparisonTests
{
    [Fact]
    public void The_same_pages_are_the_same()
    {
        var pages = Pages("春眠不觉|晓", "处处闻啼|鸟");
        Assert.True(RenderingComparison.Of(pages, pages).IsSame);
    }

    [Fact]
    public void A_line_that_breaks_elsewhere_is_told_with_the_text_around_it_and_leaves_the_page_the_same()
    {
        var comparison = RenderingComparison.Of(Pages("春眠|不觉晓|处处闻"), Pages("春眠|不觉|晓处处闻"));
        Assert.Equal((new Agreement(1, 3), new Agreement(1, 1)), (comparison.Lines, comparison.Pages));
        var difference = Assert.Single(comparison.Differences);
        Assert.Equal(("春眠", "不觉晓 处处闻", "不觉 晓处处闻"), (difference.Before, string.Join(' ', difference.Expected), string.Join(' ', difference.Actual)));
        Assert.False(comparison.IsSame);
    }

    [Fact]
    public void A_line_on_another_page_makes_both_pages_differ_though_all_lines_are_there()
    {
        var comparison = RenderingComparison.Of(Pages("一|二|三", "四"), Pages("一|二", "三|四"));
        Assert.Equal((new Agreement(4, 4), new Agreement(0, 2)), (comparison.Lines, comparison.Pages));
        Assert.Equal([1, 2], comparison.PagesThatDiffer.AsEnumerable());
    }

    [Fact]
    public void A_page_that_one_lacks_counts()
    {
        Assert.Equal(new Agreement(1, 2), RenderingComparison.Of(Pages("一"), Pages("一", "二")).Pages);
        Assert.Equal(new Agreement(1, 2), RenderingComparison.Of(Pages("一", "二"), Pages("一")).Pages);
    }

    [Fact]
    public void Contents_count_apart_whoever_draws_the_dots()
    {
        var dotted = new Rendering([new(1, [new("甲3", true), new("乙5", true)], [])]);
        var plain = new Rendering([new(1, [new("甲3", false), new("乙6", false)], [])]);
        Assert.Equal(new Agreement(1, 2), RenderingComparison.Of(plain, dotted).Contents);
        Assert.Equal(new Agreement(1, 2), RenderingComparison.Of(dotted, plain).Contents);
    }

    [Fact]
    public void Running_heads_and_folios_count_apart()
    {
        var one = new Rendering([new(1, [new("文", false)], [new("1", false)])]);
        var other = new Rendering([new(1, [new("文", false)], [new("2", false)])]);
        var comparison = RenderingComparison.Of(one, other);
        Assert.Equal((new Agreement(1, 1), new Agreement(0, 1)), (comparison.Pages, comparison.Furniture));
        Assert.False(comparison.IsSame);
    }

    private static Rendering Pages(params string[] pages) =>
        new([.. pages.Select(static (text, i) => new RenderedPage(i + 1, [.. text.Split('|').Select(static line => new RenderedLine(line, false))], []))]);
}
