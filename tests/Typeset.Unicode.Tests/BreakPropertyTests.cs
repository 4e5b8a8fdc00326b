using FsCheck.Xunit;
using static Typeset.Unicode.BreakOpportunity;

namespace Typeset.Unicode.Tests;

[Properties(Arbitrary = [typeof(HostileText)], MaxTest = 500)]
public sealed class BreakPropertyTests
{
    [Property(MaxTest = 150)]
    public void Opportunities_are_those_of_the_rules_taken_literally(HostileText text) =>
        Assert.Equal(LiteralLineBreaker.FindOpportunities(text.Value), Opportunities(text.Value));

    [Property]
    public void No_line_ends_inside_a_surrogate_pair(HostileText text)
    {
        var after = Opportunities(text.Value);
        for (var i = 1; i < text.Value.Length; i++)
            if (char.IsSurrogatePair(text.Value[i - 1], text.Value[i])) Assert.Equal(Prohibited, after[i - 1]);
    }

    [Property]
    public void No_line_ends_between_carriage_return_and_line_feed(HostileText text)
    {
        var value = text.Value + "\r\n" + text.Value;
        Assert.Equal(Prohibited, Opportunities(value)[text.Value.Length]);
        Assert.Equal(Mandatory, Opportunities(value)[text.Value.Length + 1]);
    }

    [Property]
    public void Text_after_a_line_feed_breaks_as_if_it_stood_alone(HostileText before, HostileText text)
    {
        var joined = Opportunities(before.Value + "\n" + text.Value);
        Assert.Equal(Opportunities(text.Value), joined[(before.Value.Length + 1)..]);
    }

    [Property]
    public void The_end_of_text_is_a_mandatory_break(HostileText text) =>
        Assert.Equal(Mandatory, Opportunities(text.Value + "a")[^1]);

    [Property]
    public void No_line_ends_between_a_character_and_its_marks(HostileText text)
    {
        var marks = string.Concat(text.Value.Where(unit => LineBreak.ClassOf(unit) == LineBreakClass.CombiningMark));
        var after = Opportunities("一" + marks + "一");
        Assert.All(after[..marks.Length], opportunity => Assert.Equal(Prohibited, opportunity));
        Assert.Equal(Allowed, after[marks.Length]);
    }

    [Property]
    public void Clusters_are_those_of_the_regular_expression_that_defines_them(HostileText text) =>
        Assert.Equal(LiteralClusters.Ends(text.Value), Ends(text.Value));

    private static List<int> Ends(string text)
    {
        List<int> ends = [];
        for (var end = 0; end < text.Length;) ends.Add(end = GraphemeCluster.NextBoundary(text, end));
        return ends;
    }

    [Property]
    public void No_cluster_ends_inside_a_surrogate_pair(HostileText text)
    {
        for (var end = 0; end < text.Value.Length;)
        {
            end = GraphemeCluster.NextBoundary(text.Value, end);
            Assert.False(end < text.Value.Length && char.IsSurrogatePair(text.Value[end - 1], text.Value[end]));
        }
    }

    private static BreakOpportunity[] Opportunities(string text)
    {
        var after = new BreakOpportunity[text.Length];
        LineBreak.FindOpportunities(text, after);
        return after;
    }
}
