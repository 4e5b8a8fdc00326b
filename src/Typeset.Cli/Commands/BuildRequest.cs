using System.Collections.Immutable;
using Typeset.Cli.Files;
using Typeset.Core.Messages;

namespace Typeset.Cli.Commands;

/// <summary>What <c>build</c> is asked for.</summary>
internal sealed record BuildRequest(ImmutableArray<string> Booklets, string Output, ImmutableArray<OutputKind> Kinds, BookletSetup Setup, BuildReporting Reporting)
{
    /// <summary>Each booklet with the files that it becomes.</summary>
    /// <exception cref="HostException">There is no booklet, or two would become one file.</exception>
    public ImmutableArray<BuildJob> Jobs()
    {
        var folders = Booklets.SelectMany(argument => BookletFolder.Find(argument)).DistinctBy(Path.GetFullPath).ToImmutableArray();
        var jobs = folders.Select(folder => new BuildJob(folder, [.. Kinds.Select(kind => new PlannedFile(kind, Target(folder, folders.Length, kind)))])).ToImmutableArray();
        var files = jobs.SelectMany(job => job.Files.Select(file => (job.Folder, file.Path)));
        foreach (var same in files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
        {
            throw new HostException(HostMessages.SameOutput.Anywhere(same.First().Folder, same.ElementAt(1).Folder, same.Key), ExitCode.Usage);
        }

        return jobs;
    }

    /// <summary>The output's own name where it is the name of one file: one booklet in one kind, with that kind's extension.</summary>
    private string Target(string folder, int count, OutputKind kind) =>
        count == 1 && Kinds.Length == 1 && Output.EndsWith(Path.GetExtension(OutputKinds.EndingOf(kind)), StringComparison.OrdinalIgnoreCase) && !Directory.Exists(Output)
            ? Output
            : Path.Combine(Output, BookletFolder.NameOf(folder) + OutputKinds.EndingOf(kind));
}

/// <summary>How a build is told of: as JSON, with the times of phases.</summary>
internal readonly record struct BuildReporting(bool AsJson, bool WithTimes);

/// <summary>A booklet's folder and the files that it becomes.</summary>
internal sealed record BuildJob(string Folder, ImmutableArray<PlannedFile> Files);

/// <summary>One file that a booklet becomes.</summary>
internal sealed record PlannedFile(OutputKind Kind, string Path);
