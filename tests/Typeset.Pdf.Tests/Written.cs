using Typeset.Pages;
using Typeset.Pdf.Tests.Reading;

namespace Typeset.Pdf.Tests;

/// <summary>Booklets written to memory.</summary>
internal static class Written
{
    /// <summary>No standard, no tags.</summary>
    public static readonly PdfOptions Plain = new();

    public static byte[] Bytes(PagedBooklet booklet, PdfOptions? options = null)
    {
        using var output = new MemoryStream();
        PdfWriter.Write(booklet, output, options ?? Plain);
        return output.ToArray();
    }

    public static PdfFile File(PagedBooklet booklet, PdfOptions? options = null) => PdfFile.Read(Bytes(booklet, options));
}
