using System.CommandLine;
using Typeset.Batch.Rebuilding;
using Typeset.Cli.Reporting;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset rebuild</c>: everything that is stale in an archive of back issues.</summary>
internal static class RebuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new RebuildOptions(terminal);
        var command = new Command("rebuild", terminal.Say("重建书稿库中所有过时的小册子", "rebuilds what is stale of an archive of booklets"));
        options.AddTo(command);
        command.SetAction(parsed => Run(options, parsed, terminal));
        return command;
    }

    private static int Run(RebuildOptions options, ParseResult parsed, Terminal terminal)
    {
        using var interruption = new Interruption();
        var request = options.Read(parsed, terminal.Language);
        using var progress = new RebuildProgress(request, terminal, parsed.GetValue(options.Json));
        using var log = parsed.GetValue(options.Log) is { } path ? RebuildLog.Open(path, terminal) : null;
        var summary = new Rebuild(request, log is null ? progress.Tell : happened => { log.Tell(happened); progress.Tell(happened); }).Run(interruption.Token).GetAwaiter().GetResult();
        log?.Close(summary);
        progress.Close(summary);
        if (summary.IsCutOff) return ExitCode.Interrupted;
        return summary.Failed.IsEmpty && (summary.Faulty.IsEmpty || !request.ChecksCount) ? ExitCode.Ok : ExitCode.BookletErrors;
    }
}
