using System.Globalization;
using Typeset.Cli.Commands;
using Typeset.Core;

namespace Typeset.Cli.Reporting;

/// <summary>How outcomes of a build are told.</summary>
internal abstract class BuildReport
{
    private protected BuildReport()
    {
    }

    public static BuildReport For(BuildReporting reporting, Terminal terminal) =>
        reporting.AsJson ? new JsonBuildReport(terminal) : new PlainBuildReport(terminal, reporting.WithTimes);

    public abstract void Add(BuildOutcome outcome);

    public abstract void Close();
}

/// <summary>Diagnostics to the error stream; a line for each file written to the output.</summary>
internal sealed class PlainBuildReport(Terminal terminal, bool withTimes) : BuildReport
{
    public override void Add(BuildOutcome outcome)
    {
        var text = DiagnosticText.For(terminal);
        foreach (var diagnostic in outcome.Diagnostics) terminal.Error.Write(text.Render(diagnostic));
        foreach (var file in outcome.Written) terminal.Output.WriteLine($"{TerminalColumns.Harmless(file.Path)}  {Pages(outcome.Pages)}  {Seconds(outcome.Elapsed)}");
        if (!outcome.IsWhole) terminal.Error.WriteLine(NotWritten(outcome));
        if (!withTimes) return;
        WriteTimes(outcome);
        foreach (var line in TwinFontReport.Lines(outcome.Fonts, terminal)) terminal.Error.WriteLine(line);
    }

    public override void Close()
    {
    }

    private void WriteTimes(BuildOutcome outcome)
    {
        foreach (var (phase, elapsed) in outcome.Times) terminal.Error.WriteLine($"  {phase,-12} {Seconds(elapsed)}");
    }

    private string NotWritten(BuildOutcome outcome)
    {
        var errors = outcome.Diagnostics.Count(static diagnostic => diagnostic.Severity == Severity.Error);
        var folder = TerminalColumns.Harmless(outcome.Job.Input.Origin);
        var missing = string.Join(", ", outcome.Job.Files.Except(outcome.Written).Select(file => TerminalColumns.Harmless(file.Path)));
        return terminal.Say($"{folder}：{errors} 处错误，未写出 {missing}。", $"{folder}: {errors} error{(errors == 1 ? "" : "s")}; not written: {missing}");
    }

    private string Pages(int count) => terminal.Say($"{count} 页", count == 1 ? "1 page" : $"{count} pages");

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture) + " s";
}

/// <summary>One JSON array of outcomes to the output, whole at the end.</summary>
internal sealed class JsonBuildReport(Terminal terminal) : BuildReport
{
    private readonly JsonText _json = JsonText.Array();

    public override void Add(BuildOutcome outcome)
    {
        var writer = _json.Writer;
        writer.WriteStartObject();
        writer.WriteString("booklet", outcome.Job.Input.Origin);
        WriteFiles(outcome);
        writer.WriteNumber("pages", outcome.Pages);
        _json.WriteDiagnostics(outcome.Diagnostics, terminal.Language);
        _json.WriteTimes(outcome.Times);
        if (!outcome.Fonts.IsEmpty) TwinFontReport.Write(_json.Writer, outcome.Fonts);
        writer.WriteEndObject();
    }

    private void WriteFiles(BuildOutcome outcome)
    {
        _json.Writer.WriteStartObject("files");
        foreach (var file in outcome.Job.Files) _json.Writer.WriteString(OutputKinds.NameOf(file.Kind), outcome.Written.Contains(file) ? file.Path : null);
        _json.Writer.WriteEndObject();
    }

    public override void Close()
    {
        _json.Writer.WriteEndArray();
        terminal.Output.WriteLine(_json.Close());
    }
}
