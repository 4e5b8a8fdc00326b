using System.Collections.Immutable;
using Typeset.Batch.Discovery;
using Typeset.Batch.Files;
using Typeset.Batch.Store;
using Typeset.Batch.Work;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Batch.Rebuilding;

/// <summary>Goes through an archive and finds what is stale.</summary>
internal sealed class Survey(RebuildRequest request, Archive archive, ArchiveStore store, Action<RebuildEvent> tell)
{
    private readonly Staleness _staleness = new(request.Output, request.Setup);
    private readonly ImmutableArray<PathPattern> _only = [.. request.Only.Select(static pattern => new PathPattern(pattern))];
    private readonly long? _since = request.Since is { } since ? FileStamp.Nanoseconds(since.UtcDateTime) : null;

    /// <summary>The booklets that are asked for, and of them the stale ones. What was learnt of unchanged files is written to the store.</summary>
    public (ImmutableArray<BookletPlace> Asked, ImmutableArray<(BookletPlace Place, StaleBooklet Why)> Stale) Make(CancellationToken cancellation)
    {
        var problems = new List<Diagnostic>();
        var all = archive.Booklets(problems);
        foreach (var problem in problems) tell(new Noticed(problem));
        var asked = all.Where(place => _only.IsEmpty || _only.Any(pattern => pattern.Matches(place.Path))).ToImmutableArray();
        var stale = ImmutableArray.CreateBuilder<(BookletPlace, StaleBooklet)>();
        store.Commit(() =>
        {
            foreach (var place in asked)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Look(place) is { } why) stale.Add((place, why));
            }

            if (_only.IsEmpty) MarkGone(all);
        });
        return (asked, stale.ToImmutable());
    }

    private StaleBooklet? Look(BookletPlace place)
    {
        var record = store.Find(place.Path) ?? new BookletRecord { Place = place, Stock = "" };
        var takenAt = FileStamp.Now;
        if (Take(place, record) is not { } inventory) return null;
        if (_since is { } since && inventory.LastModified < since) return null;
        var updated = record with { Place = place, Stock = inventory.ToText(takenAt), IsGone = false };
        var reason = ReasonOf(ref updated, inventory);
        if (updated != record && !request.IsDryRun) store.Put(updated);
        return reason == StaleReason.None ? null : new(place.Path, reason, inventory.Bytes);
    }

    private StaleReason ReasonOf(ref BookletRecord record, Inventory inventory)
    {
        try
        {
            return record.Place.Target == (store.Find(record.Place.Path)?.Place.Target ?? record.Place.Target)
                ? _staleness.Of(ref record, inventory.Digest)
                : StaleReason.Output;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return StaleReason.Output;
        }
    }

    /// <summary>A booklet with a file that cannot be read is told of and left as it is; it is looked at again at the next run.</summary>
    private Inventory? Take(BookletPlace place, BookletRecord record)
    {
        try
        {
            return Inventory.Take(archive, place, Inventory.Parse(record.Stock));
        }
        catch (ArchiveException refusal)
        {
            tell(new Noticed(refusal.Diagnostic));
            return null;
        }
    }

    private void MarkGone(ImmutableArray<BookletPlace> all)
    {
        var present = all.Select(static place => place.Path).ToHashSet();
        foreach (var path in store.Paths().Where(path => !present.Contains(path)).ToArray())
        {
            var record = store.Find(path)!;
            if (!record.Outputs.IsEmpty) tell(new Noticed(BatchMessages.SourceGone.Anywhere(path)));
            if (!record.IsGone && !request.IsDryRun) store.Put(record with { IsGone = true });
        }
    }
}
