namespace Typeset.Core;

/// <summary>
/// Memory that a thread uses for one piece of work after the other: large buffers are dear to make anew, as the collector goes over everything for them.
/// Disposed of, it is empty and waits for the next who rents on that thread; no one may hold on to its buffer.
/// </summary>
public sealed class ScratchStream : MemoryStream
{
    /// <summary>Bytes; a larger one, as whole faces need, is left to the collector.</summary>
    private const int LargestKept = 1 << 22;

    private const int MostKept = 4;

    [ThreadStatic]
    private static Stack<ScratchStream>? _free;

    private ScratchStream()
    {
    }

    /// <summary>An empty one, the caller's until disposed of.</summary>
    public static ScratchStream Rent() => _free is { Count: > 0 } free ? free.Pop() : new ScratchStream();

    protected override void Dispose(bool disposing)
    {
        SetLength(0);
        _free ??= new(MostKept);
        if (Capacity <= LargestKept && _free.Count < MostKept) _free.Push(this);
    }
}
