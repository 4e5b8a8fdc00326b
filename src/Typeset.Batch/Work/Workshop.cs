using System.Globalization;
using Typeset.Batch.Files;
using Typeset.Core.Messages;

namespace Typeset.Batch.Work;

/// <summary>A place where commissions are carried out, one at a time.</summary>
internal abstract class Workshop : IDisposable
{
    private protected Workshop()
    {
    }

    /// <summary>Is told of every building of a commission, with its number from 1, before it begins.</summary>
    public Action<Commission, int> Begins { get; init; } = static (_, _) => { };

    /// <summary>Carries out a commission; its outputs then lie in the object store.</summary>
    /// <exception cref="SourcesMovedException">The booklet's files are not as the commission says.</exception>
    /// <exception cref="ArchiveException">Outputs cannot be written.</exception>
    public abstract Task<Outcome> Build(Commission commission, CancellationToken cancellation);

    public abstract void Dispose();
}

/// <summary>A worker process of this machine, kept warm from booklet to booklet and replaced when it dies or has grown.</summary>
internal sealed class LocalWorkshop(WorkerLaunch launch, OutputRoot output) : Workshop
{
    /// <summary>A crash may be somebody's kill; the third with the same booklet is the booklet's.</summary>
    private const int Attempts = 3;

    /// <summary>Of the memory limit, the share that a worker may still hold when it is given another booklet: a third.</summary>
    private const int WarmShare = 3;

    private readonly ObjectStore _objects = new(output);
    private WorkerProcess? _worker;

    public override async Task<Outcome> Build(Commission commission, CancellationToken cancellation)
    {
        var limits = commission.Limits;
        for (var attempt = 1; ; attempt++)
        {
            if (_worker?.Limits != limits) Discard();
            // One that died may have finished it and not come to say so.
            if (attempt > 1 && _objects.Find(commission.Digest) is { } finished) return finished;
            Begins(commission, attempt);
            var worker = _worker ??= WorkerProcess.Start(launch, limits);
            var (reply, end) = await worker.Ask(commission, cancellation);
            if (reply is not null)
            {
                LetGrownOneGo(worker);
                return Judge(reply, commission);
            }

            Discard();
            if (end == WorkerEnd.OverTime) return GivenUp(commission, BatchMessages.OverTime, $"{limits.Time.TotalSeconds}");
            if (end == WorkerEnd.OverMemory) return GivenUp(commission, BatchMessages.OverMemory, $"{limits.Megabytes}");
            if (attempt == Attempts) return GivenUp(commission, BatchMessages.Crashed, attempt.ToString(CultureInfo.InvariantCulture), worker.LastWords);
        }
    }

    public override void Dispose() => Discard();

    private Outcome Judge(Reply reply, Commission commission)
    {
        if (reply.Outcome is { } outcome) return outcome;
        if (reply.Moved is { } moved) throw new SourcesMovedException(moved);
        if (reply.Fault is { } fault) return GivenUp(commission, BatchMessages.Faulted, fault);
        if (reply.OutOfMemory) return GivenUp(commission, BatchMessages.OverMemory, $"{commission.Limits.Megabytes}");
        throw new ArchiveException(BatchMessages.CannotWrite.Anywhere(output.Path, reply.Unwritable ?? ""), isOutput: true);
    }

    private static Outcome GivenUp(Commission commission, Core.MessageTemplate reason, params ReadOnlySpan<string> arguments) =>
        Outcome.Without(commission.Digest, OutcomeStatus.GivenUp, reason.Anywhere(arguments));

    private void LetGrownOneGo(WorkerProcess worker)
    {
        if (worker.Memory > worker.Limits.Megabytes * 1024L * 1024 / WarmShare) Discard();
    }

    private void Discard()
    {
        _worker?.Dispose();
        _worker = null;
    }
}
