using System.Diagnostics;

namespace Typeset.Shaping.Tests;

public sealed class TextSidesTests
{
    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (var (line, text) in SuiteFile.Read("sides.tests")) cases.Add(line, text);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_character_takes_the_side_of_its_context(int line, string @case)
    {
        var cut = @case.LastIndexOf(" | ", StringComparison.Ordinal);
        Assert.Equal(@case[(cut + 3)..] + " in line " + line, Sides(@case[..cut]) + " in line " + line);
    }

    [Fact]
    public void A_sides_span_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => TextSides.Resolve("中文", new TextSide[1]));

    [Theory]
    [InlineData("“")]
    [InlineData("“中”")]
    [InlineData("’")]
    [InlineData("·1")]
    [InlineData("①")]
    [InlineData("…。")]
    [InlineData("‘“")]
    public void A_million_ambiguous_characters_take_no_longer_than_their_number(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        TextSides.Resolve(text, new TextSide[text.Length]);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void Any_UTF16_at_all_gets_a_side()
    {
        var random = new Random(4);
        for (var i = 0; i < 2000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)(random.Next(2) == 0 ? random.Next(0x2000, 0x2100) : random.Next(0x10000)))]);
            var sides = new TextSide[text.Length];
            Array.Fill(sides, (TextSide)99);
            TextSides.Resolve(text, sides);
            Assert.DoesNotContain((TextSide)99, sides);
        }
    }

    private static string Sides(string text)
    {
        var sides = new TextSide[text.Length];
        TextSides.Resolve(text, sides);
        return string.Concat(sides.Select(side => "HLS"[(int)side]));
    }
}
