using Xunit.Abstractions;

namespace Typeset.Unicode.Tests;

public sealed class GraphemeBreakTestFileTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_of_GraphemeBreakTest_ends_clusters_where_Unicode_says()
    {
        var cases = BreakTestFile.Read("GraphemeBreakTest");
        var failed = cases.Where(test => !Breaks(test.Text).SequenceEqual(test.BreaksAfter)).Select(test => test.Line).ToList();
        output.WriteLine($"GraphemeBreakTest 16.0.0: {cases.Length - failed.Count} of {cases.Length}");
        Assert.Equal(1093, cases.Length);
        Assert.Empty(failed);
    }

    private static bool[] Breaks(string text)
    {
        var breaks = new bool[text.Length];
        for (var i = 0; i < text.Length;) breaks[(i = GraphemeCluster.NextBoundary(text, i)) - 1] = true;
        return breaks;
    }
}
