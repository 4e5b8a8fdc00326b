using Xunit.Abstractions;
using static Typeset.Unicode.BreakOpportunity;

namespace Typeset.Unicode.Tests;

public sealed class LineBreakTestFileTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_of_LineBreakTest_breaks_where_Unicode_says()
    {
        var cases = BreakTestFile.Read("LineBreakTest");
        var failed = cases.Where(test => !Breaks(test.Text).SequenceEqual(test.BreaksAfter)).Select(test => test.Line).ToList();
        output.WriteLine($"LineBreakTest 16.0.0: {cases.Length - failed.Count} of {cases.Length}");
        Assert.Equal(16672, cases.Length);
        Assert.Empty(failed);
    }

    private static bool[] Breaks(string text)
    {
        var after = new BreakOpportunity[text.Length];
        LineBreak.FindOpportunities(text, after);
        return [.. after.Select(opportunity => opportunity != Prohibited)];
    }
}
