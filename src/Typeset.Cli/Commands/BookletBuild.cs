using System.Collections.Immutable;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Docx;
using Typeset.Manuscripts;

namespace Typeset.Cli.Commands;

/// <summary>Typesets the booklets of a request one after the other; the engine shares each among the processors.</summary>
internal sealed class BookletBuild(BuildRequest request, Terminal terminal)
{
    /// <summary>Builds all, reporting each when it is done; one booklet's errors do not keep the others back.</summary>
    public int Run(CancellationToken cancellation)
    {
        var report = BuildReport.For(request.Reporting, terminal);
        var exit = ExitCode.Ok;
        foreach (var job in request.Jobs())
        {
            var outcome = Build(job, cancellation);
            report.Add(outcome);
            if (!outcome.IsWhole) exit = outcome.IsUnread ? ExitCode.NoInput : ExitCode.BookletErrors;
        }

        report.Close();
        return exit;
    }

    private BuildOutcome Build(BuildJob job, CancellationToken cancellation)
    {
        using var progress = WorkProgress.Begin(terminal, job.Input.Name);
        var diagnostics = new DiagnosticBag();
        var (opened, imported) = job.Input.Open(request.Setup, diagnostics, cancellation);
        if (opened is not { } materials) return new(job, [], 0, diagnostics.Sorted(), []) { IsUnread = imported is null };
        var result = Typesetter.Typeset(materials, diagnostics, cancellation);
        var times = result.Times.ToList();
        var (ofFiles, fonts) = (new List<Diagnostic>(), new List<TwinFont>());
        ImmutableArray<PlannedFile> written = result.Layout is null || diagnostics.HasErrors ? [] : [.. job.Files.Where(Write)];
        foreach (var diagnostic in ofFiles) diagnostics.Add(diagnostic);
        if (imported is not null && written.Length > 0) ImportReports.Write(imported.Report, written[0].Path, terminal);
        return new(job, written, result.Layout?.Paged.Pages.Length ?? 0, diagnostics.Sorted(), [.. times]) { Fonts = [.. fonts] };

        // A file with an error of its own is not kept, the others are; an error of the booklet's keeps all back.
        bool Write(PlannedFile file) => OutputFile.Write(file.Path, stream =>
        {
            var own = new DiagnosticBag();
            var (time, used) = Typesetter.Write(result, materials, file.Kind, stream, own, cancellation);
            times.Add(time);
            fonts.AddRange(used);
            ofFiles.AddRange(own.Sorted());
            return !own.HasErrors && !diagnostics.HasErrors;
        });
    }
}
