using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
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
    [InlineData("shancheng-zhiwu")]
    [InlineData("lilun-xuebian")]
    public void The_same_booklet_gives_the_same_bytes(string sample) => Assert.Equal(Twin.OfSample(sample).Bytes, Twin.OfSample(sample).Bytes);
}
