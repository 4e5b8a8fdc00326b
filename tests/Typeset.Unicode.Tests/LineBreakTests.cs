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
    [InlineData("从$(.5)到€(1)", "从÷$(.5)÷到÷€(1)!")]
    public void Breaks_of_everyday_text(string text, string expected)
    {
        var marked = string.Concat(text.Zip(Opportunities(text), (unit, opportunity) => unit + (opportunity switch { Allowed => "÷", Mandatory => "!", _ => "" })));
        Assert.Equal(expected, marked);
    }

    /// <summary>Rules that look far are met by chance too seldom, so each group of them sees every word of its own signs.</summary>
    [Theory]
    [InlineData("numbers", "$%(.1/)-")]
    [InlineData("quotations", "“”\"(， a汉")]
    [InlineData("hyphens", "-‐\u2009\u3000אa ")]
    [InlineData("aksaras", "ᬅ\u1B44\u1BF2\u1BC0◌a\u0301")]
    [InlineData("syllables", "각가각%$")]
    [InlineData("marks and joiners", "\u0301\u200D\u200B \u2060汉\u00A0")]
    [InlineData("pictographs", "\u261D\u2764\u200Da汉")]
    public void Every_word_of_four_signs_breaks_as_the_rules_say(string subject, string signs)
    {
        foreach (var word in Words(signs, 4))
            Assert.True(LiteralLineBreaker.FindOpportunities(word).SequenceEqual(Opportunities(word)), $"{subject}: {word}");
    }

    private static IEnumerable<string> Words(string signs, int length) =>
        length == 0 ? [""] : Words(signs, length - 1).SelectMany(word => signs.Select(sign => word + sign));

    private static BreakOpportunity[] Opportunities(string text)
    {
        var after = new BreakOpportunity[text.Length];
        LineBreak.FindOpportunities(text, after);
        return after;
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
}
