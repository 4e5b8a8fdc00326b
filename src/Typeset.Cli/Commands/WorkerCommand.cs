using System.CommandLine;
using System.Globalization;
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
        var streams = new Option<bool>(Streams) { Hidden = true };
        var threads = new Option<int>(Threads) { Hidden = true };
        var shared = new SharedOptions(terminal);
        var command = new Command(Name, terminal.Say("为别处的 rebuild 排小册子", "builds booklets for rebuilds that are run elsewhere")) { archive, output, streams, threads, shared.Fonts };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var build = new CommissionBuild(shared.Setup(parsed), parsed.GetValue(archive)!, new OutputRoot(parsed.GetValue(output)!), Math.Max(1, parsed.GetValue(threads)));
            WorkerLoop.Serve(Console.OpenStandardInput(), Console.OpenStandardOutput(), build.Build);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>This program as a worker that a rebuild drives through its standard streams.</summary>
    public static WorkerLaunch Launch(string archive, OutputRoot output, BookletSetup setup, int threads) => WorkerLaunch.Beside(
        "Typeset.Cli",
        [Name, Streams, Threads, threads.ToString(CultureInfo.InvariantCulture), "--archive", Path.GetFullPath(archive), "--output", output.Path, .. setup.FontFolders.SelectMany(static folder => (string[])["--fonts", folder])]);
}
