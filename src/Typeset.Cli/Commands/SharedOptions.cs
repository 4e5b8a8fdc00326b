using System.CommandLine;
using System.Globalization;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core.Messages;

namespace Typeset.Cli.Commands;

/// <summary>Options that several commands have: which style, which fonts, which date.</summary>
internal sealed class SharedOptions(Terminal terminal)
{
    public Option<string> Style { get; } = new("--style", "-s")
    {
        HelpName = "NAME|FILE",
        Description = terminal.Say("用此样式代替小册子自带的", "a style instead of the booklet's own"),
    };

    public Option<string[]> Fonts { get; } = new("--fonts")
    {
        HelpName = "DIR", Arity = ArgumentArity.OneOrMore,
        Description = terminal.Say("另加的字体文件夹，优先于随附字体；可重复", "a folder of fonts besides the shipped ones, preferred to them; may be repeated"),
    };

    public Option<string> Date { get; } = new("--date")
    {
        HelpName = "DATE",
        Description = terminal.Say("写入文档属性的日期；缺省用 SOURCE_DATE_EPOCH，没有则不写", "the date in the document's metadata; by default SOURCE_DATE_EPOCH, or none"),
    };

    public void AddTo(Command command)
    {
        command.Add(Style);
        command.Add(Fonts);
        command.Add(Date);
    }

    /// <summary>The fonts alone, for commands that are told of style and date in another way.</summary>
    public BookletSetup Setup(ParseResult parsed) => new(Installation.Find(), Style: null, [.. parsed.GetValue(Fonts) ?? []], Date: null);

    public BookletSetup Read(ParseResult parsed) =>
        new(Installation.Find(), parsed.GetValue(Style), [.. parsed.GetValue(Fonts) ?? []], DateOf(parsed.GetValue(Date)));

    private static DateTimeOffset? DateOf(string? text)
    {
        if (text is null) return long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw new HostException(HostMessages.NotADate.Anywhere(text), ExitCode.Usage);
    }
}
