using System.Text.Json;
using Typeset.Cli;

namespace Typeset.Batch.Tests;

/// <summary>Outputs that are read back and checked as they are built.</summary>
public sealed class CheckTests : IDisposable
{
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

    private string? Verdict(string format)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(_archive.Out("manifest.json")));
        var output = manifest.RootElement.GetProperty("booklets")[0].GetProperty("outputs").EnumerateArray().Single(output => output.GetProperty("format").GetString() == format);
        return output.TryGetProperty("check", out var verdict) ? JsonSerializer.Serialize(verdict) : null;
    }
}
