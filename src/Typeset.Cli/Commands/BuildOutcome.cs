using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Cli.Commands;

/// <summary>What came of one booklet.</summary>
internal sealed record BuildOutcome(BuildJob Job, bool IsWritten, int Pages, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<PhaseTime> Times)
{
    /// <summary>All phases together.</summary>
    public TimeSpan Elapsed => Times.Aggregate(TimeSpan.Zero, static (sum, time) => sum + time.Elapsed);
}
