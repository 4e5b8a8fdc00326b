using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Docx;
using Typeset.Docx.Fonts;
using Typeset.Documents;
using Typeset.Layout.Pagination;
using Typeset.Manuscripts;
using Typeset.Manuscripts.Raw;
using Typeset.Shaping;

namespace Typeset;

/// <summary>Everything one booklet is made from; the host brings the files, fonts, styles and the clock.</summary>
public sealed record BookletRequest
{
    public required SourceFolder Folder { get; init; }

    /// <summary>The booklet where it has been read already (imported); null: it is read from the folder.</summary>
    public BookletSource? Source { get; init; }

    /// <summary>The raw manuscripts that <see cref="Source"/> was imported from, to go with its PDF where that carries its sources.</summary>
    public ImmutableArray<RawFile> Originals { get; init; } = [];

    /// <summary>Where a style's text is found by name (<c>xuexi-a4</c>) or by a path in the booklet's folder; null where there is none.</summary>
    public required Func<string, SourceText?> Styles { get; init; }

    /// <summary>A file named in a style, by that style and the path written there; null where it is not there or leads out of the style's folder.</summary>
    public Func<SourceText, string, ReadOnlyMemory<byte>?> BesideStyle { get; init; } = static (_, _) => null;

    /// <summary>A style name or path that is used instead of the booklet's own.</summary>
    public string? StyleOverride { get; init; }
    public required IReadOnlyList<FontSource> Fonts { get; init; }

    /// <summary>Written into the document's metadata; null leaves it out.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>How many threads lay out and write, from 1; any number gives the same bytes.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Standards, bleed and inks of the PDF files.</summary>
    public PdfSettings Pdf { get; init; } = new();

    /// <summary>How the DOCX twin is written.</summary>
    public TwinRequest Docx { get; init; } = new();

    /// <summary>Whether files are written with □ for characters that no font has.</summary>
    public MissingCharacters Missing { get; init; }

    /// <summary>For phase times only.</summary>
    public required TimeProvider Clock { get; init; }
}

/// <summary>How the DOCX twin is written: whether its lines are held to the layout's, and how much of each face it brings along.</summary>
public sealed record TwinRequest(bool Pins = true, FontCoverage Fonts = FontCoverage.Used);

/// <summary>How long a phase took.</summary>
public readonly record struct PhaseTime(string Phase, TimeSpan Elapsed);

/// <summary>How a file was written: its time, and what a DOCX holds of each face; none for other files.</summary>
public sealed record WrittenFile(PhaseTime Time, ImmutableArray<TwinFont> Fonts);

/// <summary>
/// What came of a request: null parts where an error stopped the way. <see cref="Layout"/> holds the display list, the contents, and reports of pages and
/// lines. Whoever makes one booklet after the other disposes of it when all files are written: its memory then serves the next.
/// </summary>
public sealed record BookletResult(StyledBooklet? Styled, BookletLayout? Layout, IReadOnlyList<PhaseTime> Times) : IDisposable
{
    /// <summary>The files that were read for it; none where nothing carries them along.</summary>
    internal ImmutableArray<NotedSource> Sources { get; init; } = [];

    /// <summary>What the PDF files of this layout share.</summary>
    internal Pdf.PdfFontCache FontCache { get; } = new();

    /// <summary>The display list as the PDF files share it; null without a layout.</summary>
    internal Pages.PagedBooklet? SharedPaged { get; } = Layout is null ? null : SharedPages.Of(Layout.Paged);

    public void Dispose() => FontCache.Dispose();
}

/// <summary>The whole engine: a booklet folder in, a laid-out booklet and its files out.</summary>
public static class Typesetter
{
    /// <summary>Reads and lays out a booklet. What is wrong with it goes to <paramref name="diagnostics"/>; nothing is thrown but cancellation.</summary>
    public static BookletResult Typeset(BookletRequest request, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var notes = request.Pdf.Attach ? new SourceNotes(request) : null;
        return LayOut(notes?.Watched ?? request, diagnostics, cancellation) with { Sources = notes?.Files ?? [] };
    }

