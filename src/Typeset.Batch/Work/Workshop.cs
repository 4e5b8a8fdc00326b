using System.Diagnostics;
using System.Globalization;
using Typeset.Batch.Files;
using Typeset.Core.Messages;

namespace Typeset.Batch.Work;

/// <summary>A place where commissions are built, one at a time.</summary>
internal abstract class Workshop : IDisposable
{
    private protected Workshop()
    {
    }

    /// <summary>Is told of every building of a commission, with its number from 1, before it begins.</summary>
    public Action<Commission, int> Begins { get; init; } = static (_, _) => { };

    /// <summary>Carries out a commission; its outputs then lie in the object store.</summary>
    /// <param name="built">Is told where another commission may be given before that, while this one is made durable.</param>
    /// <exception cref="SourcesMovedException">The booklet's files are not as the commission says.</exception>
    /// <exception cref="ArchiveException">Outputs cannot be written.</exception>
    public abstract Task<Outcome> Build(Commission commission, Action built, CancellationToken cancellation);

    public abstract void Dispose();
}

/// <summary>
/// A worker process of this machine, kept warm from booklet to booklet and replaced when it dies or has grown. One that dies with two booklets, one being
/// finished and one being built, speaks against neither: each is then tried alone.
/// </summary>
internal sealed class LocalWorkshop(WorkerLaunch launch, OutputRoot output) : Workshop
{
    /// <summary>A crash may be somebody's kill; the third with the same booklet alone is the booklet's.</summary>
    private const int Crashes = 3;

    /// <summary>Of the memory limit, the share that a worker may still hold when it is given another booklet: a third.</summary>
    private const int WarmShare = 3;

    private readonly ObjectStore _objects = new(output);

    /// <summary>Held by the one that is being built: nobody else gives the worker anything or replaces it.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    private WorkerProcess? _worker;

    public override async Task<Outcome> Build(Commission commission, Action built, CancellationToken cancellation)
    {
        var crashes = 0;
        for (var attempt = 1; ; attempt++)
        {
            using var turn = await Turn.Take(_turn, cancellation);
            var worker = await Worker(commission.Limits, isAlone: attempt > 1, cancellation);
            // One that died may have finished it and not come to say so.
            if (attempt > 1 && _objects.Find(commission.Digest) is { } finished) return finished;
            Begins(commission, attempt);
            var errand = worker.Give(commission, cancellation);
            var end = await worker.AwaitBuilt(errand, cancellation);
            if (attempt == 1 && !errand.Reply.IsCompleted && !worker.IsOver)
            {
                turn.Dispose();
                built();
            }

            end ??= await worker.AwaitReply(errand, cancellation);
            if (end is { } limit) return GivenUp(commission, limit);
            if (await errand.Reply is { } reply) return Judge(reply, commission);
            worker.Kill();
            if (worker.Open == 1) crashes++;
            if (crashes == Crashes) return GivenUp(commission, BatchMessages.Crashed, crashes.ToString(CultureInfo.InvariantCulture), worker.LastWords);
        }
    }

    public override void Dispose()
    {
        _worker?.Dispose();
        _turn.Dispose();
    }

    /// <summary>The worker that may be given a commission; one that may not be is let go when it has replied to what it holds.</summary>
    /// <param name="isAlone">Whether it must have nothing left to finish.</param>
    private async Task<WorkerProcess> Worker(Limits limits, bool isAlone, CancellationToken cancellation)
    {
        var isFit = _worker is { IsOver: false } kept && kept.Limits == limits && kept.Memory <= limits.Megabytes * 1024L * 1024 / WarmShare;
        if (_worker is { } worker && (isAlone || !isFit)) await worker.Idle.WaitAsync(cancellation);
        if (isFit && _worker is { IsOver: false } fit) return fit;
        _worker?.Dispose();
        return _worker = WorkerProcess.Start(launch, limits);
    }

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

    private static Outcome GivenUp(Commission commission, WorkerEnd limit) => limit switch
    {
        WorkerEnd.OverTime => GivenUp(commission, BatchMessages.OverTime, $"{commission.Limits.Time.TotalSeconds}"),
        WorkerEnd.OverMemory => GivenUp(commission, BatchMessages.OverMemory, $"{commission.Limits.Megabytes}"),
        _ => throw new UnreachableException(),
    };

    /// <summary>A hold on a gate, let go of once.</summary>
    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private bool _isOver;

        public static async Task<Turn> Take(SemaphoreSlim gate, CancellationToken cancellation)
        {
            await gate.WaitAsync(cancellation);
            return new(gate);
        }

        public void Dispose()
        {
            if (!_isOver) gate.Release();
            _isOver = true;
        }
    }
}
