using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace Typeset.Endurance;

/// <summary>
/// Rebuilds an archive by three workers of a broker while workers are killed in the middle of a booklet, the run is killed, and the broker is killed and
/// starts again. A booklet that a worker had finished may not be begun by another; one that two hold at a time because it was given out again may.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class BrokerDisturbance(TypesetProgram program, string archive, string work, int seed)
{
    private const int Workers = 3;

    /// <summary>The broker gives a booklet up at its fifth delivery: fewer disturbances than that cannot make it do so.</summary>
    private const int InARow = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Random _random = new(seed);
    private readonly DisturbanceTally _tally = new();
    private readonly List<BrokerHand> _hands = [];
    private string _output = "";

    /// <summary>Disturbs until so many processes have been ended by a signal.</summary>
    /// <param name="tell">Hears how far it is.</param>
    public DisturbanceReport Run(int kills, Action<DisturbanceReport>? tell = null)
    {
        var calm = CalmArchive.Of(program, archive, Path.Combine(work, "calm"), "--emit", "reading,docx");
        using var node = BrokerNode.Start();
        while (_tally.Kills < kills)
        {
            RunOnce(calm, node, kills);
            tell?.Invoke(_tally.Report());
        }

        return _tally.Report();
    }

    private void RunOnce(CalmArchive calm, BrokerNode node, int kills)
    {
        _tally.Runs++;
        _output = Path.Combine(work, $"shared-{_tally.Runs}");
        for (var i = 0; i < Workers; i++) Hire(node);
        var rebuild = StartRun(calm, node);
        var left = InARow;
        for (var deadline = DateTime.UtcNow + Patience; !HasEnded(ref rebuild, calm, node);)
        {
            if (left > 0 && _tally.Kills < kills && Disturb(ref rebuild, calm, node)) left--;
            ReplaceRefused(node);
            if (DateTime.UtcNow < deadline) continue;
            _tally.Complain("the rebuild did not end");
            rebuild.Kill();
            rebuild.WaitForExit();
        }

        if (rebuild.ExitCode is not (0 or 1)) _tally.Complain($"the rebuild ended with {rebuild.ExitCode}");
        rebuild.Dispose();
        Dismiss(calm);
        foreach (var difference in calm.Differences(program, _output)) _tally.Complain(difference);
        Directory.Delete(_output, recursive: true);
    }

    /// <summary>Waits for some moment. A run that starts while the broker is down ends with 3, and is started again.</summary>
    private bool HasEnded(ref Process rebuild, CalmArchive calm, BrokerNode node)
    {
        if (!rebuild.WaitForExit(calm.Usual * (0.5 * _random.NextDouble()))) return false;
        if (rebuild.ExitCode != 3) return true;
        rebuild.Dispose();
        rebuild = StartRun(calm, node);
        return false;
    }

    /// <returns>Whether it did anything.</returns>
    private bool Disturb(ref Process rebuild, CalmArchive calm, BrokerNode node)
    {
        switch (_random.Next(8))
        {
            // Not before booklets have come of the queues: RabbitMQ 3.10 that is killed soon after it made a quorum queue has one without a leader for ever after.
            case 0 when _hands.Sum(static hand => hand.Built.Length) >= Workers && _hands.Exists(static hand => hand.IsBusy && !hand.IsGone):
                _tally.Add(DisturbanceKind.BrokerRestarted, node.Restart());
                break;
            case 1:
                _tally.Add(DisturbanceKind.BrokerRunKilled, Signals.Kill(rebuild));
                rebuild.Dispose();
                rebuild = StartRun(calm, node);
                break;
            default:
                if (_hands.Find(static hand => hand.IsBusy && !hand.IsGone) is not { } busy) return false;
                _tally.Add(DisturbanceKind.BrokerWorkerKilled, busy.Kill());
                Hire(node);
                break;
        }

        return true;
    }

    /// <summary>A worker that starts while the broker is down ends with 3; whoever watches over it starts it again.</summary>
    private void ReplaceRefused(BrokerNode node)
    {
        foreach (var refused in _hands.Where(static hand => hand.WasRefused).ToArray())
        {
            _hands.Remove(refused);
            refused.Dispose();
            Hire(node);
        }
    }

    private void Hire(BrokerNode node) =>
        _hands.Add(new(program.Start("worker", "--broker", node.Address, "--archive", archive, "-o", _output, "--jobs", "1", "--lang", "en")));

    private Process StartRun(CalmArchive calm, BrokerNode node)
    {
        var rebuild = program.Start(["rebuild", archive, "-o", _output, "--broker", node.Address, "--lang", "en", .. calm.Options]);
        rebuild.OutputDataReceived += static (_, _) => { };
        rebuild.ErrorDataReceived += (_, line) => Heed(line.Data);
        rebuild.BeginOutputReadLine();
        rebuild.BeginErrorReadLine();
        return rebuild;
    }

    private void Heed(string? line)
    {
        if (line?.Contains("TS9518", StringComparison.Ordinal) is true) _tally.Complain(line);
    }

    /// <summary>Workers drain, and what they say is counted.</summary>
    private void Dismiss(CalmArchive calm)
    {
        foreach (var hand in _hands.Where(static hand => !hand.IsGone))
        {
            if (hand.Drain() is not 0 and var exit) _tally.Complain($"a worker that was asked to drain ended with {exit}");
        }

        _tally.Builds += _hands.Sum(static hand => hand.Begun.Length);
        _tally.Needed += calm.Booklets.Length;
        var built = _hands.SelectMany(static hand => hand.Built).GroupBy(static end => end.Booklet).ToDictionary(static ends => ends.Key, static ends => ends.Min(static end => end.At));
        foreach (var (booklet, at) in _hands.SelectMany(static hand => hand.Begun))
        {
            if (built.TryGetValue(booklet, out var first) && at > first) _tally.Complain($"{booklet} was finished by a worker, and yet was begun by another");
        }

        foreach (var hand in _hands) hand.Dispose();
        _hands.Clear();
    }
}

