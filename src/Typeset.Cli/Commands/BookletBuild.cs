using Typeset.Cli.Reporting;
using Typeset.Core;

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
        var started = materials.Clock.GetTimestamp();
        var result = Typesetter.Typeset(materials, diagnostics, cancellation);
        using var files = new FileSet(job.Files);
        if (result.Layout is not null && !diagnostics.HasErrors) files.Write(result, materials, diagnostics, cancellation);
        if (imported is not null && files.Kept.Length > 0) ImportReports.Write(imported.Report, files.Kept[0].Path, terminal);
        return new(job, files.Kept, result.Layout?.Paged.Pages.Length ?? 0, diagnostics.Sorted(), [.. result.Times, .. files.Times])
        {
            Fonts = files.Fonts, Elapsed = materials.Clock.GetElapsedTime(started),
        };
    }
}
