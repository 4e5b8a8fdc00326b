using System.Text.Json;
using Typeset.Cli;

namespace Typeset.Batch.Tests;

/// <summary>The log of a rebuild, line by line.</summary>
public sealed class LogTests : IDisposable
{
    private readonly ScratchArchive _archive = new ScratchArchive().Add("good").Put("bad/booklet.yaml", "title: [\n");

    private string Log => _archive.At("..", "log");

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void It_tells_what_each_run_did_and_goes_on_at_its_end()
    {
        Assert.Equal(ExitCode.BookletErrors, _archive.Rebuild("--jobs", "1", "--log", Log));
        _archive.Rebuild("--log", Log);
        string[] told = [.. File.ReadAllLines(Log).Select(Shown)];
        // The next one begins while the last one is recorded.
        Assert.Equal(["begun bad", "begun good", "ended bad failed", "ended good done"], told[1..5].Order(StringComparer.Ordinal));
        Assert.Equal(["plan 2", "over 1", "plan 0", "over 0"], told[..1].Concat(told[5..]));
    }

    [Fact]
    public void One_that_cannot_be_opened_ends_with_four_and_one_that_fills_up_does_not()
    {
        Assert.Equal(ExitCode.NoOutput, _archive.Rebuild("--log", _archive.At("none", "log")));
        if (!OperatingSystem.IsLinux()) return;
        Assert.Equal(ExitCode.BookletErrors, _archive.Rebuild("--log", "/dev/full"));
        Assert.Contains("TS9521", _archive.Said, StringComparison.Ordinal);
        Assert.True(File.Exists(_archive.Out("good.pdf")));
    }

    private static string Shown(string line)
    {
        var told = JsonSerializer.Deserialize<JsonElement>(line);
        string[] values = [.. ((string[])["event", "booklet", "status", "stale", "built"]).Select(name => told.TryGetProperty(name, out var value) ? value.ToString() : "")];
        return string.Join(' ', values.Where(static value => value.Length > 0));
    }
}
