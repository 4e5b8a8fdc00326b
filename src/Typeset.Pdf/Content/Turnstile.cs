namespace Typeset.Pdf.Content;

/// <summary>Lets the pages through one at a time and in order, whatever thread brings them.</summary>
internal sealed class Turnstile
{
    private readonly object _gate = new();
    private int _next;
    private int _closedFrom = int.MaxValue;

    /// <summary>Waits for the page's turn; false where the way is closed to it.</summary>
    public bool Enter(int page)
    {
        lock (_gate)
        {
            while (_next != page && page < _closedFrom) Monitor.Wait(_gate);
            return page < _closedFrom;
        }
    }

    /// <summary>Ends the page's turn.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _next++;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Closes the way to a page and all after it; those before it still pass.</summary>
    public void CloseFrom(int page)
    {
        lock (_gate)
        {
            _closedFrom = Math.Min(_closedFrom, page);
            Monitor.PulseAll(_gate);
        }
    }
}
