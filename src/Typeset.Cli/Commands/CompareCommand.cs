using System.CommandLine;
using Typeset.Cli.Comparing;
using Typeset.Cli.Reporting;
using Typeset.Comparison;
using Typeset.Core.Messages;
using Typeset.Preflight.Reading;

namespace Typeset.Cli.Commands;

/// <summary><c>typeset compare</c>: whether a word processor breaks lines and pages of a document where the PDF breaks them.</summary>
internal static class CompareCommand
{
    private const int UsualPatience = 180, LongestPatience = 86400, UsualLimit = 20;

    public static Command Create(Terminal terminal)
    {
        var document = new Argument<string>("docx") { Description = terminal.Say("DOCX；或别的程序由它导出的 PDF", "the DOCX, or a PDF that another program made of it") }.NotAnOption(terminal);
        var pdf = new Argument<string>("pdf") { Description = terminal.Say("应与之一致的 PDF", "the PDF that it should be like") }.NotAnOption(terminal);
        var program = new Option<string>("--soffice") { HelpName = "PATH", Description = terminal.Say("LibreOffice 的位置；缺省在 PATH 和常见位置中寻找", "where LibreOffice is; by default on PATH and in the usual places") };
        var patience = new Option<int>("--timeout") { HelpName = "SECONDS", DefaultValueFactory = _ => UsualPatience, Description = terminal.Say($"最多等 LibreOffice 几秒（缺省 {UsualPatience}）", $"how long LibreOffice may take (default: {UsualPatience})") };
        var limit = new Option<int>("--limit") { HelpName = "N", DefaultValueFactory = _ => UsualLimit, Description = terminal.Say($"最多列出几处差异（缺省 {UsualLimit}，0 为全部）", $"how many differences to show (default: {UsualLimit}; 0 for all)") };
        var rendered = new Option<string>("--rendered") { HelpName = "FILE", Description = terminal.Say("把 LibreOffice 排出的 PDF 存到此处", "keep the PDF that LibreOffice makes here") };
        var json = new Option<bool>("--json") { Description = terminal.Say("JSON：相同的行、页、书眉页码、目录条目数与全部差异", "JSON: how many lines, pages, running heads and contents entries agree, and all differences") };
        patience.Validators.Add(result =>
        {
            if (result.GetValue(patience) is < 1 or > LongestPatience) result.AddError(terminal.Say($"--timeout 应在 1 到 {LongestPatience} 之间。", $"--timeout is from 1 to {LongestPatience}."));
        });
        var command = new Command("compare", terminal.Say("对照 DOCX 与 PDF 的断行和断页", "compares where a DOCX and a PDF break lines and pages")) { document, pdf, program, patience, limit, rendered, json };
        command.SetAction(parsed => Compare(
            new CompareRequest(
                parsed.GetValue(document)!, parsed.GetValue(pdf)!, parsed.GetValue(program),
                TimeSpan.FromSeconds(parsed.GetValue(patience)), parsed.GetValue(rendered)),
            comparison => new ComparisonReport(comparison, terminal).Print(parsed.GetValue(json), parsed.GetValue(limit)), terminal));
        return command;
    }

    private static int Compare(CompareRequest request, Action<RenderingComparison> report, Terminal terminal)
    {
        using var interruption = new Interruption();
        RenderingComparison comparison;
        using (WorkProgress.Begin(terminal, request.Document))
        {
            var expected = Read(request.Pdf, CompareRequest.BytesOf(request.Pdf), interruption.Token);
            var actual = Read(request.Document, request.Rendering(interruption.Token), interruption.Token);
            comparison = RenderingComparison.Of(expected, actual);
        }

        report(comparison);
        return comparison.IsSame ? ExitCode.Ok : ExitCode.BookletErrors;
    }

    private static Rendering Read(string path, byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            return Rendering.Read(bytes, cancellation);
        }
        catch (PdfFormatException problem)
        {
            throw new HostException(CompareMessages.NotAPdf.Anywhere(path, problem.Message), ExitCode.NoInput, problem);
        }
    }
}
