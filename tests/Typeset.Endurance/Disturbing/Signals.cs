using System.Diagnostics;
using System.Globalization;

namespace Typeset.Endurance;

/// <summary>Signals to processes, and what Linux' <c>/proc</c> tells of them.</summary>
internal static class Signals
{
    public const int KilledExit = 128 + 9;
    public const int TerminatedExit = 128 + 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Sends a signal; false where no living process was there to take it.</summary>
    public static bool Send(string signal, int process)
    {
        if (!IsAlive(process)) return false;
        using var kill = Process.Start(new ProcessStartInfo("/bin/kill", [signal, process.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        kill.WaitForExit();
        return kill.ExitCode == 0;
    }

    /// <summary>Kills a process that was not started here; true when it was alive before and is gone afterwards.</summary>
    public static bool Kill(int process)
    {
        if (!Send("-KILL", process)) return false;
        var deadline = Stopwatch.GetTimestamp() + (long)(Patience.TotalSeconds * Stopwatch.Frequency);
        while (IsAlive(process) && Stopwatch.GetTimestamp() < deadline) Thread.Sleep(2);
        return !IsAlive(process);
    }

    /// <summary>Kills a process that was started here; true when its exit says that it ended by that.</summary>
    public static bool Kill(Process process) => Send("-KILL", process.Id) && process.WaitForExit(Patience) && process.ExitCode == KilledExit;

    /// <summary>Whether a process runs; one that has ended and is not yet waited for does not.</summary>
    public static bool IsAlive(int process)
    {
        try
        {
            var state = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1];
            return state[0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The processes that a process has started.</summary>
    public static int[] Children(int parent)
    {
        try
        {
            return [.. Directory.GetDirectories($"/proc/{parent}/task").SelectMany(static task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(static id => int.Parse(id, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
