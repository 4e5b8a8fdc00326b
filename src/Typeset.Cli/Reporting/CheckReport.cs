using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Typeset.Core;
using Typeset.Preflight;
using Typeset.Preflight.Report;

namespace Typeset.Cli.Reporting;

/// <summary>What a check found, for people and for programs.</summary>
internal static class CheckReport
{
    public static string ToText(List<CheckedFile> files, Terminal terminal)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            foreach (var problem in file.Report.Unread) text.Append(DiagnosticText.For(terminal).Render(problem));
            foreach (var finding in file.Report.Findings) Append(text, finding, terminal);
            foreach (var (clause, count) in file.Report.Unlisted) text.Append(clause.Id).Append(terminal.Say($"：另有 {count} 处未列\n", $": {count} more, not listed\n"));
            text.Append(TerminalColumns.Harmless(file.Name)).Append(terminal.Say("：", ": ")).Append(Summary(file.Report, terminal)).Append('\n');
        }

        return text.ToString();
    }

    public static string ToJson(List<CheckedFile> files, ImmutableArray<Diagnostic> diagnostics, Language language)
    {
        var json = JsonText.Object();
        json.WriteDiagnostics(diagnostics, language);
        json.Writer.WriteStartArray("files");
        foreach (var file in files) Write(json, file, language);
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
        return json.Close();
    }

    private static void Append(StringBuilder text, Finding finding, Terminal terminal)
    {
        var place = finding.Place.Page < 0 ? "" : terminal.Say($" 第 {finding.Place.Page + 1} 页", $" page {finding.Place.Page + 1}");
        if (finding.Place is { X: { } x, Y: { } y }) place += string.Create(CultureInfo.InvariantCulture, $" ({x:0.#}, {y:0.#} pt)");
        if (!finding.Detail.Span.IsNone) place += " " + finding.Detail.Span;
        text.Append(Name(finding.Severity, terminal)).Append(' ').Append(finding.Clause.Id).Append(TerminalColumns.Harmless(place)).Append(terminal.Say("：", ": "))
            .Append(TerminalColumns.Harmless(finding.Detail.Message(terminal.Language))).Append('\n');
        text.Append("    ").Append(TerminalColumns.Harmless($"{finding.Clause.Text(terminal.Language)} [{finding.Clause.Standard} {finding.Clause.Number}".TrimEnd() + "]")).Append('\n');
    }

    private static string Name(Severity severity, Terminal terminal) => severity switch
    {
        Severity.Error => terminal.Say("错误", "error"),
        Severity.Warning => terminal.Say("警告", "warning"),
        _ => terminal.Say("说明", "note"),
    };

    private static string Summary(PdfReport report, Terminal terminal)
    {
        var (errors, warnings) = (Count(report, Severity.Error) + report.Unread.Length, Count(report, Severity.Warning));
        var profiles = string.Join(", ", report.Profiles.Select(static p => p.Name));
        return terminal.Say($"{report.Pages} 页，{errors} 处错误，{warnings} 处警告（{profiles}）", $"{Many(report.Pages, "page")}, {Many(errors, "error")}, {Many(warnings, "warning")} ({profiles})");
    }

    private static string Many(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static int Count(PdfReport report, Severity severity) => report.Findings.Count(finding => finding.Severity == severity);

    private static void Write(JsonText json, CheckedFile file, Language language)
    {
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("file", file.Name);
        writer.WriteNumber("pages", file.Report.Pages);
        writer.WriteBoolean("clean", file.Report.IsClean);
        writer.WriteStartArray("profiles");
        foreach (var profile in file.Report.Profiles) writer.WriteStringValue(profile.Key);
        writer.WriteEndArray();
        writer.WriteStartArray("findings");
        foreach (var finding in file.Report.Findings) Write(writer, finding, language);
        writer.WriteEndArray();
        writer.WriteStartObject("unlisted");
        foreach (var (clause, count) in file.Report.Unlisted) writer.WriteNumber(clause.Id, count);
        writer.WriteEndObject();
        json.WriteDiagnostics(file.Report.Unread, language);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Finding finding, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("clause", finding.Clause.Id);
        writer.WriteString("standard", $"{finding.Clause.Standard} {finding.Clause.Number}".TrimEnd());
        writer.WriteString("severity", finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        if (finding.Place.Page >= 0) writer.WriteNumber("page", finding.Place.Page + 1);
        if (finding.Place is { X: { } x, Y: { } y })
        {
            writer.WriteNumber("x", x);
            writer.WriteNumber("y", y);
        }

        writer.WriteString("requirement", finding.Clause.Text(language));
        writer.WriteString("id", finding.Detail.Id);
        writer.WriteString("message", finding.Detail.Message(language));
        if (finding.Detail.Span.Source is { } source)
        {
            var (line, column) = source.PositionOf(finding.Detail.Span.Start);
            writer.WriteString("source", source.Path);
            writer.WriteNumber("line", line);
            writer.WriteNumber("column", column);
        }

        writer.WriteEndObject();
    }
}
