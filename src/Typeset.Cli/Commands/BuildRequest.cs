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
        var raw = Booklets.Where(RawFiles.Are).ToImmutableArray();
        var folders = Booklets.Except(raw).SelectMany(argument => BookletFolder.Find(argument)).DistinctBy(Path.GetFullPath).ToImmutableArray();
        var count = folders.Length + Math.Min(raw.Length, 1);
        var jobs = folders.Select(folder => new BuildJob(folder, Files(BookletFolder.NameOf(folder), count))).ToImmutableArray();
        if (raw.Length > 0) jobs = jobs.Add(new BuildJob(FolderOf(raw[0]), Files(NameOf(raw[0]), count)) { Import = new ImportRequest(raw, Import, Setup.Style ?? "") });
        var files = jobs.SelectMany(job => job.Files.Select(file => (job.Folder, file.Path)));
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

    private static string FolderOf(string raw) => Directory.Exists(raw) ? raw : Path.GetDirectoryName(raw) is { Length: > 0 } folder ? folder : ".";

    private static string NameOf(string raw) => Directory.Exists(raw) ? BookletFolder.NameOf(raw) : Path.GetFileNameWithoutExtension(raw);
}

/// <summary>How a build is told of: as JSON, with the times of phases.</summary>
internal readonly record struct BuildReporting(bool AsJson, bool WithTimes);

/// <summary>A booklet's folder and the files that it becomes.</summary>
internal sealed record BuildJob(string Folder, ImmutableArray<PlannedFile> Files)
{
    /// <summary>The raw manuscripts that the booklet is made of; null for a booklet's folder.</summary>
    public ImportRequest? Import { get; init; }

    /// <summary>What the booklet is made of, as reports name it.</summary>
    public string Origin => Import is null ? Folder : string.Join(", ", Import.Arguments);

    /// <summary>What it is called while it is worked on.</summary>
    public string Name => Import is null ? BookletFolder.NameOf(Folder) : Path.GetFileName(Import.Arguments[0]);
}

/// <summary>One file that a booklet becomes.</summary>
internal sealed record PlannedFile(OutputKind Kind, string Path);
