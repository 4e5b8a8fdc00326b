using RabbitMQ.Client;
using Typeset.Batch.Files;
using Typeset.Batch.Work;

namespace Typeset.Batch.Broker;

/// <summary>What a worker of a broker is started with.</summary>
public sealed record BrokerWorkerRequest
{
    public required BrokerAddress Address { get; init; }

    /// <summary>The shared folder of outputs: nothing is written outside it.</summary>
    public required OutputRoot Output { get; init; }

    /// <summary>This machine's program, fonts and styles.</summary>
    public required Setup Setup { get; init; }

    /// <summary>How the processes are started that build.</summary>
    public required WorkerLaunch Worker { get; init; }

    /// <summary>How many booklets are built at a time, from 1.</summary>
    public required int Jobs { get; init; }
}

/// <summary>
/// A machine that takes commissions from a broker. One that is being built is acknowledged when its outcome is durable in the shared folder and
/// its notice is with the broker; until then it goes to another worker should this one die. One whose outcome is there already is not built again.
/// </summary>
public sealed class BrokerWorker(BrokerWorkerRequest request, Action<string> tell)
{
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromSeconds(1);

    private readonly ObjectStore _objects = new(request.Output);
    private readonly Lock _gate = new();
    private ArchiveException? _refusal;

    /// <summary>Takes commissions until it is told to drain; those that are being built are finished first.</summary>
    /// <exception cref="ArchiveException">The broker refuses at the start, or outputs cannot be written.</exception>
    public async Task Run(CancellationToken drain)
    {
        var queues = new BrokerQueues(await ArchiveName(drain), request.Setup.Equipment);
        var isFirst = true;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(drain);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await request.Address.Connect("typeset worker " + Environment.MachineName, stop.Token);
                if (isFirst) tell($"{queues.Work} @ {request.Address}");
                isFirst = false;
                await Serve(connection, queues, stop);
            }
            catch (Exception outage) when (BrokerDesk.IsOutage(outage, stop.Token) || (outage is ArchiveException && !isFirst))
            {
                tell(outage.Message);
            }

            await BrokerDesk.Quietly(() => Task.Delay(ReconnectDelay, stop.Token));
        }

        if (_refusal is { } refusal) throw refusal;
    }

    /// <summary>The archive is named by the first rebuild that goes to the folder.</summary>
    private async Task<string> ArchiveName(CancellationToken drain)
    {
        while (!request.Output.HasArchiveName) await Task.Delay(ReconnectDelay, drain);
        return request.Output.ArchiveName();
    }

    private async Task Serve(IConnection connection, BrokerQueues queues, CancellationTokenSource stop)
    {
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, _) =>
        {
            lost.TrySetResult();
            return Task.CompletedTask;
        };
        var slots = new List<BrokerSlot>();
        try
        {
            for (var i = 0; i < request.Jobs; i++) slots.Add(await BrokerSlot.Open(connection, queues, (commission, workshop) => Answer(commission, workshop, stop), NewWorkshop(), stop.Token));
            foreach (var slot in slots) slot.Closed += () => lost.TrySetResult();
            await BrokerDesk.Quietly(() => lost.Task.WaitAsync(stop.Token));
        }
        finally
        {
            foreach (var slot in slots) await slot.Drain();
        }
    }

    /// <summary>What comes of a commission; null where this worker can do nothing for it and must not go on.</summary>
    private async Task<Reply?> Answer(Commission commission, Workshop workshop, CancellationTokenSource stop)
    {
        try
        {
            var found = _objects.Find(commission.Digest);
            var outcome = found ?? await workshop.Build(commission, static () => { }, CancellationToken.None);
            tell($"{commission.Booklet}: {(found is null ? outcome.Status : "Found")} {outcome.Pages.Length}");
            return new() { Outcome = outcome };
        }
        catch (SourcesMovedException moved)
        {
            return new() { Moved = moved.Path };
        }
        catch (ArchiveException refusal)
        {
            lock (_gate) _refusal ??= refusal;
            await stop.CancelAsync();
            return null;
        }
    }

    private LocalWorkshop NewWorkshop() => new(request.Worker, request.Output) { Begins = (commission, _) => tell($"{commission.Booklet}: begun") };
}
