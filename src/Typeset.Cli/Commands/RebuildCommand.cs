using System.CommandLine;
using System.Globalization;
using Typeset.Batch.Broker;
using Typeset.Batch.Files;
using Typeset.Batch.Rebuilding;
using Typeset.Batch.Work;
using Typeset.Cli.Archives;
using Typeset.Cli.Reporting;
using Typeset.Core.Messages;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset rebuild</c>: everything that is stale in an archive of back issues.</summary>
internal static class RebuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new RebuildOptions(terminal);
        var command = new Command("rebuild", terminal.Say("重建书稿库中所有过时的小册子", "rebuilds what is stale of an archive of booklets"));
        options.AddTo(command);
        command.SetAction(parsed => Run(options, parsed, terminal));
        return command;
    }

    private static int Run(RebuildOptions options, ParseResult parsed, Terminal terminal)
    {
        using var interruption = new Interruption();
        var request = options.Read(parsed, terminal.Language);
        using var progress = new RebuildProgress(request, terminal, parsed.GetValue(options.Json));
        var summary = new Rebuild(request, progress.Tell).Run(interruption.Token).GetAwaiter().GetResult();
        progress.Close(summary);
        return summary.IsCutOff ? ExitCode.Interrupted : summary.Failed.IsEmpty ? ExitCode.Ok : ExitCode.BookletErrors;
    }
}

/// <summary>The command line of a rebuild.</summary>
internal sealed class RebuildOptions(Terminal terminal)
{
    /// <summary>Booklets that a broker holds at a time, where not said otherwise: enough for 32 workers to find the next one waiting.</summary>
    private const int GivenOut = 64;

    private readonly Argument<string> _archive = new Argument<string>("archive") { Description = terminal.Say("书稿库文件夹", "the folder of booklets") }.NotAnOption(terminal);
    private readonly Option<string> _output = new("--output", "-o") { HelpName = "OUT", Description = terminal.Say("输出文件夹（缺省 out）", "the folder to write to (default: out)") };
    private readonly EmitOption _emit = new(terminal);
    private readonly SharedOptions _shared = new(terminal);
    private readonly Option<int> _jobs = Positive("--jobs", "N", terminal.Say("同时排几册（缺省为处理器数）", "booklets at a time (default: the number of processors)"));
    private readonly Option<string> _since = new("--since") { HelpName = "DATE|7d|12h", Description = terminal.Say("只看此后有文件改动的小册子", "only booklets with a file modified since then") };
    private readonly Option<string[]> _only = new("--only") { HelpName = "GLOB", Description = terminal.Say("只看路径相符的小册子：* ? **；可重复", "only booklets whose paths match: * ? **; may be repeated") };
    private readonly Option<string> _broker = new("--broker")
    {
        HelpName = "amqp://…", Arity = ArgumentArity.ZeroOrOne,
        Description = terminal.Say("把活交给此 RabbitMQ 上的 worker；不写地址则用 TYPESET_BROKER", "lets workers of this RabbitMQ broker build; without an address the one in TYPESET_BROKER"),
    };
    private readonly Option<bool> _check = new("--check") { Description = terminal.Say("读回写出的 PDF 并检查（见 check），结果记入清单与报告", "read the PDF files back and check them (see check); manifest and report tell the verdicts") };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = terminal.Say("只列出要排的小册子，不排", "list what would be built, and build nothing") };
    private readonly Option<bool> _prune = new("--prune") { Description = terminal.Say("删除书稿已不在库中的输出", "remove outputs of booklets that are no longer there") };
    private readonly Option<int> _time = Positive("--limit-time", "S", terminal.Say("每册时限，秒（缺省 300）", "seconds for a booklet (default: 300)"));
    private readonly Option<int> _memory = Positive("--limit-memory", "MB", terminal.Say("每册内存上限，MB（缺省 1024）", "memory for a booklet in MB (default: 1024)"));
    private readonly Option<int> _pages = Positive("--limit-pages", "N", terminal.Say("每册页数上限（缺省 2000）", "pages of a booklet (default: 2000)"));

    public Option<bool> Json { get; } = new("--json") { Description = terminal.Say("以 JSON 报告结果", "report as JSON") };

    public void AddTo(Command command)
    {
        command.Add(_archive);
        foreach (var option in (Option[])[_output, _emit, _jobs, _broker, _only, _since, _check, _dryRun, _prune, _time, _memory, _pages, Json]) command.Add(option);
        _shared.AddTo(command);
    }

    /// <exception cref="HostException">A style or a date is none.</exception>
    public RebuildRequest Read(ParseResult parsed, Core.Language language)
    {
        var setup = _shared.Read(parsed);
        var output = new OutputRoot(parsed.GetValue(_output) ?? "out");
        var broker = parsed.GetResult(_broker) is null ? null : BrokerAddress.Parse(parsed.GetValue(_broker) ?? "", Environment.GetEnvironmentVariable);
        var jobs = parsed.GetValue(_jobs) is > 0 and var given ? given : broker is null ? Environment.ProcessorCount : GivenOut;
        return new()
        {
            Archive = parsed.GetValue(_archive)!, Output = output, Jobs = jobs, Broker = broker, Language = language,
            Setup = ArchiveSetup.Of(setup, _emit.Read(parsed), ReadLimits(parsed), output) with { Checks = parsed.GetValue(_check) },
            Worker = WorkerCommand.Launch(parsed.GetValue(_archive)!, output, setup, jobs == 1 ? Environment.ProcessorCount : 1),
            ManuscriptExtensions = CommissionedManuscript.Extensions,
            Only = [.. parsed.GetValue(_only) ?? []], Since = SinceOf(parsed.GetValue(_since)),
            IsDryRun = parsed.GetValue(_dryRun), Prunes = parsed.GetValue(_prune),
        };
    }

    private Limits ReadLimits(ParseResult parsed)
    {
        var usual = new Limits();
        return new()
        {
            Time = parsed.GetValue(_time) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : usual.Time,
            Megabytes = parsed.GetValue(_memory) is > 0 and var megabytes ? megabytes : usual.Megabytes,
            Pages = parsed.GetValue(_pages) is > 0 and var pages ? pages : usual.Pages,
        };
    }

    private static DateTimeOffset? SinceOf(string? text)
    {
        if (text is null) return null;
        if (text is [.. var number, 'd' or 'h'] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 1_000_000)
        {
            return DateTimeOffset.UtcNow - (text[^1] == 'd' ? TimeSpan.FromDays(count) : TimeSpan.FromHours(count));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var date)
            ? date
            : throw new HostException(BatchMessages.NotASpan.Anywhere(text), ExitCode.Usage);
    }

    private static Option<int> Positive(string name, string help, string description)
    {
        var option = new Option<int>(name) { HelpName = help, Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)) result.AddError($"{name}: 1 …");
        });
        return option;
    }
}
