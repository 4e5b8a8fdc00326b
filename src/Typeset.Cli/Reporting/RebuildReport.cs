using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Typeset.Batch.Files;
using Typeset.Batch.Rebuilding;
using Typeset.Batch.Store;
using Typeset.Core;

namespace Typeset.Cli.Reporting;

/// <summary>What is said of a rebuild before it and after it.</summary>
internal sealed class RebuildReport(RebuildRequest request, RebuildSummary summary, Terminal terminal)
{
    /// <summary>The booklets that would be built, a line each: why, and its path.</summary>
    public static void WritePlan(PlanMade plan, Terminal terminal)
    {
        foreach (var booklet in plan.Stale) terminal.Output.WriteLine($"{Reason(booklet.Reason, terminal)}  {TerminalColumns.Harmless(booklet.Path)}");
        terminal.Error.WriteLine(terminal.Say($"共 {plan.Booklets} 册，须排 {plan.Stale.Length} 册。", $"{plan.Stale.Length} of {plan.Booklets} booklets would be built."));
    }

    /// <summary>A booklet that failed, with its errors.</summary>
    public static string Failure(BookletEnded ended, Terminal terminal)
    {
        var text = new StringBuilder(terminal.Say($"失败：{ended.Path}", $"failed: {ended.Path}")).Append('\n');
        foreach (var remark in ended.Outcome.Remarks.Where(static remark => remark.Severity == "error"))
        {
            text.Append("  ").Append(TerminalColumns.Harmless(remark.In(terminal.Language))).Append('\n');
            var hint = terminal.Language == Language.Chinese ? remark.ChineseHint : remark.EnglishHint;
            if (hint.Length > 0) text.Append(terminal.Say("    提示：", "    hint: ")).Append(TerminalColumns.Harmless(hint)).Append('\n');
        }

        return text.ToString();
    }

    public void WriteText(TimeSpan elapsed)
    {
        var seconds = elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        terminal.Output.WriteLine(terminal.Say(
            $"{summary.Booklets} 册：排出 {summary.Built + summary.Adopted} 册 {summary.Pages} 页，失败 {summary.Failed.Length} 册，其余未变；{seconds} 秒。",
            $"{summary.Booklets} booklets: {summary.Built + summary.Adopted} built with {summary.Pages} pages, {summary.Failed.Length} failed, the others unchanged; {seconds} s."));
        terminal.Output.WriteLine(terminal.Say(
            $"全库 {summary.Totals.Pages} 页，{summary.Totals.Warnings} 条警告：{request.Output.At(OutputRoot.ReportName)}",
            $"{summary.Totals.Pages} pages and {summary.Totals.Warnings} warnings in the archive: {request.Output.At(OutputRoot.ReportName)}"));
        foreach (var path in summary.Failed) terminal.Output.WriteLine(terminal.Say("失败  ", "failed  ") + TerminalColumns.Harmless(path));
        foreach (var path in summary.Faulty) terminal.Output.WriteLine(terminal.Say("检查有错  ", "check found errors  ") + TerminalColumns.Harmless(path));
        if (summary.IsCutOff) terminal.Error.WriteLine(terminal.Say("已中断；已完成的都已保存，再执行同一命令即可接着做。", "Interrupted. What is finished is kept; the same command goes on from here."));
    }

    public void WriteJson(ImmutableArray<StaleBooklet> stale, ImmutableArray<BookletEnded> failures, TimeSpan elapsed)
    {
        var json = JsonText.Object();
        json.Writer.WriteNumber("booklets", summary.Booklets);
        WriteStale(json.Writer, stale);
        json.Writer.WriteNumber("built", summary.Built);
        json.Writer.WriteNumber("adopted", summary.Adopted);
        json.Writer.WriteNumber("pages", summary.Pages);
        json.Writer.WriteNumber("totalPages", summary.Totals.Pages);
        json.Writer.WriteNumber("totalWarnings", summary.Totals.Warnings);
        WriteFailures(json.Writer, failures);
        json.Writer.WriteStartArray("checkErrors");
        foreach (var path in summary.Faulty) json.Writer.WriteStringValue(path);
        json.Writer.WriteEndArray();
        json.Writer.WriteBoolean("cutOff", summary.IsCutOff);
        json.Writer.WriteNumber("seconds", Math.Round(elapsed.TotalSeconds, 3));
        json.Writer.WriteEndObject();
        terminal.Output.WriteLine(json.Close());
    }

    private static void WriteStale(Utf8JsonWriter writer, ImmutableArray<StaleBooklet> stale)
    {
        writer.WriteStartArray("stale");
        foreach (var booklet in stale)
        {
            writer.WriteStartObject();
            writer.WriteString("path", booklet.Path);
            writer.WriteString("reason", JsonNamingPolicy.KebabCaseLower.ConvertName(booklet.Reason.ToString()));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteFailures(Utf8JsonWriter writer, ImmutableArray<BookletEnded> failures)
    {
        writer.WriteStartArray("failed");
        foreach (var path in summary.Failed)
        {
            writer.WriteStartObject();
            writer.WriteString("path", path);
            var errors = failures.FirstOrDefault(ended => ended.Path == path)?.Outcome.Remarks.Where(static remark => remark.Severity == "error") ?? [];
            writer.WriteStartArray("errors");
            foreach (var error in errors) writer.WriteStringValue(error.In(terminal.Language));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Reason(StaleReason reason, Terminal terminal) => reason switch
    {
        StaleReason.New => terminal.Say("新增", "new"),
        StaleReason.Sources => terminal.Say("书稿", "manuscript"),
        StaleReason.Style => terminal.Say("样式", "style"),
        StaleReason.Setup => terminal.Say("程序", "program"),
        StaleReason.Formats => terminal.Say("种类", "kinds"),
        StaleReason.Check => terminal.Say("检查", "check"),
        StaleReason.Output => terminal.Say("输出", "output"),
        _ => terminal.Say("重试", "again"),
    };
}
