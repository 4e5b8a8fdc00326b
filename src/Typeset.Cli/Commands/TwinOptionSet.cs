using System.CommandLine;
using Typeset.Cli.Reporting;
using Typeset.Core.Messages;
using Typeset.Docx.Fonts;

namespace Typeset.Cli.Commands;

/// <summary>Options of <c>build</c> for the DOCX twin.</summary>
internal sealed class TwinOptionSet(Terminal terminal)
{
    private readonly Option<string> _pins = new("--pins") { HelpName = "on|off", Description = terminal.Say("DOCX 各行以微小字距固定在与 PDF 相同的位置（缺省 on）", "hold the DOCX's lines to the PDF's by a spacing of a fraction of a point (default: on)") };
    private readonly Option<string> _embed = new("--embed") { HelpName = "used|common|whole|none", Description = terminal.Say("DOCX 带多少字：用到的、另加 3500 常用字、整套字体、不带（缺省 used）", "which characters of its fonts the DOCX brings along: those used, the 3,500 most common too, all, none (default: used)") };

    public void AddTo(Command command)
    {
        command.Add(_pins);
        command.Add(_embed);
    }

    /// <exception cref="HostException">A word means nothing here.</exception>
    public TwinRequest Read(ParseResult parsed) => new(
        Choose(parsed, _pins, ("on", true), ("off", false)),
        Choose(parsed, _embed, ("used", FontCoverage.Used), ("common", FontCoverage.Common), ("whole", FontCoverage.Whole), ("none", FontCoverage.None)));

    private static T Choose<T>(ParseResult parsed, Option<string> option, params (string Word, T Value)[] choices)
    {
        if (parsed.GetValue(option) is not { } word) return choices[0].Value;
        foreach (var choice in choices)
        {
            if (choice.Word.Equals(word, StringComparison.OrdinalIgnoreCase)) return choice.Value;
        }

        throw new HostException(HostMessages.UnknownStandard.Anywhere(word, option.Name, string.Join(", ", choices.Select(static c => c.Word))), ExitCode.Usage);
    }
}
