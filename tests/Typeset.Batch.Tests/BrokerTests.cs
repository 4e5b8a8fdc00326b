using System.Diagnostics;
using System.Text;
using RabbitMQ.Client;
using Typeset.Batch.Broker;
using Typeset.Batch.Files;
using Typeset.Cli;
using Typeset.Endurance;

namespace Typeset.Batch.Tests;

/// <summary>A node of Debian's RabbitMQ for all tests of a class.</summary>
public sealed class BrokerFixture : IDisposable
{
    public BrokerNode Node { get; } = BrokerNode.Start();

    public void Dispose() => Node.Dispose();
}

/// <summary>A rebuild that is shared among machines; here they are processes.</summary>
[Trait("Category", "Conformance")]
public sealed class BrokerTests(BrokerFixture broker) : IClassFixture<BrokerFixture>
{
    private readonly TypesetProgram _program = new(TypesetProgram.Built);
    private readonly Dictionary<int, TaskCompletionSource> _speaking = [];

    [Fact]
    public void Three_workers_of_a_broker_write_what_one_machine_writes()
    {
        using var alone = new ScratchArchive().Generate(seed: 5, booklets: 10, mostPages: 8);
        using var shared = new ScratchArchive().Generate(seed: 5, booklets: 10, mostPages: 8);
        alone.Rebuild();
        var workers = Enumerable.Range(0, 3).Select(_ => Work(shared)).ToArray();
        var exit = shared.Rebuild("--broker", broker.Node.Address);
        Assert.Equal([0, 0, 0], workers.Select(Drain));
        Assert.NotEqual(ExitCode.Internal, exit);
        Assert.Equal(alone.Outputs(), shared.Outputs());
        Assert.Equal(ExitCode.Ok, shared.Verify());
    }

    [Fact]
    public async Task Workers_killed_in_the_middle_and_a_broker_that_restarts_lose_nothing()
    {
        using var alone = new ScratchArchive().Generate(seed: 6, booklets: 16, mostPages: 8);
        using var shared = new ScratchArchive().Generate(seed: 6, booklets: 16, mostPages: 8);
        alone.Rebuild();
        var workers = Enumerable.Range(0, 3).Select(_ => Work(shared)).ToList();
        using var rebuild = _program.Start("rebuild", shared.Archive, "-o", shared.Output, "--broker", broker.Node.Address);
        var said = rebuild.StandardError.ReadToEndAsync();
        await WaitFor(() => Task.FromResult(Directory.Exists(shared.Output) && shared.Outputs().Count > 2));
        workers[0].Kill();
        broker.Node.Restart();
        workers[1].Kill();
        workers.Add(Work(shared));
        Assert.True(rebuild.WaitForExit(TimeSpan.FromMinutes(3)), "The rebuild did not end.");
        Assert.DoesNotContain("TS9518", await said, StringComparison.Ordinal);
        Assert.Equal([0, 0], workers[2..].Select(Drain));
        Assert.Equal(alone.Outputs(), shared.Outputs());
        Assert.Equal(ExitCode.Ok, shared.Verify());
    }

