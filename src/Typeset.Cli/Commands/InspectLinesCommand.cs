using System.CommandLine;
using System.Globalization;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Layout;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset inspect lines</c>: how a text breaks in a measure, one line of it to a line.</summary>
internal static class InspectLinesCommand
{
    private const double WidestMeasure = 1000;

    public static Command Create(Terminal terminal)
    {
        var measure = new Option<string>("--measure", "-m") { Required = true, HelpName = "6em", Description = terminal.Say("行长，以字数计", "the length of a line in ems") };
        var mode = new Option<LineBreakMode>("--mode") { DefaultValueFactory = _ => LineBreakMode.Word, Description = terminal.Say("断行方式", "whose rules break lines") };
        var level = new Option<ProhibitionLevel>("--level") { DefaultValueFactory = _ => ProhibitionLevel.Basic, Description = terminal.Say("行首行尾禁则等级", "the level of line start and end prohibition") };
        var text = new Argument<string>("text") { Description = terminal.Say("一段文字", "the text of a paragraph") };
        var command = new Command("lines", terminal.Say("查看一段文字怎样断行", "shows how a text breaks")) { measure, mode, level, text };
        command.SetAction(parsed =>
        {
            var lines = LinePreview.Break(parsed.GetValue(text)!, Measure(parsed.GetValue(measure)!), parsed.GetValue(mode), parsed.GetValue(level));
            foreach (var line in lines) terminal.Output.WriteLine(TerminalColumns.Harmless(line));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Em Measure(string text)
    {
        var number = text.EndsWith("em", StringComparison.Ordinal) ? text[..^2] : text;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ems) && ems is >= 1 and <= WidestMeasure
            ? Em.Of(ems)
            : throw new HostException(HostMessages.NotAMeasure.Anywhere(text), ExitCode.Usage);
    }
}
