using System.Collections.Immutable;
using System.Diagnostics;
using Typeset.Batch.Rebuilding;
using Typeset.Batch.Work;

namespace Typeset.Cli.Reporting;

/// <summary>
/// How a rebuild is told of. A person at a terminal sees a line for the whole and one for each job, drawn anew four times a second; elsewhere a
/// plain line says every ten seconds how far it is. Failures come as they happen.
/// </summary>
internal sealed class RebuildProgress : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan PlainBeat = TimeSpan.FromSeconds(10);

    /// <summary>A broker may hold more booklets than a terminal has lines.</summary>
    private const int MostJobs = 16;

    private readonly RebuildRequest _request;
    private readonly Terminal _terminal;
    private readonly bool _asJson;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, string> _jobs = [];
    private readonly List<BookletEnded> _failures = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Timer _timer;
    private PlanMade? _plan;
    private RebuildPace _pace;
    private int _drawnLines;
    private bool _isOver;

    public RebuildProgress(RebuildRequest request, Terminal terminal, bool asJson)
    {
        (_request, _terminal, _asJson) = (request, terminal, asJson);
        var beat = terminal.IsWatched ? Beat : PlainBeat;
        _timer = new Timer(_ => Show(), null, beat, beat);
    }

    /// <summary>Takes in what happened.</summary>
    public void Tell(RebuildEvent happened)
    {
        lock (_gate)
        {
            switch (happened)
            {
                case PlanMade plan:
                    _plan = plan;
                    _pace = new(plan.Stale.Length, plan.Stale.Sum(static booklet => booklet.Bytes));
                    if (_request.IsDryRun && !_asJson) RebuildReport.WritePlan(plan, _terminal);
                    break;
                case BookletBegun begun:
                    _jobs[begun.Slot] = begun.Path;
                    break;
                case SlotFree free:
                    _jobs.Remove(free.Slot);
                    break;
                case Noticed noticed:
                    Say(DiagnosticText.For(_terminal).Render(noticed.Diagnostic));
                    break;
                case BookletEnded ended:
                    Add(ended);
                    break;
            }
        }
    }

    /// <summary>Says what came of it.</summary>
    public void Close(RebuildSummary summary)
    {
        Dispose();
        var report = new RebuildReport(_request, summary, _terminal);
        if (_asJson) report.WriteJson(_plan?.Stale ?? [], [.. _failures], Stopwatch.GetElapsedTime(_started));
        else if (!_request.IsDryRun) report.WriteText(Stopwatch.GetElapsedTime(_started));
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            if (_isOver) return;
            Wipe();
            _isOver = true;
        }
    }

    private void Add(BookletEnded ended)
    {
        _pace = _pace.After(ended);
        if (ended.Outcome.Status == OutcomeStatus.Done) return;
        _failures.Add(ended);
        Say(RebuildReport.Failure(ended, _terminal));
    }

    /// <summary>Writes lines above those that are drawn.</summary>
    private void Say(string lines)
    {
        Wipe();
        _terminal.Error.Write(lines);
    }

    private void Show()
    {
        lock (_gate)
        {
            if (_isOver || _plan is not { Stale.IsEmpty: false } || _request.IsDryRun) return;
            var overall = _pace.Line(Stopwatch.GetElapsedTime(_started), _terminal);
            if (_terminal.IsWatched) Draw(overall);
            else _terminal.Error.WriteLine(overall);
        }
    }

    private void Draw(string overall)
    {
        Wipe();
        var lines = _jobs.Take(MostJobs).Select(job => $"  {job.Key + 1,2}  {job.Value}").Prepend(overall).Select(Cut).ToArray();
        _terminal.Error.Write(string.Join("\n", lines) + "\n");
        _drawnLines = lines.Length;
    }

    private void Wipe()
    {
        if (_drawnLines > 0) _terminal.Error.Write($"\e[{_drawnLines}F\e[J");
        _drawnLines = 0;
    }

    private string Cut(string line)
    {
        line = TerminalColumns.Harmless(line);
        while (TerminalColumns.Of(line) >= _terminal.Width) line = line[..^1];
        return line;
    }
}

/// <summary>How far a rebuild is and how fast it goes.</summary>
internal readonly record struct RebuildPace(int Booklets, long Bytes)
{
    public int Ended { get; private init; }

    public long EndedBytes { get; private init; }

    public int Pages { get; private init; }

    public int Failed { get; private init; }

    public RebuildPace After(BookletEnded ended)
    {
        var isDone = ended.Outcome.Status == OutcomeStatus.Done;
        return this with { Ended = Ended + 1, EndedBytes = EndedBytes + ended.Bytes, Pages = Pages + (isDone ? ended.Outcome.Pages.Length : 0), Failed = Failed + (isDone ? 0 : 1) };
    }

    /// <summary>Booklets, pages, pages a second, and how long it will take by the bytes of manuscript that are left.</summary>
    public string Line(TimeSpan elapsed, Terminal terminal)
    {
        var pace = elapsed.TotalSeconds > 0 ? Pages / elapsed.TotalSeconds : 0;
        var left = EndedBytes > 0 ? elapsed * ((double)(Bytes - EndedBytes) / EndedBytes) : (TimeSpan?)null;
        var shownLeft = left is { } time ? $"{(int)time.TotalMinutes}:{time.Seconds:00}" : "–";
        return terminal.Say(
            $"{Ended}/{Booklets} 册  {Pages} 页  {pace:0} 页/秒  还需约 {shownLeft}" + (Failed > 0 ? $"  失败 {Failed}" : ""),
            $"{Ended}/{Booklets} booklets  {Pages} pages  {pace:0} pages/s  about {shownLeft} left" + (Failed > 0 ? $"  {Failed} failed" : ""));
    }
}
