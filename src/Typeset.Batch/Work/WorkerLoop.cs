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
        foreach (var line in commissions.GetConsumingEnumerable())
        {
            var commission = Wire.Commission(line) ?? throw new InvalidDataException("No commission: " + line);
            var (draft, failure) = Build(commission, build);
            if (draft is not null) finisher.Take(draft);
            else finisher.Take(failure!);
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
