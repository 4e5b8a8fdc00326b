namespace Typeset.Unicode.Tests;

public sealed class GraphemeClusterTests
{
    [Theory]
    [InlineData("春眠", "春|眠")]
    [InlineData("葛\U000E0100城", "葛\U000E0100|城")]
    [InlineData("e\u0301a", "e\u0301|a")]
    [InlineData("\r\n\n", "\r\n|\n")]
    [InlineData("👨‍👩‍👧👧", "👨‍👩‍👧|👧")]
    [InlineData("👧\u200D\u200D👧", "👧\u200D\u200D|👧")]
    [InlineData("🇨🇳🇨🇳🇨", "🇨🇳|🇨🇳|🇨")]
    [InlineData("क्तत", "क्त|त")]
    [InlineData("각가", "각|가")]
    public void Clusters_of_text(string text, string expected)
    {
        List<string> clusters = [];
        for (var start = 0; start < text.Length;)
        {
            var end = GraphemeCluster.NextBoundary(text, start);
            clusters.Add(text[start..end]);
            start = end;
        }

        Assert.Equal(expected, string.Join('|', clusters));
    }

    [Fact]
    public void Where_nothing_starts_the_text_ends()
    {
        Assert.Equal(0, GraphemeCluster.NextBoundary("", 0));
        Assert.Equal(2, GraphemeCluster.NextBoundary("ab", 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => GraphemeCluster.NextBoundary("ab", -1));
    }
}
