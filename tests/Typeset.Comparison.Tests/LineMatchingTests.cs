using FsCheck.Xunit;

namespace Typeset.Comparison.Tests;

public sealed class LineMatchingTests
{
    [Theory]
    [InlineData("abcde", "abcde", "0 1 2 3 4")]
    [InlineData("abcde", "abXde", "0 1 - 3 4")]
    [InlineData("abcde", "abcXde", "0 1 2 4 5")]
    [InlineData("abcde", "", "- - - - -")]
    [InlineData("", "abc", "")]
    [InlineData("axbxcx", "xaxbxc", "1 2 3 4 5 -")]
    [InlineData("abcd", "cdab", "- - 0 1")]
    [InlineData("aXbYc", "aUbVc", "0 - 2 - 4")]
    public void Equal_lines_in_one_order_are_partners(string left, string right, string partners)
    {
        var matched = LineMatching.Match(Lines(left), Lines(right));
        Assert.Equal(partners, string.Join(' ', matched.Select(static partner => partner < 0 ? "-" : partner.ToString())));
    }

    [Property]
    public bool Partners_are_equal_and_ascend(byte[] left, byte[] right)
    {
        var (lines, others) = (Letters(left), Letters(right));
        var matched = LineMatching.Match(lines, others);
        var pairs = matched.Select((partner, i) => (Line: i, Other: partner)).Where(static pair => pair.Other >= 0).ToArray();
        return pairs.All(pair => lines[pair.Line] == others[pair.Other]) && pairs.Zip(pairs.Skip(1)).All(static two => two.First.Other < two.Second.Other);
    }

    [Property]
    public bool A_text_matches_itself_whole(byte[] text) =>
        LineMatching.Match(Letters(text), Letters(text)).SequenceEqual(Enumerable.Range(0, text.Length));

    private static string[] Lines(string letters) => [.. letters.Select(static letter => letter.ToString())];

    private static string[] Letters(byte[] bytes) => [.. bytes.Select(static value => ((char)('a' + value % 6)).ToString())];
}
