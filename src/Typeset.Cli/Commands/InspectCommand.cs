using System.CommandLine;
using System.CommandLine.Parsing;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset inspect</c>: how a booklet was laid out, for people and for programs.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var booklet = new Argument<string>("booklet") { Description = terminal.Say("小册子文件夹", "a booklet's folder"), Arity = ArgumentArity.ZeroOrOne }.NotAnOption(terminal);
        var json = new Option<bool>("--json") { Description = terminal.Say("JSON：页、行、目录、诊断、各阶段用时", "JSON: pages, lines, contents, diagnostics, phase times") };
        var shared = new SharedOptions(terminal);
        var command = new Command("inspect", terminal.Say("查看排版结果", "shows how a booklet is laid out")) { booklet, json, InspectLinesCommand.Create(terminal) };
        shared.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(booklet) is null && !result.Children.Any(child => child is CommandResult)) result.AddError(terminal.Say("请指定小册子文件夹。", "Name a booklet's folder."));
        });
        command.SetAction(parsed => Inspect(parsed.GetValue(booklet)!, shared.Read(parsed), parsed.GetValue(json), terminal));
        return command;
    }

    private static int Inspect(string argument, BookletSetup setup, bool asJson, Terminal terminal)
    {
        using var interruption = new Interruption();
        var diagnostics = new DiagnosticBag();
        var folder = BookletFolder.Find(argument)[0];
        var result = Typesetter.Typeset(setup.Request(folder, diagnostics), diagnostics, interruption.Token);
        var report = new LayoutReport(folder, result, diagnostics.Sorted(), terminal);
        terminal.Output.Write(asJson ? report.ToJson() : report.ToText());
        return diagnostics.HasErrors ? ExitCode.BookletErrors : ExitCode.Ok;
    }
}
