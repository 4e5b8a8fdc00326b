namespace Typeset.Unicode.Tests;

public sealed class LinearTimeTests
{
    /// <summary>One mebibyte of UTF-16.</summary>
    private const int Length = 1 << 19;

    public static TheoryData<string> Patterns =>
    [
        " ", "\u0301", "\u200D", "\u200B ", "\u201C ", "( ", "1,", "$(", "\U0001F1E8", "\u05D0-", "\u1B05\u1B44", "\U0001F468\u200D",
        "\u0915\u094D", "\u1100", "\uD83D", "汉",
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Line_breaking_looks_at_each_code_point_once(string pattern)
    {
        var text = Repeat(pattern);
        var scan = new LineBreakScan(text);
        scan.Run(new BreakOpportunity[text.Length]);
        Assert.InRange(scan.Steps, 1, text.Length);
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Cluster_breaking_looks_at_each_code_point_twice_at_most(string pattern)
    {
        var text = Repeat(pattern);
        long steps = 0;
        for (var i = 0; i < text.Length;)
        {
            var scan = new GraphemeScan(text, i);
            i = scan.Run();
            steps += scan.Steps;
        }

        Assert.InRange(steps, 1, 2L * text.Length);
    }

    [Fact]
    public void Line_breaking_allocates_nothing()
    {
        var text = Repeat("春眠不觉晓，“处处” abc 1,234.5 ");
        var after = new BreakOpportunity[text.Length];
        LineBreak.FindOpportunities(text, after);
        var before = GC.GetAllocatedBytesForCurrentThread();
        LineBreak.FindOpportunities(text, after);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string Repeat(string pattern) => string.Concat(Enumerable.Repeat(pattern, Length / pattern.Length));
}