    [Fact]
    public async Task A_message_that_is_no_commission_or_leads_out_of_the_archive_goes_to_the_dead()
    {
        using var shared = new ScratchArchive().Add("one");
        Directory.CreateDirectory(shared.Out(".typeset"));
        var queues = new BrokerQueues(new OutputRoot(shared.Output).ArchiveName(), Digest.Of("equipment"));
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker.Node.Address) }.CreateConnectionAsync();
        await using var channel = await BrokerQueues.Channel(connection, CancellationToken.None);
        await queues.Declare(channel, CancellationToken.None);
        var slot = await BrokerSlot.Open(connection, queues, static (_, _) => throw new InvalidOperationException("It was taken for sound."), new Nobody(), CancellationToken.None);
        foreach (var body in (string[])["nonsense", "{}", Commission("../other"), Commission("/etc"), Commission("a/../../b")])
        {
            await BrokerQueues.Publish(channel, queues.Work, Encoding.UTF8.GetBytes(body), CancellationToken.None);
        }

        await WaitFor(async () => await channel.MessageCountAsync(queues.Dead) == 5);
        await slot.Drain();
    }

    [Fact]
    public void A_broker_that_refuses_ends_with_three_and_no_password_is_shown()
    {
        using var shared = new ScratchArchive().Add("one");
        Assert.Equal(ExitCode.NoInput, shared.Rebuild("--broker", broker.Node.Address.Replace("guest:guest", "guest:s3cret", StringComparison.Ordinal)));
        Assert.Contains("TS9515", shared.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", shared.Said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NoInput, shared.Rebuild("--broker", "http://guest:s3cret@localhost"));
        Assert.DoesNotContain("s3cret", shared.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_tls_a_broker_proves_itself_by_an_authority_that_is_named()
    {
        using var shared = new ScratchArchive().Add("one");
        var asked = new[] { "rebuild", shared.Archive, "-o", shared.Output, "--lang", "en", "--broker" };
        foreach (var (program, address) in new[] { (_program, broker.Node.SecureAddress + "?cacertfile=" + broker.Node.Authority), (Trusting(broker.Node.Authority), broker.Node.SecureAddress) })
        {
            var worker = Work(shared, program, address);
            var end = program.Run([.. asked, address, "--date", address.Contains('?') ? "2001-01-01" : "2002-02-02"]);
            Assert.Equal(ExitCode.Ok, end.ExitCode);
            Assert.Contains("1 built", end.Output, StringComparison.Ordinal);
            Assert.Equal(0, Drain(worker));
        }
    }

    [Fact]
    public void Over_tls_a_broker_that_does_not_prove_itself_is_refused()
    {
        using var shared = new ScratchArchive().Add("one");
        string[] strangers =
        [
            broker.Node.SecureAddress, broker.Node.SecureAddress + "?cacertfile=" + broker.Node.OtherAuthority,
            broker.Node.SecureAddress.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + "?cacertfile=" + broker.Node.Authority,
        ];
        foreach (var address in strangers)
        {
            Assert.Equal(ExitCode.NoInput, shared.Rebuild("--broker", address.Replace("guest:guest", "guest:s3cret", StringComparison.Ordinal)));
            Assert.Contains("TS9522", shared.Said, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", shared.Said, StringComparison.Ordinal);
        }

        Assert.Equal(ExitCode.NoInput, shared.Rebuild("--broker", broker.Node.SecureAddress + "?cacertfile=/none.pem"));
        Assert.Contains("TS9515", shared.Said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NoInput, shared.Rebuild("--broker", broker.Node.SecureAddress + "?verify=verify_none"));
        Assert.Contains("TS9523", shared.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_booklet_that_workers_die_of_is_given_up_and_told_and_tried_again_at_the_next_run()
    {
        using var shared = new ScratchArchive().Add("poison");
        using var rebuild = _program.Start("rebuild", shared.Archive, "-o", shared.Output, "--lang", "en", "--broker", broker.Node.Address);
        var said = new StringBuilder();
        rebuild.ErrorDataReceived += (_, line) => { lock (said) said.AppendLine(line.Data); };
        rebuild.BeginErrorReadLine();
        var output = rebuild.StandardOutput.ReadToEndAsync();
        string Said() { lock (said) return said.ToString(); }
        await WaitFor(() => Task.FromResult(Said().Contains("TS9516", StringComparison.Ordinal)));
        var queue = System.Text.RegularExpressions.Regex.Match(Said(), @"typeset\.[0-9a-f]+\.[0-9a-f]+\.work").Value;
        for (var death = 0; death <= BrokerQueues.Redeliveries; death++) await TakeAndDie(queue);
        Assert.True(rebuild.WaitForExit(TimeSpan.FromMinutes(1)), "The rebuild did not end.");
        await output;
        Assert.Equal(ExitCode.BookletErrors, rebuild.ExitCode);
        Assert.Contains("TS9518", Said(), StringComparison.Ordinal);
        Assert.Equal(["poison given-up"], shared.Stale());
        var worker = Work(shared);
        Assert.Equal(ExitCode.Ok, shared.Rebuild("--broker", broker.Node.Address));
        Assert.Equal(0, Drain(worker));
    }

    /// <summary>What a worker's death looks like to the broker: a message taken, and the connection gone.</summary>
    private async Task TakeAndDie(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker.Node.Address) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await WaitFor(async () => await channel.BasicGetAsync(queue, autoAck: false) is not null);
        await connection.AbortAsync();
    }

    private static TypesetProgram Trusting(string authority) => new(TypesetProgram.Built) { Environment = { ["SSL_CERT_FILE"] = authority } };

    private static string Commission(string booklet) =>
        $$"""{"booklet":"{{booklet}}","isManuscript":false,"files":[],"formats":[{"name":"reading","suffix":".pdf"}],"limits":{"time":"00:01:00","megabytes":100,"pages":10},"digest":"{{new string('a', 64)}}"}""";

    private Process Work(ScratchArchive archive) => Work(archive, _program, broker.Node.Address);

    private Process Work(ScratchArchive archive, TypesetProgram program, string address)
    {
        var worker = program.Start("worker", "--broker", address, "--archive", archive.Archive, "-o", archive.Output, "--jobs", "1");
        var speaks = _speaking[worker.Id] = new();
        worker.ErrorDataReceived += (_, _) => speaks.TrySetResult();
        worker.BeginErrorReadLine();
        return worker;
    }

    /// <summary>Asks a worker to end; it finishes what it has begun. One that is only just starting is ended by the signal itself: it is waited for until it speaks.</summary>
    private int Drain(Process worker)
    {
        Assert.True(_speaking[worker.Id].Task.Wait(TimeSpan.FromSeconds(60)), "The worker says nothing.");
        using (var kill = Process.Start("/bin/kill", ["-TERM", $"{worker.Id}"])) kill.WaitForExit();
        return worker.WaitForExit(TimeSpan.FromSeconds(60)) ? worker.ExitCode : -1;
    }

    private static async Task WaitFor(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await isSo()) return;
            await Task.Delay(100);
        }

        Assert.Fail("It did not come to pass within a minute.");
    }

    private sealed class Nobody : Work.Workshop
    {
        public override Task<Work.Outcome> Build(Work.Commission commission, Action built, CancellationToken cancellation) => throw new NotSupportedException();

        public override void Dispose()
        {
        }
    }
}
