using Typeset.Cli;

namespace Typeset.Batch.Tests;

/// <summary>One bad booklet fails alone.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly ScratchArchive _archive = new ScratchArchive().Add("good");

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void A_broken_booklet_fails_alone_and_is_not_tried_again_until_it_changes()
    {
        _archive.Put("bad/booklet.yaml", "title: [\n");
        Assert.Equal(ExitCode.BookletErrors, _archive.Rebuild());
        Assert.Contains("TS1005", _archive.Said, StringComparison.Ordinal);
        Assert.True(File.Exists(_archive.Out("good.pdf")));
        Assert.Empty(_archive.Stale());
        Assert.Equal(ExitCode.BookletErrors, _archive.Rebuild());
        _archive.Add("bad");
        Assert.Equal(ExitCode.Ok, _archive.Rebuild());
        Assert.Equal(ExitCode.Ok, _archive.Verify());
    }

    [Fact]
    public void After_a_failure_the_outputs_of_the_last_success_stand()
    {
        _archive.Rebuild();
        var before = File.ReadAllBytes(_archive.Out("good.pdf"));
        _archive.Put("good/booklet.yaml", "title: [\n");
        Assert.Equal(ExitCode.BookletErrors, _archive.Rebuild());
        Assert.Equal(before, File.ReadAllBytes(_archive.Out("good.pdf")));
        Assert.Equal(ExitCode.Ok, _archive.Verify());
    }

    [Fact]
    public void A_booklet_over_the_limit_of_pages_says_so()
    {
        Assert.Equal(ExitCode.BookletErrors, _archive.Rebuild("--limit-pages", "1"));
        Assert.Contains("TS9508", _archive.Said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, _archive.Rebuild());
    }

    [Fact]
    public void A_booklet_over_the_limit_of_memory_is_given_up_and_tried_again()
    {
        Assert.Equal(ExitCode.BookletErrors, _archive.Rebuild("--limit-memory", "8"));
        Assert.Matches("TS950[57]", _archive.Said);
        Assert.Equal(["good given-up"], _archive.Stale());
        Assert.Equal(ExitCode.Ok, _archive.Rebuild());
    }

    [Fact]
    public void A_store_that_is_damaged_is_set_aside_and_learnt_again()
    {
        _archive.Rebuild();
        File.WriteAllText(_archive.Out(".typeset", "store.db"), new string('x', 5000));
        Assert.Equal(ExitCode.Ok, _archive.Rebuild());
        Assert.Contains("TS9504", _archive.Said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, _archive.Verify());
        Assert.Empty(_archive.Stale());
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_ends_with_four()
    {
        File.WriteAllText(_archive.Output, "a file");
        Assert.Equal(ExitCode.NoOutput, _archive.Rebuild());
        Assert.Contains("TS9503", _archive.Said, StringComparison.Ordinal);
        Assert.Equal("a file", File.ReadAllText(_archive.Output));
    }

    [Fact]
    public void An_archive_that_is_not_there_ends_with_three() =>
        Assert.Equal(ExitCode.NoInput, _archive.Run(["rebuild", _archive.At("none"), "-o", _archive.Output]));

    [Fact]
    public void Two_rebuilds_do_not_share_a_folder()
    {
        _archive.Rebuild();
        using var held = new FileStream(_archive.Out(".typeset", "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(ExitCode.NoOutput, _archive.Rebuild());
        Assert.Contains("TS9502", _archive.Said, StringComparison.Ordinal);
    }
}
