using System.CommandLine;
using Typeset.Cli.Reporting;

namespace Typeset.Cli.Commands;

/// <summary>Arguments that are paths.</summary>
internal static class PathArgument
{
    /// <summary>Refuses what looks like an option, so that a misspelt one is not taken for a path; a path that starts with a dash is written <c>./-x</c>.</summary>
    public static Argument<T> NotAnOption<T>(this Argument<T> argument, Terminal terminal)
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(static token => token.Value.StartsWith('-')))
            {
                result.AddError(terminal.Say($"没有选项 {token.Value}。", $"There is no option {token.Value}."));
            }
        });
        return argument;
    }
}
