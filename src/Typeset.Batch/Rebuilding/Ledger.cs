using System.Collections.Immutable;
using System.Globalization;
using Typeset.Batch.Discovery;
using Typeset.Batch.Files;
using Typeset.Batch.Reporting;
using Typeset.Batch.Store;
using Typeset.Batch.Work;

namespace Typeset.Batch.Rebuilding;

/// <summary>Publishes and records what is finished, in groups: files durable in their places first, then the store in one transaction, then the object store is cleared.</summary>
internal sealed class Ledger(RebuildRequest request, ArchiveStore store, Action<RebuildEvent> tell)
{
    private const string RunFact = "run";
    private const string UnwrittenFact = "unwritten";

    private readonly Publisher _publisher = new(request.Output, request.Setup.Formats, diagnostic => tell(new Noticed(diagnostic)));
    private readonly ObjectStore _objects = new(request.Output);
    private readonly Digest _setup = request.Setup.Digest;
    private readonly string _asked = Staleness.AskedOf(request.Setup);
    private readonly long _run = store.LastRun + 1;

    private int _built;
    private int _adopted;
    private int _pages;

    /// <summary>Publishes and records a group of booklets.</summary>
    public void Record(IReadOnlyList<Finished> group)
    {
        var records = group.Select(Publish).ToArray();
        _publisher.Sync();
        store.Commit(() =>
        {
            foreach (var (finished, record) in group.Zip(records)) Record(finished, record);
            store.SetFact(RunFact, _run.ToString(CultureInfo.InvariantCulture));
            store.SetFact(UnwrittenFact, "1");
        });
        foreach (var finished in group) Conclude(finished);
    }

    /// <summary>Removes the outputs of booklets that are gone.</summary>
    public void Prune()
    {
        var gone = store.Paths().ToArray().Select(path => store.Find(path)!).Where(static record => record.IsGone).ToArray();
        if (gone.Length == 0) return;
        foreach (var record in gone) Remove(record);
        _publisher.Sync();
        store.Commit(() =>
        {
            foreach (var record in gone) store.Remove(record.Place.Path);
            store.SetFact(UnwrittenFact, "1");
        });
    }

    /// <summary>Writes manifest and report where anything changed since they were written.</summary>
    /// <param name="isCutOff">Somebody waits: the manifest alone.</param>
    public void Close(bool isCutOff)
    {
        if (store.Fact(UnwrittenFact) != "0" || !File.Exists(request.Output.Manifest) || !File.Exists(request.Output.Report))
        {
            Manifest.Write(request.Output, store);
            if (!isCutOff) HtmlReport.Write(request.Output, store, request.Language);
            store.Commit(() => store.SetFact(UnwrittenFact, isCutOff ? "1" : "0"));
        }

        // What still lies there was built twice: by a worker that was taken for dead, or from sources that changed since.
        if (!isCutOff && request.Only.IsEmpty && request.Since is null) _objects.Clear();
    }

    public RebuildSummary Summary(ImmutableArray<BookletPlace> asked, bool isCutOff)
    {
        var (done, failed, pages, warnings) = store.Totals();
        return new()
        {
            Booklets = asked.Length, Built = _built, Adopted = _adopted, Pages = _pages, Standing = (done, failed), Totals = (pages, warnings), IsCutOff = isCutOff,
            Faulty = [.. asked.Select(static place => place.Path).Where(HasErrors)],
            Failed = failed == 0 ? [] : [.. asked.Select(static place => place.Path).Where(path => store.Find(path) is { Sources: not null, Status: not OutcomeStatus.Done })],
        };
    }

    private bool HasErrors(string path) => request.Setup.Checks && store.Find(path) is { } record && record.Outputs.Any(static output => output.Verdict is { Errors: > 0 });

    private BookletRecord Publish(Finished finished)
    {
        var earlier = store.Find(finished.Place.Path);
        var isDone = finished.Outcome.Status == OutcomeStatus.Done;
        return new()
        {
            Place = finished.Place, Stock = finished.Inventory.ToText(finished.TakenAt),
            Sources = finished.Inventory.Digest, Setup = _setup, Formats = _asked, Styles = finished.Outcome.Styles, Status = finished.Outcome.Status,
            Outputs = _publisher.Publish(finished.Place, finished.Outcome, earlier?.Outputs ?? []),
            Run = isDone ? _run : earlier?.Run ?? 0,
        };
    }

    private void Record(Finished finished, BookletRecord record)
    {
        var path = finished.Place.Path;
        var earlier = store.FindDetail(path);
        store.Put(record);
        // A failure says nothing of pages: what the last success looked like stays, for the next to be compared with.
        var outcome = finished.Outcome.Status == OutcomeStatus.Done || earlier is null ? finished.Outcome : finished.Outcome with { Pages = earlier.Outcome.Pages };
        var change = finished.Outcome.Status == OutcomeStatus.Done && earlier is { Outcome.Pages.IsEmpty: false } ? BookletChange.Between(earlier.Outcome.Pages, outcome.Pages) : null;
        store.Put(path, new BookletDetail(outcome, change));
    }

    private void Conclude(Finished finished)
    {
        // A broker may deliver a commission again: as long as the run lasts its outcome tells that it is done.
        if (request.Broker is null) _objects.Remove(finished.Outcome.Digest);
        if (finished.Outcome.Status == OutcomeStatus.Done)
        {
            (_built, _adopted) = finished.IsAdopted ? (_built, _adopted + 1) : (_built + 1, _adopted);
            _pages += finished.Outcome.Pages.Length;
        }

        tell(new BookletEnded(finished.Place.Path, finished.Outcome, finished.Bytes, finished.IsAdopted));
    }

    private void Remove(BookletRecord record)
    {
        foreach (var output in record.Outputs) _publisher.Retire(output);
        File.Delete(Path.Combine(request.Output.Covers, Publisher.CoverName(record.Place.Path)));
    }
}
