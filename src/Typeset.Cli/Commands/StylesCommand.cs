using System.CommandLine;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core.Messages;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset styles</c>: the shipped house styles, by name or in full.</summary>
internal static class StylesCommand
{
    public static Command Create(Terminal terminal)
    {
        var list = new Command("list", terminal.Say("列出样式名", "lists the names of the styles"));
        list.SetAction(_ => List(terminal));
        var name = new Argument<string>("name") { Description = terminal.Say("样式名或文件", "a style's name or file") };
        var show = new Command("show", terminal.Say("显示一个样式的全文", "shows the text of a style")) { name };
        show.SetAction(parsed => Show(parsed.GetValue(name)!, terminal));
        var command = new Command("styles", terminal.Say("现有的样式", "the styles there are")) { list, show };
        command.SetAction(_ => List(terminal));
        return command;
    }

    private static int List(Terminal terminal)
    {
        foreach (var name in Installation.Find().StyleNames) terminal.Output.WriteLine(name);
        return ExitCode.Ok;
    }

    private static int Show(string name, Terminal terminal)
    {
        var style = Installation.Find().Style(name) ?? throw new HostException(HostMessages.UnknownStyle.Anywhere(name), ExitCode.NoInput);
        terminal.Output.Write(style.Text);
        return ExitCode.Ok;
    }
}
