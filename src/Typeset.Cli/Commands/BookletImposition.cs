using System.Collections.Immutable;
using System.Text;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Pages.Imposition;

namespace Typeset.Cli.Commands;

/// <summary>What <c>impose</c> is asked for.</summary>
internal sealed record ImposeRequest(ImmutableArray<string> Folders, string Output, ImpositionOptions Options, BookletSetup Setup)
{
    public bool IsDryRun { get; init; }

    /// <summary>Where pictures go; null for none.</summary>
    public string? Pictures { get; init; }

    public bool AsJson { get; init; }

    /// <summary>Where the sheets of a booklet go, or its cover: beside each other, under the name of the output where that is a file's.</summary>
    public string FileOf(string folder, bool ofCover)
    {
        var named = Folders.Length == 1 && Output.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(Output);
        if (named) return ofCover ? Path.ChangeExtension(Output, ".cover.pdf") : Output;
        return Path.Combine(Output, BookletFolder.NameOf(folder) + (ofCover ? ".cover.pdf" : ".sheets.pdf"));
    }

    /// <exception cref="HostException">Two booklets would become one file.</exception>
    public void Check()
    {
        foreach (var same in Folders.GroupBy(folder => FileOf(folder, ofCover: false), StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
        {
            throw new HostException(HostMessages.SameOutput.Anywhere(same.First(), same.ElementAt(1), same.Key), ExitCode.Usage);
        }
    }
}

/// <summary>What came of one booklet: its sheets, or none where an error stands in the way, and the files written.</summary>
internal sealed record ImposeOutcome(string Folder, ImposedBooklet? Job, int Pages, ImmutableArray<string> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool IsWhole => Job is not null && !Diagnostics.Any(static diagnostic => diagnostic.Severity == Severity.Error);
}

/// <summary>Lays the booklets of a request on sheets, one after the other.</summary>
internal sealed class BookletImposition(ImposeRequest request, Terminal terminal)
{
    /// <summary>Wide enough to read the numbers on an A1 sheet of 16 pages.</summary>
    private const int PictureWidth = 1600;

    public int Run(CancellationToken cancellation)
    {
        request.Check();
        var report = new ImposeReport(terminal, request.AsJson);
        var exit = ExitCode.Ok;
        foreach (var folder in request.Folders)
        {
            var outcome = Impose(folder, cancellation);
            report.Add(outcome);
            if (!outcome.IsWhole) exit = ExitCode.BookletErrors;
        }

        report.Close();
        return exit;
    }

    private ImposeOutcome Impose(string folder, CancellationToken cancellation)
    {
        using var progress = WorkProgress.Begin(terminal, BookletFolder.NameOf(folder));
        var diagnostics = new DiagnosticBag();
        var materials = request.Setup.Request(folder, diagnostics);
        var result = Typesetter.Typeset(materials, diagnostics, cancellation);
        if (result.Layout is null || diagnostics.HasErrors) return new(folder, null, 0, [], diagnostics.Sorted());
        var job = PressSheets.Lay(result, materials, request.Options, diagnostics, cancellation);
        var files = new List<string>();
        if (job is not null) files.AddRange(Write(job, ofCover: false).Concat(Write(job, ofCover: true)).Concat(WritePictures(job)));
        return new(folder, job, result.Layout.Paged.Pages.Length, [.. files], diagnostics.Sorted());

        IEnumerable<string> Write(ImposedBooklet sheets, bool ofCover)
        {
            if (request.IsDryRun || (ofCover && sheets.Cover is null)) return [];
            var path = request.FileOf(folder, ofCover);
            return OutputFile.Write(path, stream =>
            {
                PressSheets.Write(new SheetJob(sheets, ofCover), result, materials, stream, diagnostics, cancellation);
                return !diagnostics.HasErrors;
            }) ? [path] : [];
        }

        IEnumerable<string> WritePictures(ImposedBooklet sheets) => request.Pictures is not { } into ? [] : PressSheets.Pictures(sheets, result, materials.Date, PictureWidth).Select(picture =>
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(into, $"{BookletFolder.NameOf(folder)}-{picture.Name}.svg");
            OutputFile.Write(path, stream =>
            {
                stream.Write(Encoding.UTF8.GetBytes(picture.Svg));
                return true;
            });
            return path;
        });
    }
}
