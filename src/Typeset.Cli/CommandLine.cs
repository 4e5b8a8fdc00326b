using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Reflection;
using Typeset.Batch;
using Typeset.Cli.Commands;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Cli;

/// <summary>
/// The program from arguments to exit code. A plain command stands at the root instead of a <see cref="RootCommand"/>, and help is added
/// only when it is asked for: looking up their texts would cost every start some 10 ms.
/// </summary>
public static class CommandLine
{
    private static readonly string[] HelpWords = ["-h", "--help", "-?", "/?", "help"];

    /// <summary>Runs a command line.</summary>
    public static int Run(string[] arguments, Terminal terminal)
    {
        try
        {
            return Invoke(arguments, terminal);
        }
        catch (Exception end)
        {
            return Explain(end, terminal);
        }
    }

    /// <summary>Threads that work together wrap what ended one of them; the first is what counts.</summary>
    private static int Explain(Exception end, Terminal terminal)
    {
        switch (end)
        {
            case AggregateException { InnerException: { } first }:
                return Explain(first, terminal);
            case HostException refusal:
                return Report(refusal.Diagnostic, refusal.ExitCode, terminal);
            case ArchiveException refusal:
                return Report(refusal.Diagnostic, refusal.IsOutput ? ExitCode.NoOutput : ExitCode.NoInput, terminal);
            case OperationCanceledException:
                return Report(HostMessages.Interrupted.Anywhere(), ExitCode.Interrupted, terminal);
            default:
                terminal.Error.WriteLine(end);
                return Report(HostMessages.Internal.Anywhere(end.Message), ExitCode.Internal, terminal);
        }
    }

    private static int Invoke(string[] arguments, Terminal terminal)
    {
        if (arguments is ["--version"]) return PrintVersion(terminal);
        var wantsHelp = arguments.Length == 0 || arguments.Any(HelpWords.Contains);
        var words = arguments is [] ? ["--help"] : arguments is ["help", .. var rest] ? [.. rest, "--help"] : arguments;
        var parsed = Root(terminal, wantsHelp).Parse(words);
        if (wantsHelp) return PrintHelp(parsed, terminal);
        return parsed.Errors.Count > 0 ? RefuseUsage(parsed, terminal) : parsed.Invoke(Streams(terminal, terminal.Output));
    }

    private static Command Root(Terminal terminal, bool wantsHelp)
    {
        var root = new Command("typeset", terminal.Say("把书稿文件夹排成小册子。", "Typesets booklets from folders of manuscripts."))
        {
            BuildCommand.Create(terminal),
            ImportCommand.Create(terminal),
            RebuildCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            WorkerCommand.Create(terminal),
            NewCommand.Create(terminal),
            StylesCommand.Create(terminal),
            FontsCommand.Create(terminal),
            InspectCommand.Create(terminal),
            CompareCommand.Create(terminal),
            ImposeCommand.Create(terminal),
            CheckCommand.Create(terminal),
            new Option<string>("--lang")
            {
                Recursive = true, HelpName = "zh|en",
                Description = terminal.Say("消息语言；缺省依 LC_ALL、LC_MESSAGES、LANG", "language of messages; by default from LC_ALL, LC_MESSAGES, LANG"),
            },
        };
        if (wantsHelp) root.Add(new HelpOption());
        return root;
    }

    private static int PrintHelp(ParseResult parsed, Terminal terminal)
    {
        var page = new StringWriter();
        var exit = parsed.Invoke(Streams(terminal, page));
        terminal.Output.Write(ParserWording.Help(page.ToString(), terminal.Language));
        return exit;
    }

    private static InvocationConfiguration Streams(Terminal terminal, TextWriter output) =>
        new() { Output = output, Error = terminal.Error, EnableDefaultExceptionHandler = false };

    private static int PrintVersion(Terminal terminal)
    {
        terminal.Output.WriteLine(typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
        return ExitCode.Ok;
    }

    private static int RefuseUsage(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors) terminal.Error.WriteLine($"typeset: {TerminalColumns.Harmless(ParserWording.Complaint(error.Message, terminal.Language))}");
        var path = PathOf(parsed.CommandResult);
        terminal.Error.WriteLine(terminal.Say($"用法见 `{path} --help`。", $"See `{path} --help`."));
        return ExitCode.Usage;
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? PathOf(parent) + " " + result.Command.Name : result.Command.Name;

    private static int Report(Diagnostic diagnostic, int exitCode, Terminal terminal)
    {
        terminal.Error.Write(DiagnosticText.For(terminal).Render(diagnostic));
        return exitCode;
    }
}
