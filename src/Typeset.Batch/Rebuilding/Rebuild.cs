using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Typeset.Batch.Broker;
using Typeset.Batch.Discovery;
using Typeset.Batch.Files;
using Typeset.Batch.Store;
using Typeset.Batch.Work;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Batch.Rebuilding;

/// <summary>
/// Rebuilds what is stale of an archive. Each booklet goes through three states, each durable before the next: built in the object store,
/// published in its place, recorded in the store of the archive. A run that is cut off anywhere leaves the rest to the next one.
/// </summary>
public sealed class Rebuild
{
    /// <summary>Somebody who saves a file while it is built is given so many chances.</summary>
    private const int Patience = 3;

    /// <summary>So many finished booklets at most are recorded in one transaction.</summary>
    private const int GroupSize = 32;

    private readonly RebuildRequest _request;
    private readonly Action<RebuildEvent> _tell;
    private readonly Archive _archive;
    private readonly ObjectStore _objects;
    private readonly ConcurrentQueue<(BookletPlace Place, StaleBooklet Why)> _queue = new();
    private readonly Channel<Finished> _finished = Channel.CreateBounded<Finished>(GroupSize);

    /// <param name="tell">Is told what happens, from several threads.</param>
    public Rebuild(RebuildRequest request, Action<RebuildEvent> tell)
    {
        (_request, _tell) = (request, tell);
        _archive = new(request.Archive, request.Output, request.Manuscripts);
        _objects = new(request.Output);
    }

    /// <summary>Carries it out. Cancelled, it stops at once and keeps what is finished.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read or the outputs cannot be written.</exception>
    public async Task<RebuildSummary> Run(CancellationToken cancellation)
    {
        if (_request.IsDryRun && !File.Exists(_request.Output.Store)) return Survey(ArchiveStore.Transient(), cancellation);
        using var hold = _request.Output.Enter();
        var problems = new List<Diagnostic>();
        using var store = ArchiveStore.Open(_request.Output, problems);
        foreach (var problem in problems) _tell(new Noticed(problem));
        return _request.IsDryRun ? Survey(store, cancellation) : await Work(store, cancellation);
    }

    private RebuildSummary Survey(ArchiveStore store, CancellationToken cancellation)
    {
        var (asked, stale) = new Survey(_request, _archive, store, _tell).Make(cancellation);
        _tell(new PlanMade(asked.Length, [.. stale.Select(static booklet => booklet.Why)]));
        return new() { Booklets = asked.Length };
    }

    private async Task<RebuildSummary> Work(ArchiveStore store, CancellationToken cancellation)
    {
        _objects.SweepDrafts();
        if (_request.Setup.Profile is { } profile) _request.Output.Keep(profile);
        var (asked, stale) = new Survey(_request, _archive, store, _tell).Make(cancellation);
        _tell(new PlanMade(asked.Length, [.. stale.Select(static booklet => booklet.Why)]));
        // The longest first, so that jobs come to their ends together.
        foreach (var booklet in stale.OrderByDescending(static booklet => booklet.Why.Bytes)) _queue.Enqueue(booklet);
        var ledger = new Ledger(_request, store, _tell);
        var isCutOff = await Build(ledger, cancellation);
        if (_request.Prunes && !isCutOff) ledger.Prune();
        ledger.Close(isCutOff);
        return ledger.Summary(asked, isCutOff);
    }

    /// <returns>Whether it was cancelled.</returns>
    private async Task<bool> Build(Ledger ledger, CancellationToken cancellation)
    {
        if (_queue.IsEmpty) return false;
        if (_request.Broker is not { } broker) return await Build(ledger, begins => new LocalWorkshop(_request.Worker, _request.Output) { Begins = begins }, cancellation);
        await using var desk = await BrokerDesk.Open(_request, broker, _tell, cancellation);
        return await Build(ledger, desk.Workshop, cancellation);
    }

    private async Task<bool> Build(Ledger ledger, Func<Action<Commission, int>, Workshop> newWorkshop, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var jobs = Math.Clamp(_queue.Count, 1, _request.Jobs);
        var building = Task.WhenAll(Enumerable.Range(0, jobs).Select(slot => Task.Run(() => Build(slot, newWorkshop, stop.Token), CancellationToken.None)))
            .ContinueWith(all => _finished.Writer.TryComplete(all.Exception?.InnerException), TaskScheduler.Default);
        try
        {
            await Record(ledger);
            return cancellation.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DurableFiles.Refused(_request.Output.Path, cause);
        }
        finally
        {
            await stop.CancelAsync();
            while (_finished.Reader.TryRead(out _)) { }
            await building;
        }
    }

    private async Task Record(Ledger ledger)
    {
        var group = new List<Finished>();
        while (await _finished.Reader.WaitToReadAsync(CancellationToken.None))
        {
            group.Clear();
            while (group.Count < GroupSize && _finished.Reader.TryRead(out var finished)) group.Add(finished);
            ledger.Record(group);
        }
    }

