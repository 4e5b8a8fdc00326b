using System.Collections.Immutable;
using System.Text;
using Typeset.Cli.Files;
using Typeset.Core;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Writing;

namespace Typeset.Cli.Reporting;

/// <summary>The two import reports, for people and for programs.</summary>
internal static class ImportReports
{
    /// <summary>A booklet's folder with its reports; the one for programs lists the files of the folder.</summary>
    public static ImmutableArray<BookletEntry> Beside(ImmutableArray<BookletEntry> booklet, ImportReport report, DiagnosticBag diagnostics, Terminal terminal)
    {
        var plain = new BookletEntry(ImportedFolder.PlainReport, Encoding.UTF8.GetBytes(new ImportReportText(report, terminal).Write()));
        var json = new ImportReportJson(report, diagnostics.Sorted(), terminal.Language).Write([.. booklet, plain]);
        return [.. booklet, plain, new BookletEntry(ImportedFolder.Report, json)];
    }

    /// <summary>Writes the reports beside an output: <c>NAME.import-report.txt</c> and <c>.json</c>.</summary>
    /// <exception cref="HostException">They cannot be written.</exception>
    public static void Write(ImportReport report, string output, DiagnosticBag diagnostics, Terminal terminal)
    {
        foreach (var entry in Beside([], report, diagnostics, terminal))
        {
            OutputFile.Write(Path.Combine(Path.GetDirectoryName(output) ?? "", $"{Path.GetFileNameWithoutExtension(output)}.{entry.Path}"), stream =>
            {
                stream.Write(entry.Bytes.Span);
                return true;
            });
        }
    }
}
