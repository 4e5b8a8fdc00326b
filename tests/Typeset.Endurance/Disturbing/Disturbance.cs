using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace Typeset.Endurance;

/// <summary>
/// Rebuilds an archive again and again, from nothing or over what stood with another date, while things happen to it at random moments, seeded: processes
/// are killed, disks are full. After each it holds what stands to what stood before and to an undisturbed run.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class Disturbance
{
    /// <summary>After so many disturbances the rebuild is let run to its end.</summary>
    private const int InARow = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TypesetProgram _program;
    private readonly string _archive;
    private readonly string _output;
    private readonly string _log;
    private readonly Random _random;
    private readonly ImmutableArray<CalmArchive> _calm;
    private readonly DisturbanceTally _tally = new();
    private CalmArchive _target;
    private Standing _standing;

    /// <summary>Builds the archive undisturbed first, for the comparison.</summary>
    /// <param name="work">An empty folder to work in.</param>
    public Disturbance(TypesetProgram program, string archive, string work, int seed)
    {
        (_program, _archive, _output, _log, _random) = (program, archive, Path.Combine(work, "disturbed"), Path.Combine(work, "log"), new Random(seed));
        _calm = [.. new[] { "2001-02-03", "2004-05-06" }.Select(date => CalmArchive.Of(program, archive, Path.Combine(work, date), "--emit", "reading,docx", "--date", date))];
        (_target, _standing) = (_calm[0], new(_calm[0], _output, _tally));
    }

    /// <summary>Disturbs until so many processes have been ended by a signal.</summary>
    /// <param name="tell">Hears how far it is.</param>
    public DisturbanceReport Run(int kills, Action<DisturbanceReport>? tell = null)
    {
        for (var turn = 0; _tally.Kills < kills; turn++)
        {
            RunOnce(_calm[turn % _calm.Length], kills);
            tell?.Invoke(_tally.Report());
        }

        return _tally.Report();
    }

    private void RunOnce(CalmArchive target, int kills)
    {
        (_target, _standing) = (target, new(target, _output, _tally));
        if (_random.Next(3) == 0 && Directory.Exists(_output)) Directory.Delete(_output, recursive: true);
        for (var round = 0; round < InARow && _tally.Kills < kills; round++) Disturb();
        var end = WithLog(0, log => _program.Run(Arguments(log)));
        if (end.ExitCode is not (0 or 1)) _tally.Complain($"the last run ended with {end.ExitCode}: {end.Error}");
        foreach (var difference in target.Differences(_program, _output)) _tally.Complain(difference);
    }

    /// <summary>Starts a rebuild and lets something happen to it.</summary>
    private void Disturb()
    {
        switch (_random.Next(12))
        {
            case 0:
                Cramp();
                break;
            case 1:
                Close();
                break;
            case 2 or 3:
                WithLog(0, log => With(_program.Start(Arguments(log)), Interrupt));
                break;
            case < 8:
                WithLog(1, log => With(_program.Start(Arguments(log)), KillWorker));
                break;
            default:
                WithLog(0, log => With(_program.Start(Arguments(log)), rebuild => _tally.Add(DisturbanceKind.RunKilled, !rebuild.WaitForExit(SomeTime) && Signals.Kill(rebuild))));
                break;
        }

        foreach (var (path, content) in CalmArchive.Outputs(_output))
        {
            if (_calm.All(calm => calm.Contents.GetValueOrDefault(path) != content)) _tally.Complain($"{path} is nothing that an undisturbed run writes");
        }
    }

    private TimeSpan SomeTime => _target.Usual * _random.NextDouble();

    private string[] Arguments(string log) => ["rebuild", _archive, "-o", _output, "--jobs", "3", "--json", "--log", log, .. _target.Options];

    /// <summary>A worker dies, and its run a little later, if it has not ended by then.</summary>
    private void KillWorker(Process rebuild)
    {
        if (rebuild.WaitForExit(SomeTime)) return;
        var workers = Signals.Children(rebuild.Id);
        _tally.Add(DisturbanceKind.WorkerKilled, workers.Length > 0 && Signals.Kill(workers[_random.Next(workers.Length)]));
        if (!rebuild.WaitForExit(SomeTime)) _tally.Add(DisturbanceKind.RunKilled, Signals.Kill(rebuild));
        else if (rebuild.ExitCode is not (0 or 1)) _tally.Complain($"a rebuild whose worker was killed ended with {rebuild.ExitCode}");
    }

    private void Interrupt(Process rebuild)
    {
        if (rebuild.WaitForExit(SomeTime)) return;
        var sent = Stopwatch.GetTimestamp();
        var isSent = Signals.Send("-TERM", rebuild.Id);
        if (!rebuild.WaitForExit(Patience)) return;
        // Before it has taken the signal over, it ends by it; at its very end the signal comes too late.
        var isHit = isSent && rebuild.ExitCode is 130 or Signals.TerminatedExit;
        if (isHit && Stopwatch.GetElapsedTime(sent) > _tally.SlowestStop) _tally.SlowestStop = Stopwatch.GetElapsedTime(sent);
        if (!isHit && rebuild.ExitCode is not (0 or 1)) _tally.Complain($"an interrupted rebuild ended with {rebuild.ExitCode}");
        _tally.Add(DisturbanceKind.Interrupted, isHit);
    }

    /// <summary>No file may grow beyond some length: the system's way to say what a full disk says.</summary>
    private void Cramp() => WithLog(0, log => With(SmallFiles.Start(_program, _random.Next(20, 500), Arguments(log)), rebuild => EndsRefused(rebuild, DisturbanceKind.DiskFull)));

    /// <summary>The folder becomes read-only in the middle.</summary>
    private void Close() => WithLog(0, log =>
    {
        using var folders = new ReadOnlyFolders(_output);
        return With(ReadOnlyFolders.Start(_program, Arguments(log)), rebuild =>
        {
            if (rebuild.WaitForExit(SomeTime)) return;
            folders.Close();
            EndsRefused(rebuild, DisturbanceKind.ReadOnly);
        });
    });

    /// <summary>It ends with 4, or came through because it had nothing more to write.</summary>
    private void EndsRefused(Process rebuild, DisturbanceKind kind)
    {
        if (!rebuild.WaitForExit(Patience)) return;
        if (rebuild.ExitCode is not (0 or 1 or 4)) _tally.Complain($"{kind}: the run ended with {rebuild.ExitCode}");
        _tally.Add(kind, rebuild.ExitCode == 4);
    }

    /// <summary>Carries a run out and takes in what its log says.</summary>
    private T WithLog<T>(int workersKilled, Func<string, T> run)
    {
        _tally.Runs++;
        File.Delete(_log);
        var end = run(_log);
        _standing.After(RunLog.Read(_log), workersKilled);
        return end;
    }

    private bool With(Process rebuild, Action<Process> happens)
    {
        using var process = rebuild;
        var (said, complained) = (rebuild.StandardOutput.ReadToEndAsync(), rebuild.StandardError.ReadToEndAsync());
        happens(rebuild);
        var hasEnded = rebuild.WaitForExit(Patience);
        if (!hasEnded) _tally.Complain("a rebuild did not end");
        if (!hasEnded) rebuild.Kill(entireProcessTree: true);
        (_, _) = (said.Result, complained.Result);
        return hasEnded;
    }
}