    /// <summary>
    /// One of the jobs: it begins a booklet when the one before is built and the one before that is handed on, so that it has two at most, and a third made
    /// ready: its worker does not wait while sources are read.
    /// </summary>
    private async Task Build(int slot, Func<Action<Commission, int>, Workshop> newWorkshop, CancellationToken cancellation)
    {
        using var workshop = newWorkshop((commission, attempt) => _tell(new BookletBegun(slot, commission.Booklet, commission.Digest, attempt)));
        var before = Task.CompletedTask;
        Assignment? ahead = null;
        while (!cancellation.IsCancellationRequested && (ahead ?? Next()) is { } assignment)
        {
            ahead = _queue.Count > _request.Jobs ? Next() : null; // the last ones are for whoever is free
            var built = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var finished = Finish(assignment, workshop, () => built.TrySetResult(), cancellation);
            await Task.WhenAny(built.Task, finished);
            await before;
            before = finished;
        }

        await before;
        _tell(new SlotFree(slot));
    }

    private Assignment? Next() => _queue.TryDequeue(out var booklet) ? new(booklet.Place, booklet.Why.Bytes, Task.Run(() => TakeStock(booklet.Place))) : null;

    private Stock? TakeStock(BookletPlace place)
    {
        var takenAt = FileStamp.Now;
        return Inventory.Take(_archive, place, earlier: null) is { } inventory ? new(takenAt, inventory, Commissioned(place, inventory)) : null;
    }

    /// <summary>Hands a booklet on when it is built and durable. Whatever goes wrong ends the run: the recording side sees it and stops the rest.</summary>
    private async Task Finish(Assignment booklet, Workshop workshop, Action built, CancellationToken cancellation)
    {
        try
        {
            if (await Build(booklet, workshop, built, cancellation) is { } finished) await _finished.Writer.WriteAsync(finished, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The next run builds it.
        }
        catch (Exception end)
        {
            _finished.Writer.TryComplete(end);
        }
    }

    private async Task<Finished?> Build(Assignment booklet, Workshop workshop, Action built, CancellationToken cancellation)
    {
        for (var chance = 1; ; chance++)
        {
            if ((chance == 1 ? await booklet.Stock : TakeStock(booklet.Place)) is not var (takenAt, inventory, commission)) return null;
            try
            {
                var adopted = Adopted(booklet.Place, commission.Digest, inventory);
                var outcome = adopted ?? await workshop.Build(commission, built, cancellation);
                return new(booklet.Place, booklet.Bytes, inventory.With(_archive, booklet.Place, outcome.Beside), takenAt, outcome, adopted is not null);
            }
            catch (SourcesMovedException moved) when (chance == Patience)
            {
                var outcome = Outcome.Without(commission.Digest, OutcomeStatus.GivenUp, BatchMessages.Restless.Anywhere(moved.Path));
                return new(booklet.Place, booklet.Bytes, inventory, takenAt, outcome, IsAdopted: false);
            }
            catch (SourcesMovedException)
            {
                await Task.Delay(TimeSpan.FromSeconds(chance), cancellation);
            }
        }
    }

    /// <summary>What a run that was cut off had finished.</summary>
    private Outcome? Adopted(BookletPlace place, Digest digest, Inventory inventory)
    {
        if (_objects.Find(digest) is not { } outcome) return null;
        var isWhole = new Publisher(_request.Output, _request.Setup.Formats, static _ => { }).IsWhole(place, outcome);
        if (isWhole && inventory.With(_archive, place, outcome.Beside).IsPresent(_archive, place)) return outcome;
        _objects.Remove(digest);
        return null;
    }

    private Commission Commissioned(BookletPlace place, Inventory inventory) => new()
    {
        Booklet = place.Path, IsManuscript = place.IsManuscript,
        Files = [.. inventory.Entries.Select(static entry => new SourceFile(entry.Path, entry.Content, entry.IsLink))],
        Formats = _request.Setup.Formats, Choices = _request.Setup.Choices, Checks = _request.Setup.Checks, Style = _request.Setup.Style, Date = _request.Setup.Date, Limits = _request.Setup.Limits,
        Digest = Commission.DigestOf(place.Path, inventory.Digest, _request.Setup),
    };
}

/// <summary>A booklet of a job, and what it is to be built from, which is read ahead.</summary>
internal sealed record Assignment(BookletPlace Place, long Bytes, Task<Stock?> Stock);

/// <summary>The files of a booklet as they were at a moment, and what they amount to.</summary>
internal sealed record Stock(long TakenAt, Inventory Inventory, Commission Commission);

/// <summary>A booklet that was built, on its way into the records.</summary>
internal sealed record Finished(BookletPlace Place, long Bytes, Inventory Inventory, long TakenAt, Outcome Outcome, bool IsAdopted);
