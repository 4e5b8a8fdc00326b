using System.Text.Json;
using Typeset.Batch.Store;
using Typeset.Batch.Work;

namespace Typeset.Batch.Tests;

/// <summary>The report of an archive, and what it says has changed.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly ScratchArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    private string Report => File.ReadAllText(_archive.Out("report.html"));

    [Fact]
    public void Nothing_of_a_manuscript_becomes_markup()
    {
        _archive.Put("a&b <i>/booklet.yaml", "title: '<script>alert(1)</script>\"'\nstyle: book-a5\nno-such-key: '<img src=x>'\n").Put("a&b <i>/articles/a.md", "---\ntitle: 甲\n---\n<b>粗</b>\n");
        _archive.Rebuild();
        Assert.DoesNotContain("<script>alert", Report, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x>", Report, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", Report, StringComparison.Ordinal);
        Assert.Contains("a&amp;b &lt;i&gt;", Report, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_that_turn_the_direction_of_names_are_shown_and_do_nothing()
    {
        _archive.Add("x\u202Efdp");
        _archive.Rebuild();
        Assert.Contains("x[U&#x2B;202E]fdp", Report, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', Report);
    }

    [Fact]
    public void It_shows_first_pages_pages_and_failures()
    {
        _archive.Add("good").Put("bad/booklet.yaml", "title: [\n");
        _archive.Rebuild();
        var picture = System.Text.RegularExpressions.Regex.Match(Report, "src=\"([^\"]+)\"").Groups[1].Value;
        Assert.Contains("<svg", File.ReadAllText(_archive.Out(picture)), StringComparison.Ordinal);
        Assert.Contains("class=\"booklet failed\" data-marks=\"failed\"", Report, StringComparison.Ordinal);
        Assert.Contains("TS1005", Report, StringComparison.Ordinal);
    }

    [Fact]
    public void It_tells_what_a_change_of_the_text_did()
    {
        _archive.Add("one", "正文一段。").Add("two");
        _archive.Rebuild();
        Assert.DoesNotContain("class=\"change\"", Report, StringComparison.Ordinal);
        _archive.Add("one", "正文两段。");
        _archive.Rebuild();
        Assert.Contains("text changed on pages", Report, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(Report, "data-marks=\"[^\"]*changed"));
    }

    [Theory]
    [InlineData("ax bx cx", "ax bx cx", null)]
    [InlineData("ax bx cx", "ax dx cx", """{"pagesBefore":3,"text":[2],"breaks":[]}""")]
    [InlineData("ax bx cx", "ax by cx", """{"pagesBefore":3,"text":[],"breaks":[2]}""")]
    [InlineData("ax bx cx", "ax bx", """{"pagesBefore":3,"text":[],"breaks":[]}""")]
    public void Text_and_breaks_are_told_apart(string before, string now, string? change) =>
        Assert.Equal(change, BookletChange.Between(Pages(before), Pages(now)) is { } found ? JsonSerializer.Serialize(found, JsonSerializerOptions.Web) : null);

    private static System.Collections.Immutable.ImmutableArray<PageMark> Pages(string pages) => [.. pages.Split(' ').Select(static page => new PageMark(page[..1], page[1..]))];
}
