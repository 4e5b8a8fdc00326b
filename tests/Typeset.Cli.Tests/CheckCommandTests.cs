using System.Text.Json;
using Typeset.Testing;

namespace Typeset.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Streams _streams = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_no_pdf_is_told_and_ends_with_one()
    {
        var path = _folder.At("a.pdf");
        File.WriteAllText(path, "hello");
        Assert.Equal(ExitCode.BookletErrors, _streams.Run("check", path));
        Assert.Contains("TS8001", _streams.Output);
    }

    [Fact]
    public void A_file_that_is_not_there_ends_with_three() => Assert.Equal(ExitCode.NoInput, _streams.Run("check", _folder.At("none.pdf")));

    [Fact]
    public void A_sample_is_checked_in_all_its_files_and_told_as_json()
    {
        var report = _folder.At("report.html");
        Assert.Equal(ExitCode.Ok, _streams.Run("check", Repository.At("seeds", "gongwen-jianghua"), "--json", "--html", report, "--date", "2026-01-31"));
        using var json = JsonDocument.Parse(_streams.Output);
        var files = json.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(3, files.Count);
        Assert.All(files, static file => Assert.True(file.GetProperty("clean").GetBoolean()));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_ones_own_is_taken_and_a_broken_one_refused()
    {
        var (file, list) = (_folder.At("a.pdf"), _folder.At("list.json"));
        File.WriteAllText(file, "hello");
        File.WriteAllText(list, "{\"key\": \"own\", \"name\": \"Own\", \"standard\": \"Own\", \"includes\": [\"x-4\"], \"clauses\": []}");
        Assert.Equal(ExitCode.BookletErrors, _streams.Run("check", file, "--profile", list));
        Assert.Contains("(Own)", _streams.Output);
        File.WriteAllText(list, "{}");
        Assert.Equal(ExitCode.Usage, _streams.Run("check", file, "--profile", list));
        Assert.Contains("TS8051", _streams.Error);
    }
}
