using Typeset.Cli;
using Typeset.Testing;

namespace Typeset.Batch.Tests;

/// <summary>The options of files are those of <c>build</c>, and decide what is stale.</summary>
public sealed class ChoiceTests : IDisposable
{
    private readonly ScratchArchive _archive = new ScratchArchive().Add("one");

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("reading", "--attach")]
    [InlineData("archive", "--archive-as", "a-1b")]
    [InlineData("press", "--press-as", "x-1a", "--bleed", "5", "--ink-limit", "280", "--no-marks", "--no-slug")]
    [InlineData("docx", "--pins", "off", "--embed", "common")]
    [InlineData("reading", "--attach", "--embed", "none", "--missing", "stop")]
    public void A_rebuild_writes_the_bytes_that_a_build_writes(string kind, params string[] options)
    {
        Assert.Equal(ExitCode.Ok, _archive.Rebuild(["--emit", kind]));
        var usual = Written();
        Assert.Equal(["one setup"], _archive.Stale(["--emit", kind, .. options]));
        Assert.Equal(ExitCode.Ok, _archive.Rebuild(["--emit", kind, .. options]));
        Assert.NotEqual(usual, Written());
        Assert.Empty(_archive.Stale(["--emit", kind, .. options]));
        Assert.Equal(ExitCode.Ok, _archive.Run(["build", _archive.At("one"), "-o", _archive.At("..", "built"), "--emit", kind, .. options]));
        Assert.Equal(File.ReadAllBytes(Directory.GetFiles(_archive.At("..", "built")).Single()), Written());
    }

    [Fact]
    public void A_profile_counts_by_its_content_and_goes_to_the_workers()
    {
        var profile = _archive.At("press.icc");
        File.Copy(Directory.GetFiles(Repository.At("profiles"), "FOGRA*.icc", SearchOption.AllDirectories).First(), profile);
        Assert.Equal(ExitCode.Ok, _archive.Rebuild("--emit", "press"));
        Assert.Equal(["one setup"], _archive.Stale("--emit", "press", "--icc", profile));
        Assert.Equal(ExitCode.Ok, _archive.Rebuild("--emit", "press", "--icc", profile));
        File.Move(profile, profile = _archive.At("other.icc"));
        Assert.Empty(_archive.Stale("--emit", "press", "--icc", profile));
        Assert.Equal(ExitCode.Ok, _archive.Verify());
        Assert.Equal(ExitCode.NoInput, _archive.Rebuild("--emit", "press", "--icc", _archive.At("none.icc")));
    }

    [Fact]
    public void Choices_of_kinds_that_are_not_written_make_nothing_stale()
    {
        _archive.Rebuild();
        Assert.Empty(_archive.Stale("--archive-as", "a-1b", "--press-as", "x-1a", "--bleed", "5", "--ink-limit", "280", "--pins", "off"));
        Assert.Equal(ExitCode.Usage, _archive.Rebuild("--bleed", "much"));
    }

    [Fact]
    public void Every_option_of_build_that_says_how_files_are_written_is_one_of_rebuild()
    {
        string[] ofOneBuild = ["--watch", "--verbose", "--encoding", "--strict", "--title", "--issue", "--issuer"];
        Assert.Empty(Options("build").Except(Options("rebuild")).Except(ofOneBuild));
    }

    private IEnumerable<string> Options(string command)
    {
        _archive.Run([command, "--help"]);
        return [.. System.Text.RegularExpressions.Regex.Matches(_archive.Said, @"(?m)^ +(?:-\w, )?(--[a-z-]+)").Select(static option => option.Groups[1].Value)];
    }

    private byte[] Written() => File.ReadAllBytes(Directory.GetFiles(_archive.Output, "one.*").Single());
}
