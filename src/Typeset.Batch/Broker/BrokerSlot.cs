using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Typeset.Batch.Work;

namespace Typeset.Batch.Broker;

/// <summary>One of the booklets that a worker builds at a time: a channel of its own, which holds one message at most.</summary>
internal sealed class BrokerSlot
{
    private readonly IChannel _channel;
    private readonly BrokerQueues _queues;
    private readonly Func<Commission, Workshop, Task<Reply?>> _answer;
    private readonly Workshop _workshop;
    private readonly SemaphoreSlim _busy = new(1);
    private string _tag = "";

    /// <summary>Happens when its channel has closed: it takes nothing more.</summary>
    public event Action? Closed;
    private volatile bool _isDraining;

    private BrokerSlot(IChannel channel, BrokerQueues queues, Func<Commission, Workshop, Task<Reply?>> answer, Workshop workshop) =>
        (_channel, _queues, _answer, _workshop) = (channel, queues, answer, workshop);

    /// <summary>Begins to take commissions.</summary>
    /// <param name="answer">Carries one out; null gives it back to the queue.</param>
    public static async Task<BrokerSlot> Open(IConnection connection, BrokerQueues queues, Func<Commission, Workshop, Task<Reply?>> answer, Workshop workshop, CancellationToken cancellation)
    {
        var channel = await BrokerQueues.Channel(connection, cancellation);
        await queues.Declare(channel, cancellation);
        await channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 1, global: false, cancellation);
        var slot = new BrokerSlot(channel, queues, answer, workshop);
        channel.ChannelShutdownAsync += (_, _) =>
        {
            slot.Closed?.Invoke();
            return Task.CompletedTask;
        };
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) => slot.Take(message);
        slot._tag = await channel.BasicConsumeAsync(queues.Work, autoAck: false, consumer, cancellation);
        return slot;
    }

    /// <summary>Takes no more, finishes what is begun, and closes.</summary>
    public async Task Drain()
    {
        _isDraining = true;
        await BrokerDesk.Quietly(() => _channel.BasicCancelAsync(_tag));
        await _busy.WaitAsync();
        await BrokerDesk.Quietly(() => _channel.CloseAsync());
        _workshop.Dispose();
    }

    private async Task Take(BasicDeliverEventArgs message)
    {
        await _busy.WaitAsync();
        try
        {
            await BrokerDesk.Quietly(() => Settle(message));
        }
        finally
        {
            _busy.Release();
        }
    }

    private async Task Settle(BasicDeliverEventArgs message)
    {
        if (_isDraining)
        {
            await _channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true);
        }
        else if (Wire.Commission(Wire.Utf8.GetString(message.Body.Span)) is not { IsSound: true } commission)
        {
            await _channel.BasicRejectAsync(message.DeliveryTag, requeue: false);
        }
        else if (await _answer(commission, _workshop) is { } reply)
        {
            await BrokerQueues.Publish(_channel, _queues.Done, Wire.Utf8.GetBytes(Wire.Line(new Notice(commission.Digest, reply))), CancellationToken.None);
            await _channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        }
        else
        {
            await _channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true);
        }
    }
}
