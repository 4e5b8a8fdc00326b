using System.CommandLine;
using System.Globalization;
using Typeset.Batch.Broker;
using Typeset.Batch.Files;
using Typeset.Batch.Work;
using Typeset.Cli.Archives;
using Typeset.Cli.Reporting;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset worker</c>: builds booklets for rebuilds that are run elsewhere.</summary>
internal static class WorkerCommand
{
    private const string Name = "worker";
    private const string Streams = "--streams";
    private const string Threads = "--threads";

    public static Command Create(Terminal terminal)
    {
        var archive = new Option<string>("--archive") { HelpName = "DIR", Required = true, Description = terminal.Say("书稿库文件夹", "the folder of booklets") };
        var output = new Option<string>("--output", "-o") { HelpName = "OUT", Required = true, Description = terminal.Say("共用的输出文件夹", "the shared folder of outputs") };
        var broker = new Option<string>("--broker") { HelpName = "amqp://…", Description = terminal.Say("RabbitMQ 的地址（缺省 TYPESET_BROKER）", "the RabbitMQ broker (default: TYPESET_BROKER)") };
        var jobs = new Option<int>("--jobs") { HelpName = "N", Description = terminal.Say("同时排几册（缺省为处理器数）", "booklets at a time (default: the number of processors)") };
        var streams = new Option<bool>(Streams) { Hidden = true };
        var threads = new Option<int>(Threads) { Hidden = true };
        var shared = new SharedOptions(terminal);
        var command = new Command(Name, terminal.Say("为别处的 rebuild --broker 排小册子", "builds booklets for a rebuild --broker that runs elsewhere")) { broker, archive, output, jobs, shared.Fonts, streams, threads };
        command.SetAction(parsed =>
        {
            var place = new WorkerPlace(parsed.GetValue(archive)!, new OutputRoot(parsed.GetValue(output)!), shared.Setup(parsed));
            return parsed.GetValue(streams) ? ServeStreams(place, parsed.GetValue(threads)) : ServeBroker(place, parsed.GetValue(broker) ?? "", parsed.GetValue(jobs), terminal);
        });
        return command;
    }

    private static int ServeStreams(WorkerPlace place, int threads)
    {
        var build = new CommissionBuild(place.Setup, place.Archive, place.Output, Math.Max(1, threads));
        WorkerLoop.Serve(Console.OpenStandardInput(), Console.OpenStandardOutput(), build.Build);
        return ExitCode.Ok;
    }

    /// <summary>Ends when it is told to, with what it had begun finished: that is the ordinary way out.</summary>
    private static int ServeBroker(WorkerPlace place, string address, int jobs, Terminal terminal)
    {
        using var interruption = new Interruption();
        var request = new BrokerWorkerRequest
        {
            Address = BrokerAddress.Parse(address, Environment.GetEnvironmentVariable), Output = place.Output, Jobs = jobs > 0 ? jobs : Environment.ProcessorCount,
            Setup = ArchiveSetup.Of(place.Setup, OutputKinds.All, new Limits(), place.Output),
            Worker = Launch(place.Archive, place.Output, place.Setup, threads: 1),
        };
        try
        {
            new BrokerWorker(request, line => terminal.Error.WriteLine(TerminalColumns.Harmless(line))).Run(interruption.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            // It had not begun to take commissions.
        }

        return ExitCode.Ok;
    }

    /// <summary>This program as a worker that a rebuild drives through its standard streams.</summary>
    public static WorkerLaunch Launch(string archive, OutputRoot output, BookletSetup setup, int threads) => WorkerLaunch.Beside(
        "Typeset.Cli",
        [Name, Streams, Threads, threads.ToString(CultureInfo.InvariantCulture), "--archive", Path.GetFullPath(archive), "--output", output.Path, .. setup.FontFolders.SelectMany(static folder => (string[])["--fonts", folder])]) with { Processors = threads == 1 ? 1 : null };
}

/// <summary>Where a worker reads and writes, and what it is equipped with.</summary>
internal sealed record WorkerPlace(string Archive, OutputRoot Output, BookletSetup Setup);
