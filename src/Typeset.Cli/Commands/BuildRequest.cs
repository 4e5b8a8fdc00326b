using System.Collections.Immutable;
using Typeset.Cli.Files;
using Typeset.Core.Messages;
using Typeset.Manuscripts;

namespace Typeset.Cli.Commands;

/// <summary>What <c>build</c> is asked for.</summary>
internal sealed record BuildRequest(ImmutableArray<string> Booklets, string Output, ImmutableArray<OutputKind> Kinds, BookletSetup Setup, BuildReporting Reporting)
{
    /// <summary>How raw manuscripts among the arguments are read.</summary>
    public ImportOptions Import { get; init; } = new();

    /// <summary>Each booklet with the files that it becomes; all raw manuscripts together are one booklet, the last.</summary>
    /// <exception cref="HostException">There is no booklet, or two would become one file.</exception>
    public ImmutableArray<BuildJob> Jobs()
    {
        var inputs = BookletInput.Of(Booklets, Import, Setup.Style);
        var jobs = inputs.Select(input => new BuildJob(input, Files(input.FileName, inputs.Length))).ToImmutableArray();
        var files = jobs.SelectMany(job => job.Files.Select(file => (job.Input.Folder, file.Path)));
        foreach (var same in files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
        {
            throw new HostException(HostMessages.SameOutput.Anywhere(same.First().Folder, same.ElementAt(1).Folder, same.Key), ExitCode.Usage);
        }

        return jobs;
    }

    private ImmutableArray<PlannedFile> Files(string name, int count) => [.. Kinds.Select(kind => new PlannedFile(kind, Target(name, count, kind)))];

    /// <summary>The output's own name where it is the name of one file: one booklet in one kind, with that kind's extension.</summary>
    private string Target(string name, int count, OutputKind kind) =>
        count == 1 && Kinds.Length == 1 && Output.EndsWith(Path.GetExtension(OutputKinds.EndingOf(kind)), StringComparison.OrdinalIgnoreCase) && !Directory.Exists(Output)
            ? Output
            : Path.Combine(Output, name + OutputKinds.EndingOf(kind));
}

/// <summary>How a build is told of: as JSON, with the times of phases.</summary>
internal readonly record struct BuildReporting(bool AsJson, bool WithTimes);

/// <summary>A booklet and the files that it becomes.</summary>
internal sealed record BuildJob(BookletInput Input, ImmutableArray<PlannedFile> Files);

/// <summary>One file that a booklet becomes.</summary>
internal sealed record PlannedFile(OutputKind Kind, string Path);
