using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Writing;

namespace Typeset.Cli.Commands;

/// <summary>Makes a booklet's folder of raw manuscripts, with the report of what became of each line; nothing is written where there are errors.</summary>
internal sealed class FolderImport(ImportRequest request, Terminal terminal)
{
    public int Run(ImportTarget target, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var folder = ImportedFolder.Open(target.Folder, target.Overwrite);
        var recovered = Recover(target.Folder, diagnostics, cancellation);
        var isWritten = recovered is not null && !diagnostics.HasErrors;
        if (isWritten) folder.Write([.. BookletWriter.Write(recovered!.Booklet, request.Style), .. ImportReports.Of(recovered.Report, terminal)], diagnostics);
        new ImportSummary(target, recovered?.Report, diagnostics.Sorted(), isWritten, terminal).Write();
        return isWritten ? ExitCode.Ok : recovered is null ? ExitCode.NoInput : ExitCode.BookletErrors;
    }

    private Recovered? Recover(string name, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        using var progress = WorkProgress.Begin(terminal, Path.GetFileName(name), terminal.Say("正在导入", "importing"));
        return request.Run(diagnostics, cancellation);
    }
}
