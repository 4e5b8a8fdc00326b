using System.Security.Authentication;
using RabbitMQ.Client;
using Typeset.Core.Messages;

namespace Typeset.Batch.Broker;

/// <summary>
/// Where a RabbitMQ broker is: <c>amqp://host:port/vhost</c>, or <c>amqps://</c> with TLS against the system's authorities (<c>SSL_CERT_FILE</c> adds
/// one) or those of its <c>?cacertfile=</c>. User and password stand in the address, or in <c>TYPESET_BROKER_USER</c> and <c>TYPESET_BROKER_PASSWORD</c>; they are never shown.
/// </summary>
public sealed class BrokerAddress
{
    private readonly Uri _uri;
    private readonly BrokerParameters _parameters;
    private readonly Func<string, string?> _environment;

    private BrokerAddress(Uri uri, Func<string, string?> environment)
    {
        (_parameters, _environment) = (new(uri.Query), environment);
        _uri = new UriBuilder(uri) { Query = "" }.Uri;
    }

    /// <summary>The address in a text; empty means the one in <c>TYPESET_BROKER</c>.</summary>
    /// <param name="environment">Variables by name.</param>
    /// <exception cref="ArchiveException">It is no such address.</exception>
    public static BrokerAddress Parse(string text, Func<string, string?> environment)
    {
        var asked = text.Length > 0 ? text : environment("TYPESET_BROKER") ?? "";
        return Uri.TryCreate(asked, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps" && uri.Host.Length > 0
            ? new(uri, environment)
            : throw new ArchiveException(BatchMessages.BadBroker.Anywhere(), isOutput: false);
    }

    /// <summary>Without user and password.</summary>
    public override string ToString() => $"{_uri.Scheme}://{_uri.Authority[(_uri.Authority.LastIndexOf('@') + 1)..]}{_uri.AbsolutePath}";

    /// <summary>Connects.</summary>
    /// <param name="name">What the broker's own lists call the connection.</param>
    /// <exception cref="ArchiveException">The broker cannot be reached or refuses.</exception>
    internal async Task<IConnection> Connect(string name, CancellationToken cancellation)
    {
        try
        {
            // What was broken off is taken up by whoever uses the connection: it knows what to say again.
            var factory = new ConnectionFactory { Uri = _uri, ClientProvidedName = name, AutomaticRecoveryEnabled = false, TopologyRecoveryEnabled = false };
            if (_uri.UserInfo.Length == 0) Authorize(factory);
            _parameters.ApplyTo(factory);
            return await factory.CreateConnectionAsync(cancellation);
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            var inner = Innermost(cause);
            var problem = inner is AuthenticationException ? BatchMessages.BrokerUntrusted : BatchMessages.BrokerRefused;
            throw new ArchiveException(problem.Anywhere(ToString(), inner.Message), isOutput: false, cause);
        }
    }

    private void Authorize(ConnectionFactory factory)
    {
        if (_environment("TYPESET_BROKER_USER") is { Length: > 0 } user) factory.UserName = user;
        if (_environment("TYPESET_BROKER_PASSWORD") is { Length: > 0 } password) factory.Password = password;
    }

    private static Exception Innermost(Exception cause) => cause.InnerException is { } inner ? Innermost(inner) : cause;
}
