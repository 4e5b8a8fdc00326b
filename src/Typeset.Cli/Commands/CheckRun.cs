using System.Collections.Immutable;
using System.Text;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Preflight;
using Typeset.Preflight.Clauses;
using Typeset.Preflight.Report;

namespace Typeset.Cli.Commands;

/// <summary>What <c>check</c> is asked for.</summary>
internal sealed record CheckRequest(ImmutableArray<string> Targets, BookletSetup Setup, ImmutableArray<ClauseList> Profiles, ImmutableArray<OutputKind> Kinds)
{
    public Binding? Binding { get; init; }
    public Size? Trim { get; init; }
}

/// <summary>Checks files and booklets one after the other.</summary>
internal sealed class CheckRun(CheckRequest request, Terminal terminal)
{
    private readonly DiagnosticBag _diagnostics = new();

    public List<CheckedFile> Check(CancellationToken cancellation)
    {
        var files = new List<CheckedFile>();
        foreach (var target in request.Targets)
        {
            using var progress = WorkProgress.Begin(terminal, target);
            if (File.Exists(target) && Path.GetFileName(target) != BookletFolder.Manifest) files.Add(CheckFile(target, cancellation));
            else foreach (var folder in BookletFolder.Find(target)) files.AddRange(CheckBooklet(folder, cancellation));
        }

        return files;
    }

    /// <summary>Tells what was found; errors make the exit code 1.</summary>
    public int Report(List<CheckedFile> files, bool asJson, string? html)
    {
        var problems = _diagnostics.Sorted();
        if (asJson) terminal.Output.WriteLine(CheckReport.ToJson(files, problems, terminal.Language));
        else
        {
            foreach (var problem in problems) terminal.Error.Write(DiagnosticText.For(terminal).Render(problem));
            terminal.Output.Write(CheckReport.ToText(files, terminal));
        }

        if (html is not null) OutputFile.Write(html, stream => Write(stream, HtmlReport.Write(files, terminal.Language)));
        return _diagnostics.HasErrors || !files.TrueForAll(static file => file.Report.IsClean) ? ExitCode.BookletErrors : ExitCode.Ok;
    }

    private static bool Write(Stream stream, string text)
    {
        stream.Write(Encoding.UTF8.GetBytes(text));
        return true;
    }

    private CheckedFile CheckFile(string path, CancellationToken cancellation)
    {
        var pdf = MappedFile.Open(path);
        return new CheckedFile(path, pdf, PdfCheck.Run(pdf, request.Profiles, new PrintOrder { Trim = request.Trim, Binding = request.Binding, InkLimit = request.Setup.Pdf.InkLimit }, cancellation));
    }

    private IEnumerable<CheckedFile> CheckBooklet(string folder, CancellationToken cancellation)
    {
        var materials = request.Setup.Request(folder, _diagnostics);
        var result = Typesetter.Typeset(materials, _diagnostics, cancellation);
        if (result.Layout is null || _diagnostics.HasErrors) yield break;
        foreach (var kind in request.Kinds)
        {
            var file = BookletCheck.Run(result, materials, kind, request.Profiles, request.Binding, _diagnostics, cancellation);
            yield return file with { Name = $"{folder} ({OutputKinds.NameOf(kind)})" };
        }
    }
}
