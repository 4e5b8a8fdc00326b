using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Typeset.Batch.Work;

/// <summary>
/// A worker's side: commissions from its standard input one after the other, a reply to each. It lives as long as whoever started it: the end of
/// its input ends it at once, in the middle of a booklet too, so that none works on behind a run that was killed.
/// </summary>
public static class WorkerLoop
{
    /// <summary>Serves until the input ends.</summary>
    public static void Serve(Stream input, Stream output, Func<Commission, Reply> build)
    {
        // Ctrl-C reaches every process of the terminal; it is the run that decides.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        using var commissions = new BlockingCollection<string>();
        new Thread(() => Listen(input, commissions)) { IsBackground = true, Name = "commissions" }.Start();
        using var writer = new StreamWriter(output, Wire.Utf8) { AutoFlush = true, NewLine = "\n" };
        foreach (var line in commissions.GetConsumingEnumerable())
        {
            var commission = Wire.Commission(line) ?? throw new InvalidDataException("No commission: " + line);
            writer.WriteLine(Wire.Line(Answer(commission, build)));
        }
    }

    private static void Listen(Stream input, BlockingCollection<string> commissions)
    {
        using var reader = new StreamReader(input, Wire.Utf8);
        while (reader.ReadLine() is { } line) commissions.Add(line);
        Environment.Exit(0);
    }

    private static Reply Answer(Commission commission, Func<Commission, Reply> build)
    {
        try
        {
            return build(commission);
        }
        catch (Exception end)
        {
            return Reason(end);
        }
    }

    /// <summary>Threads that work together wrap what ended one of them.</summary>
    private static Reply Reason(Exception end) => end switch
    {
        AggregateException { InnerException: { } first } => Reason(first),
        SourcesMovedException moved => new() { Moved = moved.Path },
        OutOfMemoryException => new() { OutOfMemory = true },
        IOException or UnauthorizedAccessException => new() { Unwritable = end.Message },
        _ => new() { Fault = end.ToString().ReplaceLineEndings(" / ") },
    };
}
