using Typeset.Pages;
using Typeset.Pdf.Content;
using Typeset.Pdf.Fonts;
using Typeset.Pdf.Metadata;
using Typeset.Pdf.Objects;
using Typeset.Pdf.Structure;

namespace Typeset.Pdf;

/// <summary>Writes a booklet as PDF (ISO 32000-1), of the standard that the options name. The same booklet and options give the same bytes, on any number of threads.</summary>
public static class PdfWriter
{
    /// <summary>
    /// Writes the file front to back; pages go out as they are composed, so that memory does not grow with their number.
    /// </summary>
    /// <exception cref="OperationCanceledException">Asked to stop; what was written so far is no whole file.</exception>
    public static void Write(PagedBooklet booklet, Stream output, PdfOptions options, CancellationToken cancellation = default)
    {
        var file = new ObjectFile(output, options);
        var document = new DocumentObjects(file, booklet, options);
        var numbering = new PageNumbering();
        new PagePipeline(booklet, options, numbering, cancellation).Run(document.AddPage);
        var fonts = Crew.Map(options.Threads, numbering.Fonts, font => new FontObjects(font, options));
        for (var i = 0; i < fonts.Length; i++)
        {
            using var font = fonts[i];
            font.Write(file, document.FontObject(i));
        }

        document.Finish();
    }
}
