using System.Collections.Immutable;
using System.Text;
using Typeset.Cli.Files;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Writing;

namespace Typeset.Cli.Reporting;

/// <summary>The two reports of an import, for people and for programs.</summary>
internal static class ImportReports
{
    private const string Plain = ImportedFolder.PlainReport;
    private const string Json = ImportedFolder.Report;

    /// <summary>The reports as files of the booklet's folder.</summary>
    public static ImmutableArray<BookletEntry> Of(ImportReport report, Terminal terminal) =>
        [new(Plain, Encoding.UTF8.GetBytes(ReportText.Write(report, terminal.Language))), new(Json, ReportJson.Write(report))];

    /// <summary>Writes the reports beside an output: <c>NAME.import-report.txt</c> and <c>.json</c>.</summary>
    /// <exception cref="HostException">They cannot be written.</exception>
    public static void Write(ImportReport report, string output, Terminal terminal)
    {
        foreach (var entry in Of(report, terminal))
        {
            OutputFile.Write(Path.Combine(Path.GetDirectoryName(output) ?? "", $"{Path.GetFileNameWithoutExtension(output)}.{entry.Path}"), stream =>
            {
                stream.Write(entry.Bytes.Span);
                return true;
            });
        }
    }
}
