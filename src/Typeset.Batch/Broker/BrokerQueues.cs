using RabbitMQ.Client;
using Typeset.Batch.Files;

namespace Typeset.Batch.Broker;

/// <summary>
/// The queues of one archive, all quorum queues: <c>work</c> (commissions, by what a worker must be equipped with), <c>done</c> (what came of them) and
/// <c>dead</c> (commissions that workers died of too often, and what is none).
/// </summary>
/// <param name="archive">The archive's own name, as its folder of outputs has it.</param>
/// <param name="equipment">Program, fonts and styles: only workers that have the same take from the queue.</param>
internal sealed class BrokerQueues(string archive, Digest equipment)
{
    /// <summary>Deliveries after the first that end without an answer: a worker that was killed, a machine that went down.</summary>
    public const int Redeliveries = 4;

    /// <summary>A confirmation that was under way when a broker ended never comes.</summary>
    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(20);

    private const int EquipmentDigits = 12;

    /// <summary>Queues that nobody looks at for 30 days are gone.</summary>
    private static readonly TimeSpan Expiry = TimeSpan.FromDays(30);

    public string Work { get; } = $"typeset.{archive}.{equipment.Hex[..EquipmentDigits]}.work";

    public string Done { get; } = $"typeset.{archive}.done";

    public string Dead { get; } = $"typeset.{archive}.dead";

    /// <summary>A channel whose publishing returns when the broker has the message on its disks.</summary>
    public static Task<IChannel> Channel(IConnection connection, CancellationToken cancellation) =>
        connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);

    /// <summary>Makes the queues where they are not there.</summary>
    public async Task Declare(IChannel channel, CancellationToken cancellation)
    {
        await Declare(channel, Dead, [], cancellation);
        await Declare(channel, Done, [], cancellation);
        await Declare(channel, Work, new()
        {
            ["x-delivery-limit"] = Redeliveries, ["x-dead-letter-exchange"] = "", ["x-dead-letter-routing-key"] = Dead,
            ["x-dead-letter-strategy"] = "at-least-once", ["x-overflow"] = "reject-publish",
        }, cancellation);
    }

    /// <summary>Publishes to a queue; the broker has the message durably when this returns.</summary>
    public static async Task Publish(IChannel channel, string queue, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var properties = new BasicProperties { Persistent = true, ContentType = "application/json" };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(ConfirmPatience);
        try
        {
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, body, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await channel.AbortAsync(CancellationToken.None);
            throw new TimeoutException("The broker does not confirm.");
        }
    }

    private static Task<QueueDeclareOk> Declare(IChannel channel, string name, Dictionary<string, object?> arguments, CancellationToken cancellation)
    {
        arguments["x-queue-type"] = "quorum";
        arguments["x-expires"] = (long)Expiry.TotalMilliseconds;
        return channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation);
    }
}
