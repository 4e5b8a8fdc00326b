using System.Collections.Immutable;
using Typeset.Batch.Broker;
using Typeset.Batch.Discovery;
using Typeset.Batch.Files;
using Typeset.Batch.Store;
using Typeset.Batch.Work;
using Typeset.Core;

namespace Typeset.Batch.Rebuilding;

/// <summary>What a rebuild is asked for.</summary>
public sealed record RebuildRequest
{
    /// <summary>The folder of back issues.</summary>
    public required string Archive { get; init; }

    public required OutputRoot Output { get; init; }

    public required Setup Setup { get; init; }

    /// <summary>How a worker is started.</summary>
    public required WorkerLaunch Worker { get; init; }

    /// <summary>How many booklets are built at a time, from 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The broker whose workers build; null for worker processes of this machine. <see cref="Jobs"/> then says how many booklets are given out at a time.</summary>
    public BrokerAddress? Broker { get; init; }

    /// <summary>Patterns of booklets' paths; empty for all.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Leaves out booklets none of whose files was modified since then.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Finds out what is stale, and neither builds nor writes.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether errors that checks found count as the run's.</summary>
    public bool ChecksCount { get; init; }

    /// <summary>Removes the outputs of booklets that are no longer in the archive.</summary>
    public bool Prunes { get; init; }

    /// <summary>Which files are raw manuscripts.</summary>
    public ManuscriptNames Manuscripts { get; init; } = new([], []);

    /// <summary>Language of the report.</summary>
    public Language Language { get; init; } = Language.English;
}

/// <summary>Something that happened in a rebuild, for whoever watches.</summary>
public abstract record RebuildEvent
{
    private protected RebuildEvent()
    {
    }
}

/// <summary>What is to be built is known.</summary>
/// <param name="Booklets">How many there are in all.</param>
/// <param name="Stale">What is stale, with why and its bytes.</param>
public sealed record PlanMade(int Booklets, ImmutableArray<StaleBooklet> Stale) : RebuildEvent;

/// <summary>The building of a booklet begins.</summary>
/// <param name="Slot">Which of the jobs it is with, from 0.</param>
/// <param name="Commission">The digest of what decides its outputs.</param>
/// <param name="Attempt">From 1; more where a worker died of it.</param>
public sealed record BookletBegun(int Slot, string Path, Digest Commission, int Attempt) : RebuildEvent;

/// <summary>A booklet's outputs are published, or it failed.</summary>
/// <param name="Bytes">Of its sources, as in the plan.</param>
/// <param name="IsAdopted">Whether a run that was cut off had built it.</param>
public sealed record BookletEnded(string Path, Outcome Outcome, long Bytes, bool IsAdopted) : RebuildEvent;

/// <summary>A job has nothing more to do.</summary>
public sealed record SlotFree(int Slot) : RebuildEvent;

/// <summary>Something to know that no booklet's outcome says.</summary>
public sealed record Noticed(Diagnostic Diagnostic) : RebuildEvent;

/// <summary>A booklet that has to be built.</summary>
public sealed record StaleBooklet(string Path, StaleReason Reason, long Bytes);

/// <summary>What came of a rebuild.</summary>
public sealed record RebuildSummary
{
    /// <summary>Booklets in the archive that were asked for.</summary>
    public required int Booklets { get; init; }

    /// <summary>Built in this run, without errors.</summary>
    public int Built { get; init; }

    /// <summary>Finished earlier by a run that was cut off, and published in this one.</summary>
    public int Adopted { get; init; }

    /// <summary>Pages of both.</summary>
    public int Pages { get; init; }

    /// <summary>Booklets of the whole archive whose last building ended without errors, and with.</summary>
    public (int Done, int Failed) Standing { get; init; }

    /// <summary>Pages and warnings of the whole archive.</summary>
    public (int Pages, int Warnings) Totals { get; init; }

    /// <summary>Booklets that failed, in this run or an earlier one, in ordinal order.</summary>
    public ImmutableArray<string> Failed { get; init; } = [];

    /// <summary>Booklets whose outputs have errors by the check that was made of them, in this run or an earlier one, in ordinal order.</summary>
    public ImmutableArray<string> Faulty { get; init; } = [];

    /// <summary>Whether it was stopped before all was built.</summary>
    public bool IsCutOff { get; init; }
}
