using System.Diagnostics;

namespace Typeset.Cli.Reporting;

/// <summary>One line that tells a person that work goes on; shown only after a second, only on a terminal, and wiped off at the end.</summary>
internal sealed class WorkProgress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(0.25);

    private readonly Terminal _terminal;
    private readonly string _what;
    private readonly string _doing;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private bool _isShown;
    private bool _isOver;

    private WorkProgress(Terminal terminal, string what, string doing)
    {
        _terminal = terminal;
        _doing = doing;
        _what = TerminalColumns.Harmless(what);
        _timer = new Timer(_ => Show(), null, Patience, Beat);
    }

    /// <summary>Begins to watch over a piece of work (typesetting, if nothing else is said); nobody to show it to, nothing to watch.</summary>
    public static WorkProgress? Begin(Terminal terminal, string what, string? doing = null) =>
        terminal.IsWatched ? new(terminal, what, doing ?? terminal.Say("正在排版", "typesetting")) : null;

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            _isOver = true;
            if (_isShown) _terminal.Error.Write("\r\e[K");
        }
    }

    private void Show()
    {
        lock (_gate)
        {
            if (_isOver) return;
            _isShown = true;
            var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
            _terminal.Error.Write($"\r\e[K{_doing} {_what} … {seconds:0.0} s");
        }
    }
}
