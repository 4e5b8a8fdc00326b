using System.Diagnostics;

namespace Typeset.Batch.Work;

/// <summary>How a worker met a commission, where it did not reply.</summary>
internal enum WorkerEnd { Died, OverTime, OverMemory }

/// <summary>A worker as the run sees it: a child process that is asked one commission at a time.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Of a crash, so many last lines are told.</summary>
    private const int TailLines = 6;

    private readonly Process _process;
    private readonly Queue<string> _tail = new();

    private WorkerProcess(Process process, Limits limits)
    {
        (_process, Limits) = (process, limits);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginErrorReadLine();
    }

    public static WorkerProcess Start(WorkerLaunch launch, Limits limits) => new(Process.Start(launch.StartInfo(limits))!, limits);

    /// <summary>What a booklet may take with it.</summary>
    public Limits Limits { get; }

    /// <summary>Resident memory in bytes; 0 of a process that is gone.</summary>
    public long Memory
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.WorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <summary>The last words of a worker that died.</summary>
    public string LastWords
    {
        get { lock (_tail) return string.Join(" / ", _tail); }
    }

    /// <summary>Has a commission carried out; null and why where no reply came: the process is then of no more use.</summary>
    public async Task<(Reply? Reply, WorkerEnd End)> Ask(Commission commission, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reply = Exchange(commission, stop.Token);
        var deadline = Stopwatch.GetTimestamp() + (long)(Limits.Time.TotalSeconds * Stopwatch.Frequency);
        while (await Task.WhenAny(reply, Task.Delay(WatchInterval, cancellation)) != reply)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Memory > Limits.Megabytes * 1024L * 1024) return (null, WorkerEnd.OverMemory);
            if (Stopwatch.GetTimestamp() > deadline) return (null, WorkerEnd.OverTime);
        }

        return (await reply, WorkerEnd.Died);
    }

    public void Dispose()
    {
        try
        {
            _process.Kill();
            _process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (Exception cause) when (cause is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It was gone already.
        }

        _process.Dispose();
    }

    private async Task<Reply?> Exchange(Commission commission, CancellationToken cancellation)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(Wire.Line(commission).AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
            return await _process.StandardOutput.ReadLineAsync(cancellation) is { } line ? Wire.Reply(line) : null;
        }
        catch (Exception cause) when (cause is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return null;
        }
    }

    private void Remember(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_tail)
        {
            if (_tail.Count < TailLines) _tail.Enqueue(line.Trim());
        }
    }
}
