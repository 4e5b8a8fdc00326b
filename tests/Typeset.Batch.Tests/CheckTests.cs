using System.Text.Json;
using Typeset.Cli;

namespace Typeset.Batch.Tests;

/// <summary>Outputs that are read back and checked as they are built.</summary>
public sealed class CheckTests : IDisposable
{
    private static readonly byte[] OneDot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");

    private readonly ScratchArchive _archive = new ScratchArchive().Add("one");

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void Manifest_and_report_tell_the_verdict_of_each_pdf_file()
    {
        Assert.Equal(ExitCode.Ok, _archive.Rebuild("--check", "--emit", "archive,docx"));
        Assert.Equal("""{"errors":0,"warnings":0,"clauses":[]}""", Verdict("archive"));
        Assert.Null(Verdict("docx"));
        Assert.Contains("check passed", File.ReadAllText(_archive.Out("report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_is_that_of_the_check_of_the_file()
    {
        _archive.Rebuild("--check");
        _archive.Run(["check", _archive.Out("one.pdf"), "--json"]);
        using var report = JsonDocument.Parse(_archive.Said);
        var broken = report.RootElement.GetProperty("files")[0].GetProperty("findings").EnumerateArray().Where(static found => found.GetProperty("severity").GetString() != "note").ToArray();
        using var verdict = JsonDocument.Parse(Verdict("reading")!);
        Assert.Equal(broken.Count(static found => found.GetProperty("severity").GetString() == "error"), verdict.RootElement.GetProperty("errors").GetInt32());
        Assert.Equal(broken.Select(static found => found.GetProperty("clause").GetString()).Distinct().Order(StringComparer.Ordinal), verdict.RootElement.GetProperty("clauses").EnumerateArray().Select(static clause => clause.GetString()));
    }

    [Fact]
    public void Outputs_that_were_never_checked_are_stale_where_checks_are_asked_for()
    {
        _archive.Rebuild();
        Assert.Null(Verdict("reading"));
        Assert.Equal(["one check"], _archive.Stale("--check"));
        _archive.Rebuild("--check");
        Assert.NotNull(Verdict("reading"));
        Assert.Empty(_archive.Stale("--check"));
        Assert.Empty(_archive.Stale());
    }

    [Fact]
    public void Errors_of_a_check_are_told_at_every_run_and_count_where_they_are_to()
    {
        _archive.Put("one/articles/a.md", "---\ntitle: 甲\n---\n![图](images/a.png){width=80%}\n");
        Directory.CreateDirectory(_archive.At("one", "images"));
        File.WriteAllBytes(_archive.At("one", "images", "a.png"), OneDot);
        Assert.Equal(ExitCode.Ok, _archive.Rebuild("--check", "--emit", "press"));
        Assert.Contains("check found errors  one", _archive.Said, StringComparison.Ordinal);
        Assert.Contains("P-image", Verdict("press"), StringComparison.Ordinal);
        Assert.True(File.Exists(_archive.Out("one.press.pdf")));
        Assert.Equal(ExitCode.BookletErrors, _archive.Rebuild("--check=error", "--emit", "press", "--json"));
        using (var report = JsonDocument.Parse(_archive.Said))
        {
            Assert.Equal(0, report.RootElement.GetProperty("built").GetInt32());
            Assert.Equal("one", report.RootElement.GetProperty("checkErrors")[0].GetString());
        }

        Assert.Equal(ExitCode.Ok, _archive.Rebuild("--check=warn", "--emit", "press"));
        Assert.Equal(ExitCode.Usage, _archive.Rebuild("--check=perhaps"));
        _archive.Add("one");
        Assert.Equal(ExitCode.Ok, _archive.Rebuild("--check=error", "--emit", "press"));
    }

    private string? Verdict(string format)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(_archive.Out("manifest.json")));
        var output = manifest.RootElement.GetProperty("booklets")[0].GetProperty("outputs").EnumerateArray().Single(output => output.GetProperty("format").GetString() == format);
        return output.TryGetProperty("check", out var verdict) ? JsonSerializer.Serialize(verdict) : null;
    }
}
