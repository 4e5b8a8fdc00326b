using System.CommandLine;
using System.Globalization;
using Typeset.Batch.Broker;
using Typeset.Batch.Files;
using Typeset.Batch.Rebuilding;
using Typeset.Batch.Work;
using Typeset.Cli.Archives;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core.Messages;

namespace Typeset.Cli.Commands;

/// <summary>The command line of a rebuild.</summary>
internal sealed class RebuildOptions(Terminal terminal)
{
    /// <summary>Booklets that a broker holds at a time, where not said otherwise: enough for 32 workers to find the next one waiting.</summary>
    private const int GivenOut = 64;

    private const string Warn = "warn";
    private const string Error = "error";

    private readonly Argument<string> _archive = new Argument<string>("archive") { Description = terminal.Say("书稿库文件夹", "the folder of booklets") }.NotAnOption(terminal);
    private readonly Option<string> _output = new("--output", "-o") { HelpName = "OUT", Description = terminal.Say("输出文件夹（缺省 out）", "the folder to write to (default: out)") };
    private readonly EmitOption _emit = new(terminal);
    private readonly PdfOptionSet _pdf = new(terminal);
    private readonly TwinOptionSet _twin = new(terminal);
    private readonly MissingOption _missing = new(terminal);
    private readonly SharedOptions _shared = new(terminal);
    private readonly Option<int> _jobs = Positive("--jobs", "N", terminal.Say("同时排几册（缺省为处理器数）", "booklets at a time (default: the number of processors)"));
    private readonly Option<int> _threads = Positive("--threads", "N", terminal.Say("排一册所用的线程数（缺省：同时只排一册时为处理器数，否则为 1）", "threads that work at one booklet (default: the number of processors where one booklet is built at a time, else 1)"));
    private readonly Option<string> _since = new("--since") { HelpName = "DATE|7d|12h", Description = terminal.Say("只看此后有文件改动的小册子", "only booklets with a file modified since then") };
    private readonly Option<string[]> _only = new("--only") { HelpName = "GLOB", Description = terminal.Say("只看路径相符的小册子：* ? **；可重复", "only booklets whose paths match: * ? **; may be repeated") };
    private readonly Option<string> _broker = new("--broker")
    {
        HelpName = "amqp://…", Arity = ArgumentArity.ZeroOrOne,
        Description = terminal.Say("把活交给此 RabbitMQ 上的 worker；不写地址则用 TYPESET_BROKER", "lets workers of this RabbitMQ broker build; without an address the one in TYPESET_BROKER"),
    };
    private readonly Option<string> _check = new Option<string>("--check")
    {
        HelpName = "warn|error", Arity = ArgumentArity.ZeroOrOne,
        Description = terminal.Say("读回写出的 PDF 并检查（见 check），结果记入清单与报告；error 时有错误则退出码为 1（缺省 warn）", "read the PDF files back and check them (see check); manifest and report tell the verdicts; with error, errors make the exit code 1 (default: warn)"),
    }.AcceptOnlyFromAmong(Warn, Error);
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = terminal.Say("只列出要排的小册子，不排", "list what would be built, and build nothing") };
    private readonly Option<bool> _prune = new("--prune") { Description = terminal.Say("删除书稿已不在库中的输出", "remove outputs of booklets that are no longer there") };
    private readonly Option<int> _time = Positive("--limit-time", "S", terminal.Say("每册时限，秒（缺省 300）", "seconds for a booklet (default: 300)"));
    private readonly Option<int> _memory = Positive("--limit-memory", "MB", terminal.Say("每册内存上限，MB（缺省 1024）", "memory for a booklet in MB (default: 1024)"));
    private readonly Option<int> _pages = Positive("--limit-pages", "N", terminal.Say("每册页数上限（缺省 2000）", "pages of a booklet (default: 2000)"));

    /// <summary>A file that tells what happens as it happens.</summary>
    public Option<string> Log { get; } = new("--log") { HelpName = "FILE", Description = terminal.Say("在文件末尾逐行追加（JSON）所做的每件事", "append what is done to a file, a line of JSON for each event") };

    public Option<bool> Json { get; } = new("--json") { Description = terminal.Say("以 JSON 报告结果", "report as JSON") };

    public void AddTo(Command command)
    {
        command.Add(_archive);
        foreach (var option in (Option[])[_output, _emit, _jobs, _threads, _broker, _only, _since, _check, _dryRun, _prune, _time, _memory, _pages, Log, Json]) command.Add(option);
        _shared.AddTo(command);
        _pdf.AddTo(command);
        _twin.AddTo(command);
        command.Add(_missing);
    }

    /// <exception cref="HostException">A style or a date is none.</exception>
    public RebuildRequest Read(ParseResult parsed, Core.Language language)
    {
        var setup = _shared.Read(parsed) with { Pdf = _pdf.Read(parsed), Docx = _twin.Read(parsed), Missing = _missing.Read(parsed) };
        var output = new OutputRoot(parsed.GetValue(_output) ?? "out");
        var broker = parsed.GetResult(_broker) is null ? null : BrokerAddress.Parse(parsed.GetValue(_broker) ?? "", Environment.GetEnvironmentVariable);
        var threads = parsed.GetValue(_threads);
        var jobs = parsed.GetValue(_jobs) is > 0 and var given ? given : broker is null ? Environment.ProcessorCount : GivenOut;
        return new()
        {
            Archive = parsed.GetValue(_archive)!, Output = output, Jobs = jobs, Broker = broker, Language = language,
            Setup = SetupOf(setup, parsed, output), ChecksCount = parsed.GetValue(_check) == Error,
            Worker = WorkerCommand.Launch(parsed.GetValue(_archive)!, output, setup, threads > 0 ? threads : jobs == 1 ? Environment.ProcessorCount : 1),
            Manuscripts = new(CommissionedManuscript.Extensions, RawFiles.PageFolders),
            Only = [.. parsed.GetValue(_only) ?? []], Since = SinceOf(parsed.GetValue(_since)),
            IsDryRun = parsed.GetValue(_dryRun), Prunes = parsed.GetValue(_prune),
        };
    }

    private Setup SetupOf(BookletSetup setup, ParseResult parsed, OutputRoot output)
    {
        var (kinds, profile) = (_emit.Read(parsed), _pdf.Profile(parsed));
        return ArchiveSetup.Of(setup, kinds, ReadLimits(parsed), output) with
        {
            Checks = parsed.GetResult(_check) is not null,
            Profile = profile, Choices = FileChoices.Of(setup, kinds, profile is { } bytes ? Digest.Of(bytes.Span) : null),
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
