using System.Globalization;

namespace Typeset.Unicode.Tests;

public sealed class BidiTests
{
    [Theory]
    [InlineData("汉字 abc 123", false)]
    [InlineData("汉 שלום", true)]
    [InlineData("汉 مرحبا", true)]
    [InlineData("汉\U00010A00", true)]
    [InlineData("汉\u202e字", true)]
    [InlineData("汉𠮷字", false)]
    public void Levels_are_needed_where_something_runs_from_right_to_left(string text, bool needed) => Assert.Equal(needed, BidiLevels.AreNeeded(text));

    [Theory]
    [InlineData("写下שלום עולם两句", "00" + "111111111" + "00")]
    [InlineData("共 3 次（שלום）。", "000000" + "1111" + "00")]
    [InlineData("אב (גד) הו。", "1111111111" + "0")]
    [InlineData("אב 12 גד。", "111" + "22" + "111" + "0")]
    [InlineData("甲\u202e乙丙\u202c丁", "0" + "0" + "11" + "1" + "0")]
    [InlineData("𐨀𠮷", "1100")]
    public void Hebrew_in_Chinese_runs_from_right_to_left_with_the_spaces_inside_it(string text, string levels) => Assert.Equal(levels, LevelsOf(text));

    [Fact]
    public void A_line_shows_its_levels_in_the_order_of_L2()
    {
        Span<int> order = stackalloc int[7];
        BidiLevels.Reorder([0, 1, 1, 2, 2, 1, 0], order);
        Assert.Equal([0, 5, 3, 4, 2, 1, 6], order.ToArray());
    }

    [Fact]
    public void Brackets_and_guillemets_mirror_and_come_back()
    {
        foreach (var mark in "()[]{}（）《》「」«»<>") Assert.Equal(mark, BidiBrackets.MirrorOf(BidiBrackets.MirrorOf(mark)));
        Assert.Equal(')', BidiBrackets.MirrorOf('('));
        Assert.Equal('“', BidiBrackets.MirrorOf('“'));
    }

    /// <summary>Unicode's own cases for paragraphs from left to right: levels, and the order they give.</summary>
    [Fact, Trait("Category", "Conformance")]
    public void Every_case_of_BidiCharacterTest_has_the_levels_and_the_order_that_Unicode_says()
    {
        var (cases, failed) = (0, new List<string>());
        foreach (var line in File.ReadLines("/usr/share/unicode/BidiCharacterTest.txt"))
        {
            if (line.Length == 0 || line[0] == '#' || line.Split(';') is not [var code, var direction, "0", var levels, var order] || direction == "1") continue;
            cases++;
            if (!Agrees(code, levels, order)) failed.Add(line);
        }

        Assert.InRange(cases, 45_000, int.MaxValue);
        Assert.Empty(failed.Take(10));
    }

    private static bool Agrees(string code, string levels, string order)
    {
        int[] codePoints = [.. code.Split(' ').Select(static hex => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        var resolved = new BidiResolver(codePoints).Resolve();
        var wanted = levels.Split(' ');
        if (Enumerable.Range(0, wanted.Length).Any(i => wanted[i] != "x" && wanted[i] != resolved[i].ToString(CultureInfo.InvariantCulture))) return false;
        int[] shown = [.. Enumerable.Range(0, wanted.Length).Where(i => wanted[i] != "x")];
        var places = new int[shown.Length];
        BidiLevels.Reorder([.. shown.Select(i => resolved[i])], places);
        return string.Join(' ', places.Select(place => shown[place])) == order;
    }

    private static string LevelsOf(string text)
    {
        var levels = new byte[text.Length];
        BidiLevels.Resolve(text, levels);
        return string.Concat(levels);
    }
}
