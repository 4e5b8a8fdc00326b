using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core.Messages;
using Typeset.Preflight;
using Typeset.Preflight.Clauses;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset check</c>: PDF files, or booklets' files, held to the standards and the house's rules.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var targets = new Argument<string[]>("file|booklet") { Arity = ArgumentArity.OneOrMore, Description = terminal.Say("PDF 文件，或小册子文件夹", "PDF files, or booklets' folders") }.NotAnOption(terminal);
        var profile = new Option<string[]>("--profile", "-p") { HelpName = "NAME|FILE", Arity = ArgumentArity.OneOrMore, Description = terminal.Say($"按哪些条款检查：{string.Join(' ', ClauseLists.Keys)}，或 .json 文件；可重复；缺省按文件自称的标准和本社规则", $"the lists to hold files to: {string.Join(' ', ClauseLists.Keys)}, or a .json file; may be repeated; by default what a file claims to keep, and the house's") };
        var emit = new Option<string>("--emit") { HelpName = "KINDS", Description = terminal.Say("检查小册子的哪些 PDF（缺省全部）", "which PDF files of a booklet to check (default: all)") };
        var binding = new Option<Binding?>("--binding") { Description = terminal.Say("装订方式，据此检查页数", "how it is bound; the number of pages must suit it") };
        var trim = new Option<string>("--trim") { HelpName = "148x210", Description = terminal.Say("PDF 文件应有的成品尺寸（毫米）", "the trimmed size that PDF files must have, in millimetres") };
        var json = new Option<bool>("--json") { Description = terminal.Say("以 JSON 报告结果", "report as JSON") };
        var html = new Option<string>("--html") { HelpName = "REPORT", Description = terminal.Say("另写一份带页面图的 HTML 报告", "also write a report as HTML, with pictures of pages") };
        var shared = new SharedOptions(terminal);
        var command = new Command("check", terminal.Say("印前检查：PDF 是否合乎标准和本社规则", "preflight: whether PDF files keep the standards and the house's rules")) { targets, profile, emit, binding, trim, json, html };
        var pdf = new PdfOptionSet(terminal);
        shared.AddTo(command);
        pdf.AddTo(command);
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var request = new CheckRequest([.. parsed.GetValue(targets)!], shared.Read(parsed) with { Pdf = pdf.Read(parsed) }, [.. (parsed.GetValue(profile) ?? []).Select(ProfileOf)], KindsOf(parsed.GetValue(emit)))
            {
                Binding = parsed.GetValue(binding), Trim = TrimSize.Read(parsed.GetValue(trim)),
            };
            var run = new CheckRun(request, terminal);
            return run.Report(run.Check(interruption.Token), parsed.GetValue(json), parsed.GetValue(html));
        });
        return command;
    }

    private static ClauseList ProfileOf(string name)
    {
        if (ClauseLists.Named(name) is { } shipped) return shipped;
        if (!name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || !File.Exists(name)) throw new HostException(CheckMessages.UnknownProfile.Anywhere(name, string.Join(", ", ClauseLists.Keys)), ExitCode.Usage);
        try
        {
            return ClauseLists.Read(MappedFile.Open(name));
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            throw new HostException(CheckMessages.BadProfile.Anywhere(name, cause.Message), ExitCode.Usage, cause);
        }
    }

    private static ImmutableArray<OutputKind> KindsOf(string? emit)
    {
        if (emit is null) return [.. OutputKinds.All.Where(static kind => kind != OutputKind.Docx)];
        return [.. emit.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static word => OutputKinds.Named(word) is { } kind and not OutputKind.Docx
            ? kind : throw new HostException(CheckMessages.NotAPdfKind.Anywhere(word), ExitCode.Usage))];
    }
}
