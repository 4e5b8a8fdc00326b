using System.Globalization;
using Typeset.Cli;
using Typeset.Endurance;

namespace Typeset.Batch.Tests;

/// <summary>
/// Processes killed at random moments. <c>TYPESET_KILLS</c> asks for more than the few of the default run; <c>./build.sh --target Endurance</c> does.
/// </summary>
public sealed class DisturbanceTests
{
    private static int Kills => int.Parse(Environment.GetEnvironmentVariable("TYPESET_KILLS") ?? "5", CultureInfo.InvariantCulture);

    [Fact]
    public void Killed_at_any_moment_nothing_finished_is_lost_and_nothing_half_is_left()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var archive = new ScratchArchive().Generate(seed: 3, booklets: 12, mostPages: 10);
        var report = new Disturbance(new TypesetProgram(TypesetProgram.Built), archive.Archive, archive.Output, seed: 1).Run(Kills);
        Assert.Empty(report.Complaints);
        Assert.True(report.Kills >= Kills);
    }

    [Fact]
    public void Files_that_cannot_grow_end_a_run_with_four_and_the_next_goes_on()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var archive = new ScratchArchive().Generate(seed: 4, booklets: 6, mostPages: 6);
        using var rebuild = SmallFiles.Start(new(TypesetProgram.Built), blocks: 400, "rebuild", archive.Archive, "-o", archive.Output, "--lang", "en");
        var said = rebuild.StandardError.ReadToEnd();
        rebuild.WaitForExit();
        Assert.Equal(ExitCode.NoOutput, rebuild.ExitCode);
        Assert.Contains("TS9503", said, StringComparison.Ordinal);
        Assert.NotEqual(ExitCode.NoOutput, archive.Rebuild());
        Assert.Equal(ExitCode.Ok, archive.Verify());
        Assert.Empty(Directory.GetDirectories(archive.Out(".typeset", "objects"), "draft-*"));
    }

    [Fact]
    public async Task Outputs_that_become_read_only_end_a_run_with_four_and_the_next_goes_on()
    {
        if (OperatingSystem.IsWindows()) return;
        using var archive = new ScratchArchive().Generate(seed: 4, booklets: 6, mostPages: 6);
        using (var folders = new ReadOnlyFolders(archive.Output))
        {
            using var rebuild = ReadOnlyFolders.Start(new(TypesetProgram.Built), "rebuild", archive.Archive, "-o", archive.Output, "--jobs", "1", "--lang", "en");
            var said = rebuild.StandardError.ReadToEndAsync();
            while (!Directory.Exists(archive.Output) || !archive.Outputs().Keys.Any(static path => path.EndsWith(".pdf", StringComparison.Ordinal))) Thread.Sleep(20);
            folders.Close();
            rebuild.WaitForExit();
            Assert.Equal(ExitCode.NoOutput, rebuild.ExitCode);
            Assert.Contains("TS9503", await said, StringComparison.Ordinal);
        }

        Assert.NotEqual(ExitCode.NoOutput, archive.Rebuild());
        Assert.Equal(ExitCode.Ok, archive.Verify());
    }

    /// <summary>As root only, and where the system lets it: it takes a file system of its own. The two tests above need neither.</summary>
    [MountingFact, Trait("Category", "Conformance")]
    public void A_full_disk_and_a_read_only_one_end_runs_with_four_and_the_next_goes_on()
    {
        using var archive = new ScratchArchive().Generate(seed: 8, booklets: 12, mostPages: 6);
        using var calm = new ScratchArchive().Generate(seed: 8, booklets: 12, mostPages: 6);
        calm.Rebuild();
        using var disk = SmallDisk.Mount(archive.Output, "3m");
        Assert.NotNull(disk);
        Assert.Equal(ExitCode.NoOutput, archive.Rebuild());
        Assert.Contains("TS9503", archive.Said, StringComparison.Ordinal);
        var kept = archive.Outputs().Count;
        disk.Remount("ro");
        Assert.Equal(ExitCode.NoOutput, archive.Rebuild());
        disk.Remount("rw,size=100m");
        archive.Rebuild();
        Assert.InRange(kept, 1, calm.Outputs().Count - 1);
        Assert.Equal(calm.Outputs().Where(IsNoReport), archive.Outputs().Where(IsNoReport));
        Assert.Equal(ExitCode.Ok, archive.Verify());
    }

    /// <summary>The report tells what the last run built.</summary>
    private static bool IsNoReport(KeyValuePair<string, byte[]> file) => file.Key != "report.html";
}

/// <summary>A test that mounts a file system; where none can be, it is skipped and the report says so.</summary>
internal sealed class MountingFactAttribute : FactAttribute
{
    public MountingFactAttribute()
    {
        var folder = Directory.CreateTempSubdirectory("typeset-mount-").FullName;
        using (var disk = OperatingSystem.IsLinux() ? SmallDisk.Mount(folder, "1m") : null)
        {
            if (disk is null) Skip = "No file system can be mounted here; as root, and outside of most containers, one can.";
        }

        Directory.Delete(folder);
    }
}
