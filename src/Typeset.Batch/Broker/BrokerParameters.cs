using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RabbitMQ.Client;
using Typeset.Core.Messages;

namespace Typeset.Batch.Broker;

/// <summary>
/// What stands behind the <c>?</c> of a broker's address, by the names of RabbitMQ's URI query parameters: <c>cacertfile</c>, <c>certfile</c>,
/// <c>keyfile</c>, <c>server_name_indication</c>, <c>heartbeat</c> (s), <c>connection_timeout</c> (ms), <c>verify=verify_peer</c>. A broker's certificate
/// is always checked.
/// </summary>
internal sealed class BrokerParameters
{
    private readonly Dictionary<string, string> _values = [];

    /// <param name="query">Of an address, with its <c>?</c>.</param>
    /// <exception cref="ArchiveException">A parameter is unknown or makes no sense; its value is not shown.</exception>
    public BrokerParameters(string query)
    {
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split('=', 2) is [var before, var after] ? (before, Uri.UnescapeDataString(after)) : (part, "");
            if (!IsSound(name, value)) throw new ArchiveException(BatchMessages.BadBrokerParameter.Anywhere(name), isOutput: false);
            _values[name] = value;
        }
    }

    /// <summary>Sets up connections so.</summary>
    /// <exception cref="IOException">A certificate cannot be read.</exception>
    /// <exception cref="CryptographicException">One is none.</exception>
    public void ApplyTo(ConnectionFactory factory)
    {
        if (Number("heartbeat") is { } seconds) factory.RequestedHeartbeat = TimeSpan.FromSeconds(seconds);
        if (Number("connection_timeout") is { } milliseconds) factory.RequestedConnectionTimeout = TimeSpan.FromMilliseconds(milliseconds);
        if (!factory.Ssl.Enabled) return;
        if (_values.TryGetValue("server_name_indication", out var server)) factory.Ssl.ServerName = server;
        if (_values.TryGetValue("certfile", out var own)) factory.Ssl.Certs = [X509Certificate2.CreateFromPemFile(own, _values.GetValueOrDefault("keyfile"))];
        if (_values.TryGetValue("cacertfile", out var authorities)) TrustOnly(authorities, factory.Ssl);
    }

    /// <summary>Takes the certificates that lead to an authority of a file, and no others; a wrong name is refused as ever.</summary>
    private static void TrustOnly(string file, SslOption ssl)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        if (authorities.Count == 0) throw new CryptographicException(file + " holds no certificate.");
        ssl.CertificateValidationCallback = (_, certificate, chain, problems) =>
            (problems & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && certificate is X509Certificate2 shown && LeadsTo(authorities, shown, chain);
    }

    private static bool LeadsTo(X509Certificate2Collection authorities, X509Certificate2 certificate, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        foreach (var between in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>()) chain.ChainPolicy.ExtraStore.Add(between.Certificate);
        return chain.Build(certificate);
    }

    private static bool IsSound(string name, string value) => name switch
    {
        "cacertfile" or "certfile" or "keyfile" or "server_name_indication" => value.Length > 0,
        "heartbeat" or "connection_timeout" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "verify" => value == "verify_peer",
        _ => false,
    };

    private int? Number(string name) => _values.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
