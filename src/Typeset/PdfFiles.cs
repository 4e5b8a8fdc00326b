using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Pages;
using Typeset.Pdf;

namespace Typeset;

/// <summary>Writes the PDF files of one layout.</summary>
internal static class PdfFiles
{
    public static void Write(PagedBooklet paged, BookletRequest request, OutputKind kind, Stream output, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (kind == OutputKind.Press && request.Date is null) diagnostics.Add(PressMessages.NoPressDate.Anywhere());
        var options = OptionsOf(request.Pdf, kind) with { Threads = request.Parallelism, Diagnostics = diagnostics };
        PdfWriter.Write(paged, output, options, cancellation);
    }

    public static void WriteSheets(SheetFile sheets, BookletRequest request, Stream output, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (request.Date is null) diagnostics.Add(PressMessages.NoPressDate.Anywhere());
        SheetWriter.Write(sheets, output, OptionsOf(request.Pdf, OutputKind.Press) with { Threads = request.Parallelism, Diagnostics = diagnostics }, cancellation);
    }

    private static PdfOptions OptionsOf(PdfSettings settings, OutputKind kind) => kind switch
    {
        OutputKind.Reading => PdfOptions.Reading with { Press = settings.PressOptions },
        OutputKind.Archive => PdfOptions.Archive with { Standard = settings.Archive, Press = settings.PressOptions },
        OutputKind.Press => new PdfOptions { Standard = settings.Press, Press = settings.PressOptions },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No PDF."),
    };
}
