using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Typeset.Originals;

namespace Typeset.Docx.Tests;

public sealed class SampleTwinTests
{
    private static readonly string[] Styles = ["book-16k", "book-a5", "gongwen-a4", "xuexi-a4"];

    public static TheoryData<string, string> SamplesInStyles
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var sample in Workshop.Samples()) Array.ForEach(Styles, style => data.Add(sample, style));
            return data;
        }
    }

    [Theory, MemberData(nameof(SamplesInStyles))]
    public void Every_sample_in_every_style_is_valid_and_wholly_mapped(string sample, string style)
    {
        var twin = Twin.OfSample(sample, style);
        Assert.Equal(0, twin.Report.UnmappedBlocks);
        using var document = twin.Open();
        foreach (var version in (ReadOnlySpan<FileFormatVersions>)[FileFormatVersions.Office2019, FileFormatVersions.Microsoft365])
        {
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(static error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        }
    }

    [Theory]
    [InlineData("gongwen-jianghua", "book-16k", "逐一比测，", "4")]
    [InlineData("lilun-xuebian", "book-a5", "雨水好。其三，", "2")]
    public void Behind_a_closing_mark_the_first_Western_character_of_a_line_is_in_Chinese_and_alone(string sample, string style, string lineEnd, string head)
    {
        using var document = Twin.OfSample(sample, style).Open();
        var heads = document.MainDocumentPart!.Document!.Descendants<Languages>().Where(static language => language.Val == "zh-CN").Select(static language => language.Ancestors<Run>().First()).ToArray();
        Assert.All(heads, static run => Assert.Equal(1, run.InnerText.Length));
        Assert.Contains(heads, run => run.InnerText == head && run.PreviousSibling<Run>()!.InnerText.EndsWith(lineEnd, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shancheng-zhiwu")]
    [InlineData("lilun-xuebian")]
    public void The_same_booklet_gives_the_same_bytes(string sample) => Assert.Equal(Twin.OfSample(sample).Bytes, Twin.OfSample(sample).Bytes);
}
