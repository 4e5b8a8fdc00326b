using System.CommandLine;
using Typeset.Cli.Reporting;
using Typeset.Core.Messages;

namespace Typeset.Cli.Commands;

/// <summary><c>--missing</c>: whether files are written with □ for characters that no font has.</summary>
internal sealed class MissingOption : Option<string>
{
    public MissingOption(Terminal terminal) : base("--missing")
    {
        HelpName = "box|stop";
        Description = terminal.Say(
            "没有字体的字：box 以 □ 代替照写，stop 不写任何文件（缺省：阅读与 DOCX 照写，存档与印刷不写）",
            "characters that no font has: box writes □ for them, stop writes no file (default: reading and DOCX are written, archive and press are not)");
    }

    /// <exception cref="HostException">The word means nothing here.</exception>
    public MissingCharacters Read(ParseResult parsed) => parsed.GetValue(this)?.ToUpperInvariant() switch
    {
        null => MissingCharacters.BoxWhereMendable,
        "BOX" => MissingCharacters.Box,
        "STOP" => MissingCharacters.Stop,
        _ => throw new HostException(HostMessages.UnknownStandard.Anywhere(parsed.GetValue(this)!, Name, "box, stop"), ExitCode.Usage),
    };
}
