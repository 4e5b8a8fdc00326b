using static Typeset.Unicode.BreakOpportunity;

namespace Typeset.Unicode.Tests;

public sealed class LineBreakTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("春眠不觉晓，处处闻啼鸟。", "春÷眠÷不÷觉÷晓，÷处÷处÷闻÷啼÷鸟。!")]
    [InlineData("他说：“好！”《诗》——唐……", "他÷说：÷“好！”÷《诗》÷——÷唐……!")]
    [InlineData("约3.5%，共$1,200元", "约÷3.5%，÷共÷$1,200÷元!")]
    [InlineData("a b\tc", "a ÷b\t÷c!")]
    [InlineData("一\r\n二\n\n三", "一\r\n!二\n!\n!三!")]
    [InlineData("100 km", "100 ÷km!")]
    public void Breaks_of_everyday_text(string text, string expected)
    {
        var after = new BreakOpportunity[text.Length];
        LineBreak.FindOpportunities(text, after);
        var marked = string.Concat(text.Zip(after, (unit, opportunity) => unit + (opportunity switch { Allowed => "÷", Mandatory => "!", _ => "" })));
        Assert.Equal(expected, marked);
    }

    [Fact]
    public void Room_beyond_the_text_is_left_alone()
    {
        BreakOpportunity[] after = [Mandatory, Mandatory, Allowed];
        LineBreak.FindOpportunities("ab", after);
        Assert.Equal([Prohibited, Mandatory, Allowed], after);
    }

    [Fact]
    public void Too_little_room_is_refused() =>
        Assert.Throws<ArgumentException>(() => LineBreak.FindOpportunities("ab", new BreakOpportunity[1]));

    [Fact]
    public void Clusters_start_inside_the_text_or_not_at_all()
    {
        Assert.Equal(0, GraphemeCluster.NextBoundary("", 0));
        Assert.Equal(2, GraphemeCluster.NextBoundary("ab", 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => GraphemeCluster.NextBoundary("ab", -1));
    }
}
