using System.CommandLine;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset new</c>: starts a booklet from a template.</summary>
internal static class NewCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("dir") { Description = terminal.Say("新文件夹", "a new folder") }.NotAnOption(terminal);
        var command = new Command("new", terminal.Say("新建一个小册子文件夹", "starts a booklet folder")) { folder };
        command.SetAction(parsed =>
        {
            foreach (var file in NewBooklet.Start(parsed.GetValue(folder)!)) terminal.Output.WriteLine(file);
            return ExitCode.Ok;
        });
        return command;
    }
}
