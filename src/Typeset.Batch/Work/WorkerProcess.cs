using System.Diagnostics;

namespace Typeset.Batch.Work;

/// <summary>Why a worker was killed.</summary>
internal enum WorkerEnd { OverTime, OverMemory }

/// <summary>A commission that a worker was given.</summary>
/// <param name="Built">Ends when it is built, or nothing more will come of it: the worker may be given the next.</param>
/// <param name="Reply">The reply proper; null where the worker ended before.</param>
internal sealed record Errand(Task Built, Task<Reply?> Reply);

/// <summary>A worker as the run sees it: a child process that builds one commission at a time while it finishes the one before.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Of a crash, so many last lines are told.</summary>
    private const int TailLines = 6;

    private readonly Process _process;
    private readonly Queue<string> _tail = new();
    private Task _last = Task.CompletedTask;
    private int _open;

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

    /// <summary>Whether it died or was killed: it takes no more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Ends when it has replied to all that it was given, or is over.</summary>
    public Task Idle => _last;

    /// <summary>How many commissions it has not replied to; of one that is over, with how many it ended.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Gives it a commission; the one before must be built by then.</summary>
    public Errand Give(Commission commission, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _open);
        var built = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reply = Exchange(commission, built, _last, cancellation);
        _last = reply;
        return new(built.Task, reply);
    }

    /// <summary>Waits for a booklet to be built, within the limits.</summary>
    public Task<WorkerEnd?> AwaitBuilt(Errand errand, CancellationToken cancellation) => Watch(errand.Built, Limits.Megabytes * 1024L * 1024, cancellation);

    /// <summary>Waits for the reply, within the limit of time that it has once more; what memory the worker takes meanwhile is that of the next booklet.</summary>
    public Task<WorkerEnd?> AwaitReply(Errand errand, CancellationToken cancellation) => Watch(errand.Reply, long.MaxValue, cancellation);

    /// <summary>Ends it, however far it is.</summary>
    public void Kill()
    {
        lock (_process)
        {
            IsOver = true;
            try
            {
                _process.Kill();
                _process.WaitForExit(TimeSpan.FromSeconds(5));
            }
            catch (Exception cause) when (cause is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It was gone already.
            }
        }
    }

    public void Dispose()
    {
        Kill();
        lock (_process) _process.Dispose();
    }

    /// <summary>Waits for a step of an errand; kills the worker where it takes more than it may, and says of what.</summary>
    private async Task<WorkerEnd?> Watch(Task step, long mostMemory, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(step, Task.Delay(WatchInterval, cancellation)) != step)
        {
            cancellation.ThrowIfCancellationRequested();
            var isOverMemory = Memory > mostMemory;
            if (!isOverMemory && Stopwatch.GetElapsedTime(started) <= Limits.Time) continue;
            Kill();
            return isOverMemory ? WorkerEnd.OverMemory : WorkerEnd.OverTime;
        }

        return null;
    }

    /// <summary>The worker's answers come one commission after the other, and are read so.</summary>
    private async Task<Reply?> Exchange(Commission commission, TaskCompletionSource built, Task before, CancellationToken cancellation)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(Wire.Line(commission).AsMemory(), cancellation);
            await _process.StandardInput.FlushAsync(cancellation);
            await before;
            var reply = await ReadReply(cancellation);
            if (reply is { IsBuilt: true })
            {
                built.TrySetResult();
                reply = await ReadReply(cancellation);
            }

            if (reply is null) IsOver = true;
            else Interlocked.Decrement(ref _open);
            return reply;
        }
        catch (Exception cause) when (cause is IOException or ObjectDisposedException or InvalidOperationException)
        {
            IsOver = true;
            return null;
        }
        finally
        {
            built.TrySetResult();
        }
    }

    private async Task<Reply?> ReadReply(CancellationToken cancellation) =>
        await _process.StandardOutput.ReadLineAsync(cancellation) is { } line ? Wire.Reply(line) : null;

    private void Remember(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_tail)
        {
            if (_tail.Count < TailLines) _tail.Enqueue(line.Trim());
        }
    }
}
