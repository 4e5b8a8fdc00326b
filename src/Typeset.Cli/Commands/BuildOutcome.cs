using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Docx;

namespace Typeset.Cli.Commands;

/// <summary>What came of one booklet; <see cref="Written"/> holds the files of its job that were written.</summary>
internal sealed record BuildOutcome(BuildJob Job, ImmutableArray<PlannedFile> Written, int Pages, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<PhaseTime> Times)
{
    /// <summary>A raw manuscript could not be read.</summary>
    public bool IsUnread { get; init; }

    /// <summary>What the DOCX holds of each face.</summary>
    public ImmutableArray<TwinFont> Fonts { get; init; } = [];

    /// <summary>Whether every file of the job was written.</summary>
    public bool IsWhole => Written.Length == Job.Files.Length;

    /// <summary>From the beginning to the end; phases that run beside each other sum up to more.</summary>
    public TimeSpan Elapsed { get; init; }
}
