using Typeset.Cli.Reporting;
using Typeset.Core;

namespace Typeset.Cli.Tests;

/// <summary>A command line run in a process like this one, its two streams caught.</summary>
internal sealed class Streams
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public int Run(Language language, params string[] arguments) =>
        CommandLine.Run(arguments, new Terminal { Output = _output, Error = _error, Language = language });

    public int Run(params string[] arguments) => Run(Language.English, arguments);
}
