using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Typeset.Endurance;

/// <summary>What disturbed a rebuild, and what was found wrong afterwards: nothing, it is hoped.</summary>
/// <param name="Kills">How many processes were ended at random moments.</param>
public sealed record DisturbanceReport(int Kills, int Runs, ImmutableArray<string> Complaints);

/// <summary>
/// Rebuilds an archive again and again while its processes are killed at random moments, seeded, and holds what stands after each kill to what
/// stood before: finished booklets stay finished, no output is half a file, and the last run builds only what is missing.
/// </summary>
public sealed class Disturbance
{
    private const int Jobs = 3;

    /// <summary>A run takes about so long; kills fall anywhere in it.</summary>
    private readonly TimeSpan _usual;

    private readonly TypesetProgram _program;
    private readonly string _archive;
    private readonly string _output;
    private readonly Random _random;
    private readonly ImmutableSortedDictionary<string, string> _undisturbed;
    private readonly List<string> _complaints = [];
    private int _kills;
    private int _runs;

    /// <summary>Builds the archive undisturbed first, for the comparison.</summary>
    /// <param name="work">An empty folder to work in.</param>
    public Disturbance(TypesetProgram program, string archive, string work, int seed)
    {
        (_program, _archive, _output, _random) = (program, archive, Path.Combine(work, "disturbed"), new Random(seed));
        var calm = Path.Combine(work, "calm");
        var started = Stopwatch.GetTimestamp();
        _program.Run("rebuild", archive, "-o", calm, "--jobs", $"{Jobs}");
        _usual = Stopwatch.GetElapsedTime(started);
        _undisturbed = Outputs(calm);
        if (_undisturbed.IsEmpty) throw new InvalidOperationException("The undisturbed run built nothing.");
    }

    /// <summary>Rebuilds from scratch, disturbed, until so many kills have hit.</summary>
    public DisturbanceReport Run(int kills)
    {
        while (_kills < kills) RunOnce(kills);
        return new(_kills, _runs, [.. _complaints]);
    }

    private void RunOnce(int kills)
    {
        if (Directory.Exists(_output)) Directory.Delete(_output, recursive: true);
        var finished = 0;
        for (var round = 0; round < 4 && _kills < kills; round++)
        {
            Disturb();
            var now = Finished();
            if (now < finished) Complain($"{finished} booklets were finished before a kill, {now} after it");
            finished = now;
        }

        var end = _program.Run("rebuild", _archive, "-o", _output, "--jobs", $"{Jobs}", "--json");
        _runs++;
        using var report = JsonDocument.Parse(end.Output);
        var built = report.RootElement.GetProperty("built").GetInt32();
        if (built > _undisturbed.Count - finished) Complain($"{finished} of {_undisturbed.Count} were finished, and yet {built} were built");
        Compare();
    }

    /// <summary>Starts a rebuild and ends one of its processes at some moment of it: all of it, a worker, or politely.</summary>
    private void Disturb()
    {
        _runs++;
        using var rebuild = _program.Start("rebuild", _archive, "-o", _output, "--jobs", $"{Jobs}");
        var (said, complained) = (rebuild.StandardOutput.ReadToEndAsync(), rebuild.StandardError.ReadToEndAsync());
        var moment = _usual * _random.NextDouble();
        if (!rebuild.WaitForExit(moment)) Kill(rebuild);
        rebuild.WaitForExit();
        (_, _) = (said.Result, complained.Result);
    }

    private void Kill(Process rebuild)
    {
        switch (_random.Next(4))
        {
            case 0:
                Interrupt(rebuild);
                break;
            case 1 or 2 when Workers(rebuild.Id) is { Length: > 0 } workers:
                KillHard(workers[_random.Next(workers.Length)]);
                if (!rebuild.WaitForExit(_usual * 0.5)) KillHard(rebuild.Id);
                break;
            default:
                KillHard(rebuild.Id);
                break;
        }
    }

    private void Interrupt(Process rebuild)
    {
        // Not SIGINT: programs that a shell starts in the background ignore it.
        Signal("-TERM", rebuild.Id);
        _kills++;
        if (!rebuild.WaitForExit(TimeSpan.FromSeconds(20))) Complain("an interrupted rebuild did not end");
        else if (rebuild.ExitCode is not (130 or 0 or 1)) Complain($"an interrupted rebuild ended with {rebuild.ExitCode}");
    }

    private void KillHard(int process)
    {
        Signal("-KILL", process);
        _kills++;
    }

    private static void Signal(string signal, int process)
    {
        using var kill = Process.Start(new ProcessStartInfo("/bin/kill", [signal, process.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true });
        kill?.WaitForExit();
    }

    /// <summary>The processes that a process has started, by Linux' <c>/proc</c>.</summary>
    private static int[] Workers(int parent)
    {
        var children = $"/proc/{parent}/task/{parent}/children";
        var all = Directory.GetDirectories($"/proc/{parent}/task").Select(static task => Path.Combine(task, "children"));
        return !File.Exists(children) ? [] : [.. all.SelectMany(Numbers)];
    }

    private static IEnumerable<int> Numbers(string file)
    {
        try
        {
            return [.. File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>Booklets whose outputs lie in their places, whole, or wait in the object store.</summary>
    private int Finished()
    {
        if (!Directory.Exists(_output)) return 0;
        var published = Outputs(_output);
        foreach (var (path, content) in published)
        {
            if (_undisturbed.GetValueOrDefault(path) != content) Complain($"{path} is not what an undisturbed run writes");
        }

        var waiting = Directory.EnumerateFiles(Path.Combine(_output, ".typeset", "objects"), "outcome.json", SearchOption.AllDirectories)
            .Count(static file => !file.Contains("draft-", StringComparison.Ordinal) && File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "reading")));
        return published.Count + waiting;
    }

    private void Compare()
    {
        var verified = _program.Run("verify", _output);
        if (verified.ExitCode != 0) Complain("verify: " + verified.Output + verified.Error);
        var outputs = Outputs(_output);
        if (!outputs.SequenceEqual(_undisturbed)) Complain($"{outputs.Except(_undisturbed).Count()} outputs are not those of an undisturbed run, of {outputs.Count}");
    }

    private void Complain(string complaint) => _complaints.Add($"after {_kills} kills: {complaint}");

    /// <summary>The outputs below a folder with what they hold.</summary>
    private static ImmutableSortedDictionary<string, string> Outputs(string folder) =>
        Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories)
            .Where(static file => !file.Contains("/.typeset/", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(file => Path.GetRelativePath(folder, file), static file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))), StringComparer.Ordinal);
}
