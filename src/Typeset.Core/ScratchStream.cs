using System.Collections.Concurrent;

namespace Typeset.Core;

/// <summary>
/// Memory that serves one piece of work after the other: large buffers are dear to make anew, as the collector goes over everything for them. Disposed of,
/// it is empty and waits for the next who rents, on whatever thread; no one may hold on to its buffer.
/// </summary>
public sealed class ScratchStream : MemoryStream
{
    /// <summary>Bytes; a larger one, as whole faces and pictures need, is left to the collector.</summary>
    private const int LargestKept = 1 << 20;

    /// <summary>Those of one booklet: fonts of a PDF file and of a document, and what pages and parts are deflated into.</summary>
    private const int MostKept = 12;

    private static readonly ConcurrentStack<ScratchStream> Free = [];

    private bool _isRented;

    private ScratchStream()
    {
    }

    /// <summary>An empty one, the caller's until disposed of.</summary>
    public static ScratchStream Rent()
    {
        var stream = Free.TryPop(out var free) ? free : new ScratchStream();
        stream._isRented = true;
        return stream;
    }

    protected override void Dispose(bool disposing)
    {
        if (!_isRented) return;
        _isRented = false;
        SetLength(0);
        if (Capacity <= LargestKept && Free.Count < MostKept) Free.Push(this);
    }
}
