using System.Collections.Immutable;
using Typeset.Cli.Files;
using Typeset.Core.Messages;

namespace Typeset.Cli.Commands;

/// <summary>What <c>build</c> is asked for.</summary>
internal sealed record BuildRequest(ImmutableArray<string> Booklets, string Output, BookletSetup Setup, BuildReporting Reporting)
{
    private const string Extension = ".pdf";

    /// <summary>Each booklet with the file that it becomes.</summary>
    /// <exception cref="HostException">There is no booklet, or two would become one file.</exception>
    public ImmutableArray<BuildJob> Jobs()
    {
        var folders = Booklets.SelectMany(argument => BookletFolder.Find(argument)).DistinctBy(Path.GetFullPath).ToImmutableArray();
        var jobs = folders.Select(folder => new BuildJob(folder, Target(folder, folders.Length))).ToImmutableArray();
        foreach (var same in jobs.GroupBy(job => job.Output, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
        {
            throw new HostException(HostMessages.SameOutput.Anywhere(same.First().Folder, same.ElementAt(1).Folder, same.Key), ExitCode.Usage);
        }

        return jobs;
    }

    private string Target(string folder, int count) =>
        count == 1 && Output.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(Output)
            ? Output
            : Path.Combine(Output, BookletFolder.NameOf(folder) + Extension);
}

/// <summary>How a build is told of: as JSON, with the times of phases.</summary>
internal readonly record struct BuildReporting(bool AsJson, bool WithTimes);

/// <summary>A booklet's folder and the file that it becomes.</summary>
internal sealed record BuildJob(string Folder, string Output);
