using System.Collections.Immutable;

namespace Typeset.Endurance;

/// <summary>What can happen to a rebuild.</summary>
public enum DisturbanceKind
{
    /// <summary>The run's own process is ended by SIGKILL.</summary>
    RunKilled,

    /// <summary>A process that builds is ended by SIGKILL.</summary>
    WorkerKilled,

    /// <summary>The run is asked to end, by SIGTERM.</summary>
    Interrupted,

    /// <summary>A file cannot grow: the run ends with 4.</summary>
    DiskFull,

    /// <summary>The folder of outputs can no longer be written to: the run ends with 4.</summary>
    ReadOnly,

    /// <summary>One of three workers of a broker is ended by SIGKILL in the middle of a booklet.</summary>
    BrokerWorkerKilled,

    /// <summary>The run that gives booklets to a broker is ended by SIGKILL.</summary>
    BrokerRunKilled,

    /// <summary>The broker is ended by SIGKILL and starts again.</summary>
    BrokerRestarted,
}

/// <summary>What disturbed rebuilds, and what was found wrong afterwards: nothing, it is hoped.</summary>
/// <param name="Hits">How often each kind did what it is called: the process was there and its exit shows the signal.</param>
/// <param name="Missed">Disturbances that came too late or too early to do anything.</param>
/// <param name="Builds">Buildings that began.</param>
/// <param name="Needed">Buildings that would have begun without any disturbance.</param>
public sealed record DisturbanceReport(ImmutableSortedDictionary<DisturbanceKind, int> Hits, int Missed, int Runs, int Builds, int Needed, TimeSpan SlowestStop, ImmutableArray<string> Complaints)
{
    /// <summary>Processes that were ended by a signal.</summary>
    public int Kills => KillsOf(Hits);

    internal static int KillsOf(IEnumerable<KeyValuePair<DisturbanceKind, int>> hits) => hits.Where(static hit => hit.Key is not (DisturbanceKind.DiskFull or DisturbanceKind.ReadOnly)).Sum(static hit => hit.Value);

    /// <summary>The numbers, a line for each kind.</summary>
    public string ToText() =>
        string.Concat(Hits.Select(static hit => $"{hit.Value,6}  {hit.Key}\n"))
        + $"{Kills,6}  processes ended by a signal, in {Runs} runs; {Missed} came too late\n"
        + $"{Builds,6}  buildings begun, {Needed} of them for the first time, {Builds - Needed} again because they had been cut off in the middle\n"
        + $"{SlowestStop.TotalSeconds,6:0.0}  seconds at most from SIGTERM to the end\n"
        + $"{Complaints.Length,6}  complaints\n";
}

/// <summary>Counts while rebuilds are disturbed.</summary>
internal sealed class DisturbanceTally
{
    private readonly SortedDictionary<DisturbanceKind, int> _hits = [];
    private readonly List<string> _complaints = [];
    private int _missed;

    public int Runs { get; set; }

    public int Builds { get; set; }

    public int Needed { get; set; }

    public TimeSpan SlowestStop { get; set; }

    public int Kills => DisturbanceReport.KillsOf(_hits);

    public void Add(DisturbanceKind kind, bool isHit)
    {
        if (isHit) _hits[kind] = _hits.GetValueOrDefault(kind) + 1;
        else _missed++;
    }

    public void Complain(string complaint) => _complaints.Add($"run {Runs}: {complaint}");

    public DisturbanceReport Report() => new(_hits.ToImmutableSortedDictionary(), _missed, Runs, Builds, Needed, SlowestStop, [.. _complaints]);
}
