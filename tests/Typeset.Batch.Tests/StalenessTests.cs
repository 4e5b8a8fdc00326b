using Typeset.Cli;

namespace Typeset.Batch.Tests;

/// <summary>What is built again, and what is not.</summary>
public sealed class StalenessTests : IDisposable
{
    private readonly ScratchArchive _archive = new();

    public StalenessTests()
    {
        _archive.Add("2020/01").Add("2020/02", style: "gongwen-a4").Add("2021/01");
        Assert.Equal(ExitCode.Ok, _archive.Rebuild("--jobs", "2"));
    }

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void Nothing_is_stale_after_a_rebuild() => Assert.Empty(_archive.Stale());

    [Fact]
    public void A_file_that_was_touched_is_not_stale()
    {
        File.SetLastWriteTimeUtc(_archive.At("2020", "01", "articles", "a.md"), DateTime.UtcNow.AddDays(1));
        Assert.Empty(_archive.Stale());
    }

    [Fact]
    public void A_file_that_was_changed_is_stale()
    {
        _archive.Add("2020/01", "正文两段。");
        Assert.Equal(["2020/01 sources"], _archive.Stale());
    }

    [Fact]
    public void A_file_that_was_changed_and_given_back_its_time_and_size_is_stale()
    {
        var file = _archive.At("2020", "01", "articles", "a.md");
        Thread.Sleep(TimeSpan.FromSeconds(2.5));
        _archive.Rebuild();
        var time = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, File.ReadAllText(file).Replace('一', '两'));
        File.SetLastWriteTimeUtc(file, time);
        Assert.Equal(["2020/01 sources"], _archive.Stale());
    }

    [Fact]
    public void A_file_more_or_less_makes_stale()
    {
        _archive.Put("2020/01/articles/b.md", "---\ntitle: 乙\n---\n又一段。\n");
        File.Delete(_archive.At("2021", "01", "articles", "a.md"));
        Assert.Equal(["2020/01 sources", "2021/01 sources"], _archive.Stale());
    }

    [Fact]
    public void Hidden_files_are_no_part_of_a_booklet()
    {
        _archive.Put("2020/01/.DS_Store", "x").Put("2020/01/articles/.b.md.swp", "x").Put("2020/01/.git/HEAD", "x");
        Assert.Empty(_archive.Stale());
    }

    [Fact]
    public void Another_date_makes_all_stale() =>
        Assert.Equal(["2020/01 setup", "2020/02 setup", "2021/01 setup"], _archive.Stale("--date", "2026-05-01"));

    [Fact]
    public void An_output_that_is_gone_or_changed_is_built_again()
    {
        File.Delete(_archive.Out("2020", "01.pdf"));
        File.AppendAllText(_archive.Out("2021", "01.pdf"), "x");
        Assert.Equal(["2020/01 output", "2021/01 output"], _archive.Stale());
        Assert.Equal(ExitCode.Ok, _archive.Rebuild());
        Assert.Equal(ExitCode.Ok, _archive.Verify());
    }

    [Fact]
    public void A_file_of_somebodys_in_the_place_of_an_output_is_kept()
    {
        File.WriteAllText(_archive.Out("2021", "01.pdf"), "edited by hand");
        Assert.Equal(ExitCode.Ok, _archive.Rebuild());
        Assert.Contains("TS9511", _archive.Said, StringComparison.Ordinal);
        Assert.Equal("edited by hand", File.ReadAllText(_archive.Out(".typeset", "kept", "2021", "01.1.pdf")));
    }

    [Fact]
    public void Only_patterns_narrow_what_is_looked_at()
    {
        _archive.Add("2020/01", "甲。").Add("2020/02", "乙。").Add("2021/01", "丙。");
        Assert.Equal(["2020/01 sources", "2021/01 sources"], _archive.Stale("--only", "2020/01", "--only", "2021"));
        Assert.Equal(["2020/01 sources", "2021/01 sources"], _archive.Stale("--only", "01"));
        Assert.Equal(["2020/01 sources", "2020/02 sources"], _archive.Stale("--only", "2020/*"));
    }

    [Fact]
    public void Since_leaves_out_what_was_not_modified_later()
    {
        _archive.Add("2020/01", "甲。").Add("2021/01", "丙。");
        foreach (var file in Directory.GetFiles(_archive.At("2020", "01"), "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-9));
        Assert.Equal(["2021/01 sources"], _archive.Stale("--since", "7d"));
        Assert.Equal(ExitCode.Usage, _archive.Rebuild("--since", "yesterday"));
    }

    [Fact]
    public void Of_booklets_that_are_gone_the_outputs_stay_until_they_are_pruned()
    {
        Directory.Delete(_archive.At("2021"), recursive: true);
        Assert.Equal(ExitCode.Ok, _archive.Rebuild());
        Assert.Contains("TS9512", _archive.Said, StringComparison.Ordinal);
        Assert.True(File.Exists(_archive.Out("2021", "01.pdf")));
        Assert.Equal(ExitCode.Ok, _archive.Verify());
        Assert.Equal(ExitCode.Ok, _archive.Rebuild("--prune"));
        Assert.False(File.Exists(_archive.Out("2021", "01.pdf")));
        Assert.Equal(ExitCode.Ok, _archive.Verify());
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        using var fresh = new ScratchArchive().Add("one");
        Assert.Equal(["one new"], fresh.Stale());
        Assert.False(Directory.Exists(fresh.Output));
    }
}
