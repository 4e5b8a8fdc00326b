using System.CommandLine;
using System.CommandLine.Parsing;
using Typeset.Cli.Reporting;
using Typeset.Manuscripts;
using Typeset.Manuscripts.Raw;

namespace Typeset.Cli.Commands;

/// <summary>Options of commands that read raw manuscripts.</summary>
internal sealed class ImportOptionSet(Terminal terminal)
{
    public Option<string> Encoding { get; } = EncodingOption(terminal);

    public Option<bool> Strict { get; } = new("--strict") { Description = terminal.Say("存疑之处作为错误", "doubtful places are errors") };

    public Option<string> Title { get; } = new("--title") { HelpName = "TEXT", Description = terminal.Say("小册子的标题", "the booklet's title") };
    public Option<string> Issue { get; } = new("--issue") { HelpName = "TEXT", Description = terminal.Say("期号", "the issue") };
    public Option<string[]> Issuer { get; } = new("--issuer") { HelpName = "TEXT", Description = terminal.Say("编印单位；可重复", "who issues it; may be repeated") };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Encoding, Strict, Title, Issue, Issuer]) command.Add(option);
    }

    public ImportOptions Read(ParseResult parsed) => new()
    {
        Encoding = parsed.GetValue(Encoding),
        Issue = parsed.GetValue(Issue),
        Issuer = [.. parsed.GetValue(Issuer) ?? []],
        Recovery = new RecoveryOptions { Title = parsed.GetValue(Title) ?? "", Strict = parsed.GetValue(Strict) },
    };

    private static Option<string> EncodingOption(Terminal terminal)
    {
        var option = new Option<string>("--encoding") { HelpName = "NAME", Description = terminal.Say("文本文件的编码（缺省自动识别）", "the encoding of text files (by default it is found out)") };
        var known = string.Join(", ", RawReader.EncodingNames);
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } name && !RawReader.KnowsEncoding(name)) result.AddError(terminal.Say($"--encoding 没有名为 {name} 的编码；可用：{known}。", $"--encoding knows no {name}; there are: {known}."));
        });
        return option;
    }
}
