using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Typeset.Endurance;

/// <summary>
/// A RabbitMQ node of a test's own, of Debian's <c>rabbitmq-server</c>: its own name, ports of the loopback, data and cookie. Nothing of it is left
/// when it is disposed of, and no other node is touched.
/// </summary>
public sealed class BrokerNode : IDisposable
{
    private const string Programs = "/usr/lib/rabbitmq/bin";

    private readonly string _folder = Directory.CreateTempSubdirectory("typeset-broker-").FullName;
    private readonly int[] _ports = FreePorts(4);
    private Process? _process;

    private BrokerNode()
    {
    }

    /// <summary>With TLS, by a name that the certificate has.</summary>
    public string SecureAddress => $"amqps://guest:guest@localhost:{_ports[3]}";

    /// <summary>The certificate of the authority that signed the node's own, and one of an authority that did not.</summary>
    public string Authority => At("authority.pem");

    /// <inheritdoc cref="Authority"/>
    public string OtherAuthority => At("other.pem");

    public string Address => $"amqp://guest:guest@127.0.0.1:{_ports[0]}";

    /// <summary>Starts a node and waits until it answers.</summary>
    public static BrokerNode Start()
    {
        var node = new BrokerNode();
        node.MakeCertificates();
        node.Begin();
        return node;
    }

    /// <summary>Kills it and starts it again with what it had on its disk.</summary>
    /// <returns>Whether it lived before and died of it.</returns>
    public bool Restart()
    {
        var node = int.Parse(File.ReadAllText(At("pid")), System.Globalization.CultureInfo.InvariantCulture);
        var isKilled = Signals.Kill(node);
        End("-KILL");
        Begin();
        return isKilled;
    }

    public void Dispose()
    {
        End("-TERM");
        Run("/usr/bin/epmd", "-port", $"{_ports[2]}", "-kill");
        Directory.Delete(_folder, recursive: true);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void Begin()
    {
        File.WriteAllText(At("plugins"), "[].\n");
        File.WriteAllText(At("env.conf"), "");
        File.WriteAllText(At("rabbit.conf"), $"""
            loopback_users.guest = true
            listeners.ssl.1 = 127.0.0.1:{_ports[3]}
            ssl_options.cacertfile = {At("authority.pem")}
            ssl_options.certfile = {At("server.pem")}
            ssl_options.keyfile = {At("server.key")}
            ssl_options.verify = verify_none

            """);
        var start = new ProcessStartInfo(Path.Combine(Programs, "rabbitmq-server")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment()) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        WaitUntilItAnswers();
    }

    /// <summary>Two authorities for a day, and the node's certificate from the first.</summary>
    private void MakeCertificates()
    {
        File.WriteAllText(At("names"), "subjectAltName=DNS:localhost\n");
        foreach (var name in (ReadOnlySpan<string>)["authority", "other"])
        {
            Openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", $"/CN=Typeset test {name}", "-keyout", At(name + ".key"), "-out", At(name + ".pem"));
        }

        Openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", At("server.key"), "-out", At("server.csr"));
        Openssl("x509", "-req", "-in", At("server.csr"), "-CA", Authority, "-CAkey", At("authority.key"), "-CAcreateserial", "-days", "1", "-extfile", At("names"), "-out", At("server.pem"));
    }

    private void Openssl(params string[] arguments)
    {
        Run("/usr/bin/openssl", arguments);
        if (!File.Exists(arguments[^1])) throw new InvalidOperationException($"openssl {arguments[0]} made nothing; is it installed?");
    }

    private Dictionary<string, string> Environment() => new()
    {
        ["HOME"] = _folder, ["RABBITMQ_NODENAME"] = $"typeset-{_ports[0]}@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1", ["RABBITMQ_NODE_PORT"] = $"{_ports[0]}", ["RABBITMQ_DIST_PORT"] = $"{_ports[1]}",
        ["ERL_EPMD_PORT"] = $"{_ports[2]}", ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_MNESIA_BASE"] = At("mnesia"), ["RABBITMQ_LOG_BASE"] = At("log"), ["RABBITMQ_PID_FILE"] = At("pid"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = At("plugins"), ["RABBITMQ_CONF_ENV_FILE"] = At("env.conf"), ["RABBITMQ_CONFIG_FILE"] = At("rabbit.conf"), ["RABBITMQ_GENERATED_CONFIG_DIR"] = At("generated"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +S 1:1",
    };

    /// <summary>The node listens when its start is almost done; a client that comes then is served.</summary>
    private void WaitUntilItAnswers()
    {
        for (var i = 0; i < 600; i++)
        {
            if (_process!.HasExited) throw new InvalidOperationException("The broker did not start; is rabbitmq-server installed?");
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, _ports[0]);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(200);
            }
        }

        throw new TimeoutException("The broker did not start in two minutes.");
    }

    /// <summary>The node is a child of the script that started it and has written down its number.</summary>
    private void End(string signal)
    {
        if (File.Exists(At("pid"))) Run("/bin/kill", signal, File.ReadAllText(At("pid")).Trim());
        _process?.WaitForExit(TimeSpan.FromSeconds(30));
        _process?.Dispose();
        _process = null;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        process?.WaitForExit();
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(static _ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(static listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Stop();
        return ports;
    }
}
