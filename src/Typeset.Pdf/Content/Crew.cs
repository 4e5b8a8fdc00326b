namespace Typeset.Pdf.Content;

/// <summary>Several threads at the same work, the caller's among them.</summary>
internal static class Crew
{
    /// <summary>Runs <paramref name="work"/> on so many threads and waits for all; the work catches its own exceptions.</summary>
    public static void Run(int threads, Action work)
    {
        var others = new Thread[Math.Max(0, threads - 1)];
        for (var i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(() => work()) { IsBackground = true };
            others[i].Start();
        }

        work();
        foreach (var other in others) other.Join();
    }

    /// <summary>Makes one thing of each, on so many threads, in the order of the input; the first that fails in that order fails all.</summary>
    public static TOut[] Map<TIn, TOut>(int threads, IReadOnlyList<TIn> items, Func<TIn, TOut> make)
    {
        var results = new TOut[items.Count];
        var failures = new Exception?[items.Count];
        var next = -1;
        Run(Math.Min(threads, items.Count), () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < items.Count)
            {
                try
                {
                    results[i] = make(items[i]);
                }
                catch (Exception e)
                {
                    failures[i] = e;
                }
            }
        });
        if (Array.Find(failures, static f => f is not null) is { } failure) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return results;
    }
}
