using Typeset.Batch.Discovery;

namespace Typeset.Batch.Tests;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("2020", "2020/01", true)]
    [InlineData("01", "2020/01", true)]
    [InlineData("0?", "2020/01", true)]
    [InlineData("2020/*", "2020/01", true)]
    [InlineData("2020/*", "x/2020/01", false)]
    [InlineData("**/2020/*", "x/2020/01", true)]
    [InlineData("**/01", "01", true)]
    [InlineData("2020/**", "2020/a/b", true)]
    [InlineData("2020/*/b", "2020/a/a/b", false)]
    [InlineData("202", "2020/01", false)]
    [InlineData("2.20", "2020/01", false)]
    [InlineData("学习*", "年刊/学习资料/1", true)]
    public void A_pattern_means_what_it_means_in_a_shell(string pattern, string path, bool matches) =>
        Assert.Equal(matches, new PathPattern(pattern).Matches(path));
}