    private static BookletResult LayOut(BookletRequest request, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var phases = new PhaseClock(request.Clock);
        var source = phases.Time("read", () => request.Source ?? BookletReader.Read(request.Folder, diagnostics, cancellation));
        if (source is null) return new BookletResult(null, null, phases.Times);
        var styled = phases.Time("resolve", () => StyleReader.Resolve(source, request.StyleOverride, request.Styles, diagnostics));
        if (styled is null) return new BookletResult(null, null, phases.Times);
        var fonts = new FontLibrary(request.Fonts, diagnostics);
        var options = new LayoutOptions { Date = request.Date, Parallelism = request.Parallelism };
        var layout = phases.Time("layout", () => Paginator.Paginate(styled, fonts, diagnostics, options, cancellation));
        return new BookletResult(styled, layout, phases.Times);
    }

    /// <summary>
    /// Writes one file of a laid-out booklet; <paramref name="result"/> must have a layout. What keeps the file from being kept is an error in
    /// <paramref name="diagnostics"/>.
    /// </summary>
    public static WrittenFile Write(BookletResult result, BookletRequest request, OutputKind kind, Stream output, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var written = WriteBeside(result, request, kind, output, diagnostics, cancellation);
        Judge(result, request, kind, diagnostics);
        return written;
    }

    /// <summary>
    /// Writes one file while others of the booklet are written, from any thread; when all are, <see cref="Judge"/> says of each whether it can be kept:
    /// covers and running heads are set while files are written.
    /// </summary>
    public static WrittenFile WriteBeside(BookletResult result, BookletRequest request, OutputKind kind, Stream output, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (result.Layout is null) throw new ArgumentException("The booklet was not laid out.", nameof(result));
        var phases = new PhaseClock(request.Clock);
        ImmutableArray<TwinFont> fonts = [];
        phases.Time(OutputKinds.NameOf(kind), () =>
        {
            switch (kind)
            {
                case OutputKind.Reading or OutputKind.Archive or OutputKind.Press:
                    PdfFiles.Write(result, request, kind, output, diagnostics, cancellation);
                    break;
                case OutputKind.Docx:
                    fonts = WriteDocx(result, request, output, diagnostics, cancellation).Fonts;
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(kind), kind, "No writer for this kind.");
            }

            return true;
        });
        return new WrittenFile(phases.Times[0], fonts);
    }

    /// <summary>Tells what the fonts lacked, and whether a file that was written must not be kept for it: then that is an error in <paramref name="diagnostics"/>.</summary>
    public static void Judge(BookletResult result, BookletRequest request, OutputKind kind, DiagnosticBag diagnostics)
    {
        var layout = result.Layout ?? throw new ArgumentException("The booklet was not laid out.", nameof(result));
        layout.TellMissingGlyphs();
        MissingCharacterCheck.Tell(layout, request.Missing, kind, diagnostics);
    }

    internal static DocxReport WriteDocx(BookletResult result, BookletRequest request, Stream output, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var fonts = new FontLibrary(request.Fonts, diagnostics);
        var options = new DocxOptions { Faces = fonts.Find, StandIns = fonts.StandIns, Date = request.Date, Diagnostics = diagnostics, Pins = request.Docx.Pins, Fonts = request.Docx.Fonts, Threads = request.Parallelism };
        return DocxWriter.Write(result.Styled!, result.Layout!.Map.Value, output, options, cancellation);
    }
}

/// <summary>Times phases one after the other.</summary>
internal sealed class PhaseClock(TimeProvider clock)
{
    private readonly List<PhaseTime> _times = [];

    public IReadOnlyList<PhaseTime> Times => _times;

    public T Time<T>(string phase, Func<T> work)
    {
        var start = clock.GetTimestamp();
        var result = work();
        _times.Add(new PhaseTime(phase, clock.GetElapsedTime(start)));
        return result;
    }
}
