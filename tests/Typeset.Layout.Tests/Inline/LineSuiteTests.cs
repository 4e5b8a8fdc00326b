using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;

namespace Typeset.Layout.Tests.Inline;

public sealed class LineSuiteTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var one in LineSuite.All()) data.Add(one.Suite, one.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_break_as_the_suite_says(string suite, string name)
    {
        var one = LineSuite.All().Single(candidate => candidate.Suite == suite && candidate.Name == name);
        Assert.Equal(one.Expected, Dump(one));
    }

    private static string Dump(LineCase one)
    {
        var setter = new InlineSetter(EmGrid.Instance, one.Rules);
        var paragraph = setter.Break(RichText.Plain(one.Text, SourceSpan.None), one.Style, one.Measure.At(one.Style.Size), one.Rules);
        return string.Join('\n', Enumerable.Range(0, paragraph.LineCount).Select(line => DumpLine(paragraph, line)));
    }

    private static string DumpLine(BrokenParagraph paragraph, int line)
    {
        var text = paragraph.TextOf(line);
        return paragraph.LineOf(line).Is(LineTraits.Hung) ? $"{text[..^1]}│{text[^1]}" : text;
    }
}
