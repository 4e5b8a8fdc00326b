using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Typeset.Cli.Reporting;

namespace Typeset.Cli.Commands;

/// <summary><c>--emit</c>: the kinds of file that a booklet becomes, parted by commas or given one after the other.</summary>
internal sealed class EmitOption : Option<string[]>
{
    public EmitOption(Terminal terminal) : base("--emit")
    {
        HelpName = string.Join(',', OutputKinds.All.Select(OutputKinds.NameOf));
        Arity = ArgumentArity.OneOrMore;
        Description = terminal.Say("要写出的文件种类，用逗号分隔（缺省 reading）", "the kinds of file to write, parted by commas (default: reading)");
        Validators.Add(result =>
        {
            foreach (var word in Words(result.GetValueOrDefault<string[]>()).Where(word => OutputKinds.Named(word) is null))
            {
                result.AddError(terminal.Say($"--emit 没有 {word} 这一种；可选：{HelpName}。", $"--emit knows no kind {word}; there are: {HelpName}."));
            }
        });
    }

    /// <summary>The kinds asked for, each once, in the order in which they are written.</summary>
    public ImmutableArray<OutputKind> Read(ParseResult parsed) => parsed.GetValue(this) is { Length: > 0 } given
        ? [.. OutputKinds.All.Intersect(Words(given).Select(OutputKinds.Named).OfType<OutputKind>())]
        : [OutputKind.Reading];

    private static IEnumerable<string> Words(string[]? given) =>
        (given ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
