using System.Collections.Immutable;
using System.Text;
using Typeset.Cli.Files;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Pages.Imposition;

namespace Typeset.Cli.Commands;

/// <summary>What <c>impose</c> is asked for.</summary>
internal sealed record ImposeRequest(ImmutableArray<BookletInput> Booklets, string Output, SheetOrder Order, BookletSetup Setup)
{
    public bool IsDryRun { get; init; }

    /// <summary>Where pictures go; null for none.</summary>
    public string? Pictures { get; init; }

    public bool AsJson { get; init; }

    /// <summary>Where the sheets of a booklet go, or its cover: beside each other, under the name of the output where that is a file's.</summary>
    public string FileOf(BookletInput booklet, bool ofCover)
    {
        var named = Booklets.Length == 1 && Output.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(Output);
        if (named) return ofCover ? Path.ChangeExtension(Output, ".cover.pdf") : Output;
        return Path.Combine(Output, booklet.FileName + (ofCover ? ".cover.pdf" : ".sheets.pdf"));
    }

    /// <exception cref="HostException">Two booklets would become one file.</exception>
    public void Check()
    {
        foreach (var same in Booklets.GroupBy(booklet => FileOf(booklet, ofCover: false), StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
        {
            throw new HostException(HostMessages.SameOutput.Anywhere(same.First().Origin, same.ElementAt(1).Origin, same.Key), ExitCode.Usage);
        }
    }
}

/// <summary>What came of one booklet: its sheets, or none where an error stands in the way, and the files written.</summary>
internal sealed record ImposeOutcome(string Origin, ImposedBooklet? Job, int Pages, ImmutableArray<string> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>A raw manuscript could not be read.</summary>
    public bool IsUnread { get; init; }

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
        foreach (var booklet in request.Booklets)
        {
            var outcome = Impose(booklet, cancellation);
            report.Add(outcome);
            if (!outcome.IsWhole) exit = outcome.IsUnread ? ExitCode.NoInput : ExitCode.BookletErrors;
        }

        report.Close();
        return exit;
    }

    private ImposeOutcome Impose(BookletInput booklet, CancellationToken cancellation)
    {
        using var progress = WorkProgress.Begin(terminal, booklet.Name);
        var diagnostics = new DiagnosticBag();
        var (opened, imported) = booklet.Open(request.Setup, diagnostics, cancellation);
        if (opened is not { } materials) return new(booklet.Origin, null, 0, [], diagnostics.Sorted()) { IsUnread = imported is null };
        var result = Typesetter.Typeset(materials, diagnostics, cancellation);
        var options = result.Styled is { } styled ? request.Order.For(styled.Style.Press, diagnostics) : request.Order.Options;
        if (result.Layout is null || diagnostics.HasErrors) return new(booklet.Origin, null, 0, [], diagnostics.Sorted());
        var job = PressSheets.Lay(result, materials, options, diagnostics, cancellation);
        var files = new List<string>();
        if (job is not null) files.AddRange(Write(job, ofCover: false).Concat(Write(job, ofCover: true)).Concat(WritePictures(job)));
        return new(booklet.Origin, job, result.Layout.Paged.Pages.Length, [.. files], diagnostics.Sorted());

        IEnumerable<string> Write(ImposedBooklet sheets, bool ofCover)
        {
            if (request.IsDryRun || (ofCover && sheets.Cover is null)) return [];
            var path = request.FileOf(booklet, ofCover);
            return OutputFile.Write(path, stream =>
            {
                PressSheets.Write(new SheetJob(sheets, ofCover), result, materials, stream, diagnostics, cancellation);
                return !diagnostics.HasErrors;
            }) ? [path] : [];
        }

        IEnumerable<string> WritePictures(ImposedBooklet sheets) => request.Pictures is not { } into ? [] : PressSheets.Pictures(sheets, result, materials.Date, PictureWidth).Select(picture =>
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(into, $"{booklet.FileName}-{picture.Name}.svg");
            OutputFile.Write(path, stream =>
            {
                stream.Write(Encoding.UTF8.GetBytes(picture.Svg));
                return true;
            });
            return path;
        });
    }
}
