using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Typeset.Batch.Work;

/// <summary>
/// A worker's side: commissions from its standard input one after the other, a reply to each when it is durable; meanwhile the next is built. It lives
/// as long as whoever started it: the end of its input ends it at once, in the middle of a booklet too, so that none works on behind a run that was killed.
/// </summary>
public static class WorkerLoop
{
    /// <summary>Serves until the input ends.</summary>
    public static void Serve(Stream input, Stream output, Func<Commission, ObjectDraft> build)
    {
        // Ctrl-C reaches every process of the terminal; it is the run that decides.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        using var commissions = new BlockingCollection<string>();
        new Thread(() => Listen(input, commissions)) { IsBackground = true, Name = "commissions" }.Start();
        using var writer = new StreamWriter(output, Wire.Utf8) { AutoFlush = true, NewLine = "\n" };
        var finisher = new Finisher(writer);
        var litter = new Litter();
        foreach (var line in commissions.GetConsumingEnumerable())
        {
            var commission = Wire.Commission(line) ?? throw new InvalidDataException("No commission: " + line);
            var (draft, failure) = Build(commission, build);
            if (draft is not null) finisher.Take(draft);
            else finisher.Take(failure!);
            litter.Clear();
        }
    }

    private static void Listen(Stream input, BlockingCollection<string> commissions)
    {
        using var reader = new StreamReader(input, Wire.Utf8);
        while (reader.ReadLine() is { } line) commissions.Add(line);
        Environment.Exit(0);
    }

    /// <summary>Builds one; null and why where it could not be.</summary>
    private static (ObjectDraft? Draft, Reply? Failure) Build(Commission commission, Func<Commission, ObjectDraft> build)
    {
        try
        {
            return (build(commission), null);
        }
        catch (Exception end)
        {
            return (null, Reply.Because(end));
        }
    }
}

/// <summary>
/// What booklets leave behind. Between two of them next to nothing lives, so that to collect it then costs least; left to itself the runtime waits until a
/// worker has taken so much memory that it is replaced by a new one.
/// </summary>
file sealed class Litter
{
    /// <summary>Bytes that may gather: some seven booklets of thirty pages.</summary>
    private const long Most = 64 << 20;

    private long _swept = GC.GetTotalMemory(forceFullCollection: false);

    /// <summary>Clears it away when it is much. Nothing is moved: to close holes took a twelfth more time, and held no less memory.</summary>
    public void Clear()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) - _swept <= Most) return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        _swept = GC.GetTotalMemory(forceFullCollection: false);
    }
}
