using System.Collections.Immutable;
using Typeset.Cli.Commands;
using Typeset.Cli.Files;
using Typeset.Core;
using Typeset.Manuscripts.Raw;

namespace Typeset.Cli.Reporting;

/// <summary>What an import says of itself: diagnostics to the error stream, the folder and what it holds to the output.</summary>
internal sealed class ImportSummary(ImportTarget target, ImportReport? report, ImmutableArray<Diagnostic> diagnostics, bool isWritten, Terminal terminal)
{
    public void Write()
    {
        if (target.AsJson) WriteJson();
        else WritePlain();
    }

    private void WritePlain()
    {
        var text = DiagnosticText.For(terminal);
        foreach (var diagnostic in diagnostics) terminal.Error.Write(text.Render(diagnostic));
        var folder = TerminalColumns.Harmless(target.Folder);
        if (report is null || !isWritten) terminal.Error.WriteLine(terminal.Say($"{folder}：有错误，未写出文件。", $"{folder}: there were errors; nothing was written."));
        else terminal.Output.WriteLine($"{folder}  {Counts(ImportCounts.Of(report))}  {TerminalColumns.Harmless(Path.Combine(target.Folder, ImportedFolder.PlainReport))}");
    }

    private string Counts(ImportCounts counts) => terminal.Say(
        $"{counts.Articles} 篇，{counts.Paragraphs} 段，{counts.Headings} 个标题；略去 {counts.Dropped} 行，存疑 {counts.Doubts} 处",
        $"{counts.Articles} articles, {counts.Paragraphs} paragraphs, {counts.Headings} headings; {counts.Dropped} lines left out, {counts.Doubts} doubts");

    private void WriteJson()
    {
        var json = JsonText.Object();
        json.Writer.WriteString("output", isWritten ? target.Folder : null);
        if (report is not null) ImportCounts.Of(report).WriteTo(json.Writer);
        json.WriteDiagnostics(diagnostics, terminal.Language);
        json.Writer.WriteEndObject();
        terminal.Output.WriteLine(json.Close());
    }
}
