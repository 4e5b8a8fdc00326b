using Typeset.Parity;
using Xunit.Abstractions;

namespace Typeset.Comparison.Tests.Twins;

/// <summary>
/// Whether LibreOffice breaks a twin's lines and pages where the PDF breaks them: some of the cases that tests/Typeset.Parity goes through.
/// </summary>
[Trait("Category", "Conformance")]
public sealed class ParityTests(Office office, ITestOutputHelper output) : IClassFixture<Office>
{
    private const double FewestLines = 0.995;

    [Theory]
    [InlineData("baozhi-zhaibian", "xuexi-a4")]
    [InlineData("gongwen-jianghua", "gongwen-a4")]
    [InlineData("lilun-xuebian", "gongwen-a4")]
    [InlineData("niandu-heji", "book-a5")]
    [InlineData("shancheng-zhiwu", "book-a5")]
    [InlineData("tushu-weihu", "xuexi-a4")]
    public void Lines_pages_and_contents_are_those_of_the_pdf(string sample, string style)
    {
        var result = Specimen.Of(sample).LayOut(style);
        var expected = Rendering.Read(TwinFiles.Pdf(result), CancellationToken.None);

        var comparison = RenderingComparison.Of(expected, office.Render(office.Put($"{sample}.{style}.docx", TwinFiles.Docx(result)))[0]);

        output.WriteLine($"lines {comparison.Lines}, pages {comparison.Pages}, heads and folios {comparison.Furniture}, contents {comparison.Contents}");
        Assert.InRange(comparison.Lines.Same, comparison.Lines.Total * FewestLines, comparison.Lines.Total);
        Assert.Empty(comparison.PagesThatDiffer);
        Assert.Empty(comparison.FurnitureThatDiffers);
        Assert.True(comparison.Contents.IsWhole);
        Assert.NotEqual(0, comparison.Contents.Total);
    }

    [Theory]
    [InlineData("gongwen-jianghua", "book-16k", "逐一比测，")]
    [InlineData("lilun-xuebian", "book-a5", "雨水好。其三，")]
    public void A_mark_that_ends_a_line_before_a_number_is_printed_and_no_character_is_lost(string sample, string style, string lineEnd)
    {
        var result = Specimen.Of(sample).LayOut(style);
        var expected = Rendering.Read(TwinFiles.Pdf(result), CancellationToken.None);

        var actual = office.Render(office.Put($"marks.{sample}.{style}.docx", TwinFiles.Docx(result)))[0];

        Assert.Contains(Lines(expected), line => line.EndsWith(lineEnd, StringComparison.Ordinal));
        Assert.Equal(Lines(expected), Lines(actual));
    }

    private static string[] Lines(Rendering rendering) => [.. rendering.Pages.SelectMany(static page => page.Lines.Select(static line => line.Text))];
}
