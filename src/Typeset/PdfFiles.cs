using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Pdf;

namespace Typeset;

/// <summary>Writes the PDF files of one layout.</summary>
internal static class PdfFiles
{
    public static void Write(BookletResult result, BookletRequest request, OutputKind kind, Stream output, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (kind == OutputKind.Press) RequireDate(request, diagnostics);
        var options = OptionsOf(result, request, kind, diagnostics);
        if (kind == OutputKind.Reading && request.Pdf.Attach) options = options with { Standard = PdfStandard.A3aUa1, Attachments = AttachedSources.Of(result, request, diagnostics, cancellation) };
        PdfWriter.Write(result.SharedPaged!, output, options, cancellation);
    }

    public static void WriteSheets(SheetFile sheets, BookletResult result, BookletRequest request, Stream output, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        RequireDate(request, diagnostics);
        SheetWriter.Write(sheets, output, OptionsOf(result, request, OutputKind.Press, diagnostics), cancellation);
    }

    private static void RequireDate(BookletRequest request, DiagnosticBag diagnostics)
    {
        if (request.Date is null) diagnostics.Add(PressMessages.NoPressDate.Anywhere());
    }

    private static PdfOptions OptionsOf(BookletResult result, BookletRequest request, OutputKind kind, DiagnosticBag diagnostics) => StandardOf(request.Pdf, result.Styled!.Style, kind) with
    {
        Press = PressOf(result, request, diagnostics), Threads = request.Parallelism, Diagnostics = diagnostics, FontCache = result.FontCache,
    };

    private static PressOptions PressOf(BookletResult result, BookletRequest request, DiagnosticBag diagnostics)
    {
        var press = request.Pdf.PressOptionsFor(result.Styled!.Style);
        return press.Profile is not null || result.Styled.Style.Press.Profile is not { } named ? press : press with { Profile = StyleProfile.Read(named, request.BesideStyle, diagnostics) };
    }

    private static PdfOptions StandardOf(PdfSettings settings, HouseStyle style, OutputKind kind) => kind switch
    {
        OutputKind.Reading => PdfOptions.Reading,
        OutputKind.Archive => PdfOptions.Archive with { Standard = settings.Archive },
        OutputKind.Press => new PdfOptions { Standard = settings.PressStandardFor(style) },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No PDF."),
    };
}