/// <summary>A worker of a broker, by what it says: a line when it begins a booklet and one when it is done with it.</summary>
internal sealed class BrokerHand : IDisposable
{
    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<(string Booklet, string What, long At)> _said = [];

    public BrokerHand(Process process)
    {
        _process = process;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool IsGone { get; private set; }

    public bool WasRefused => !IsGone && _process.HasExited && _process.ExitCode == 3;

    public bool IsBusy => Holds is not null;

    /// <summary>The booklet that it has begun and is not done with.</summary>
    public string? Holds
    {
        get { lock (_gate) return _said is [.., (var booklet, "begun", _)] ? booklet : null; }
    }

    /// <summary>Booklets that it began to build, and when that was heard.</summary>
    public ImmutableArray<(string Booklet, long At)> Begun => Told("begun");

    /// <summary>Booklets that it built to their end.</summary>
    public ImmutableArray<(string Booklet, long At)> Built => Told("Done").AddRange(Told("Failed"));

    /// <summary>Kills it; true when it died of that.</summary>
    public bool Kill()
    {
        IsGone = true;
        return Signals.Kill(_process);
    }

    /// <summary>Asks it to end; it finishes what it has begun.</summary>
    public int Drain()
    {
        Signals.Send("-TERM", _process.Id);
        if (!_process.WaitForExit(TimeSpan.FromMinutes(2))) return -1;
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();

    private void Hear(string? line)
    {
        if (line?.Split(": ") is [var booklet, var what]) lock (_gate) _said.Add((booklet, what.Split(' ')[0], Stopwatch.GetTimestamp()));
    }

    private ImmutableArray<(string Booklet, long At)> Told(string what)
    {
        lock (_gate) return [.. _said.Where(said => said.What == what).Select(static said => (said.Booklet, said.At))];
    }
}
