using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Typeset.Batch.Files;
using Typeset.Batch.Rebuilding;
using Typeset.Batch.Work;
using Typeset.Core.Messages;

namespace Typeset.Batch.Broker;

/// <summary>
/// A rebuild's side of the broker: gives out commissions and takes in what came of them. It trusts the shared folder before the messages: a commission
/// whose outcome lies there is done, whether its message arrived or not.
/// </summary>
internal sealed class BrokerDesk : IAsyncDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromSeconds(1);

    /// <summary>A queue without takers for so long is told of once.</summary>
    private static readonly TimeSpan Lonely = TimeSpan.FromSeconds(10);

    private readonly BrokerAddress _address;
    private readonly BrokerQueues _queues;
    private readonly ObjectStore _objects;
    private readonly OutputRoot _root;
    private readonly Action<RebuildEvent> _tell;
    private readonly ConcurrentDictionary<Digest, TaskCompletionSource<Outcome>> _open = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _publishing = new(1);
    private IConnection _connection;
    private IChannel _channel = null!;
    private Task _watch = Task.CompletedTask;

    private BrokerDesk(RebuildRequest request, BrokerAddress address, IConnection connection, Action<RebuildEvent> tell)
    {
        (_address, _root, _tell, _connection) = (address, request.Output, tell, connection);
        _queues = new(request.Output.ArchiveName(), request.Setup.Equipment);
        _objects = new(request.Output);
    }

    /// <summary>Connects, makes the queues, and takes back what an earlier run gave out and nobody took.</summary>
    /// <exception cref="ArchiveException">The broker cannot be reached.</exception>
    public static async Task<BrokerDesk> Open(RebuildRequest request, BrokerAddress address, Action<RebuildEvent> tell, CancellationToken cancellation)
    {
        var desk = new BrokerDesk(request, address, await address.Connect("typeset rebuild", cancellation), tell);
        try
        {
            await desk.Listen(cancellation);
            await desk._channel.QueuePurgeAsync(desk._queues.Work, cancellation);
        }
        catch (Exception cause) when (IsOutage(cause, cancellation))
        {
            throw new ArchiveException(BatchMessages.BrokerRefused.Anywhere(address.ToString(), cause.Message), isOutput: false, cause);
        }

        desk._watch = Task.Run(desk.Watch, CancellationToken.None);
        return desk;
    }

    /// <summary>A place that carries out one commission at a time through this desk.</summary>
    public Workshop Workshop(Action<Commission, int> begins) => new Window(this) { Begins = begins };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        await Quietly(() => _connection.CloseAsync());
        _connection.Dispose();
    }

    private async Task<Outcome> Build(Commission commission, CancellationToken cancellation)
    {
        var answer = _open[commission.Digest] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await Publish(commission, cancellation);
            return await answer.Task.WaitAsync(cancellation);
        }
        finally
        {
            _open.TryRemove(commission.Digest, out _);
        }
    }

    /// <summary>Publishes until the broker confirms it; what was published twice is built once, for its outcome is found.</summary>
    private async Task Publish(Commission commission, CancellationToken cancellation)
    {
        while (true)
        {
            await _publishing.WaitAsync(cancellation);
            try
            {
                await BrokerQueues.Publish(_channel, _queues.Work, Wire.Utf8.GetBytes(Wire.Line(commission)), cancellation);
                return;
            }
            catch (Exception cause) when (IsOutage(cause, cancellation))
            {
                // The watch connects again; the commission is said again.
            }
            finally
            {
                _publishing.Release();
            }

            await Task.Delay(ReconnectDelay, cancellation);
        }
    }

    private async Task Listen(CancellationToken cancellation)
    {
        var channel = await BrokerQueues.Channel(_connection, cancellation);
        await _queues.Declare(channel, cancellation);
        await Consume(channel, _queues.Done, static (desk, body) => desk.TakeDone(body), cancellation);
        await Consume(channel, _queues.Dead, static (desk, body) => desk.TakeDead(body), cancellation);
        _channel = channel;
    }

    private async Task Consume(IChannel channel, string queue, Action<BrokerDesk, string> take, CancellationToken cancellation)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            take(this, Wire.Utf8.GetString(message.Body.Span));
            await Quietly(() => channel.BasicAckAsync(message.DeliveryTag, multiple: false).AsTask());
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellation);
    }

    private void TakeDone(string body)
    {
        if (Wire.Notice(body) is not { } notice || !_open.TryGetValue(notice.Digest, out var answer)) return;
        if (notice.Reply.Moved is { } moved) answer.TrySetException(new SourcesMovedException(moved));
        else if (notice.Reply.Outcome is { Status: OutcomeStatus.GivenUp } outcome) answer.TrySetResult(outcome);
        else if (notice.Reply.Unwritable is { } reason) answer.TrySetException(new ArchiveException(BatchMessages.CannotWrite.Anywhere(_root.Path, reason), isOutput: true));
        else Look(notice.Digest, answer);
    }

    private void TakeDead(string body)
    {
        if (Wire.Commission(body) is not { } commission || !_open.TryGetValue(commission.Digest, out var answer)) return;
        var reason = BatchMessages.DeadLetter.Anywhere($"{BrokerQueues.Redeliveries + 1}");
        if (!Look(commission.Digest, answer)) answer.TrySetResult(Outcome.Without(commission.Digest, OutcomeStatus.GivenUp, reason));
    }

    /// <summary>Whether the outcome of a commission lies in the shared folder; it then answers.</summary>
    private bool Look(Digest digest, TaskCompletionSource<Outcome> answer) => _objects.Find(digest) is { } outcome && answer.TrySetResult(outcome);

    /// <summary>Looks into the shared folder from time to time, connects again after an outage, and tells of a queue that nobody takes from.</summary>
    private async Task Watch()
    {
        var (waited, isTold) = (TimeSpan.Zero, false);
        while (!_stop.IsCancellationRequested)
        {
            await Quietly(() => Task.Delay(LookInterval, _stop.Token));
            foreach (var (digest, answer) in _open) Look(digest, answer);
            if (!_connection.IsOpen || !_channel.IsOpen) await Quietly(Reconnect);
            waited = _open.IsEmpty || await HasTakers() ? TimeSpan.Zero : waited + LookInterval;
            if (waited < Lonely || isTold) continue;
            isTold = true;
            _tell(new Noticed(BatchMessages.NoWorkers.Anywhere(_queues.Work, $"{_open.Count}")));
        }
    }

    private async Task Reconnect()
    {
        var connection = await _address.Connect("typeset rebuild", _stop.Token);
        await Quietly(() => _connection.AbortAsync());
        _connection.Dispose();
        _connection = connection;
        await Listen(_stop.Token);
    }

    private async Task<bool> HasTakers()
    {
        try
        {
            await _publishing.WaitAsync(_stop.Token);
            try
            {
                return await _channel.ConsumerCountAsync(_queues.Work, _stop.Token) > 0;
            }
            finally
            {
                _publishing.Release();
            }
        }
        catch (Exception cause) when (IsOutage(cause) || cause is OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>An outage, or a wait that the client gave up by itself, as it does while a broker starts or ends.</summary>
    internal static bool IsOutage(Exception cause, CancellationToken cancellation) => IsOutage(cause) || (cause is OperationCanceledException && !cancellation.IsCancellationRequested);

    internal static bool IsOutage(Exception cause) =>
        cause is RabbitMQClientException or IOException or ObjectDisposedException or TimeoutException or System.Net.Sockets.SocketException;

    /// <summary>Does what an outage may break off: it is made up for later.</summary>
    internal static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception cause) when (IsOutage(cause) || cause is OperationCanceledException or ArchiveException)
        {
            // Made up for later.
        }
    }

    private sealed class Window(BrokerDesk desk) : Workshop
    {
        public override Task<Outcome> Build(Commission commission, Action built, CancellationToken cancellation)
        {
            Begins(commission, 1);
            return desk.Build(commission, cancellation);
        }

        public override void Dispose()
        {
        }
    }
}
