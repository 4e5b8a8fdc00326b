using DocumentFormat.OpenXml.Packaging;
using Typeset.Core;
using Typeset.Docx.Fonts;
using Typeset.Layout.Pagination;
using Typeset.Originals;
using Typeset.Shaping;

namespace Typeset.Docx.Tests;

/// <summary>A booklet and its twin, written once for a test.</summary>
internal sealed record Twin(BookletLayout Layout, DocxReport Report, byte[] Bytes, DiagnosticBag Diagnostics)
{
    /// <summary>The twin of a sample booklet in a style.</summary>
    public static Twin OfSample(string name, string? style = null, bool pins = true) => Of(Workshop.Sample(name) with { StyleOverride = style }, pins);

    public static Twin Of(BookletRequest request, bool pins = true, FontCoverage fonts = FontCoverage.None)
    {
        var diagnostics = new DiagnosticBag();
        var result = Typesetter.Typeset(request, diagnostics, CancellationToken.None);
        Assert.NotNull(result.Layout);
        using var output = new MemoryStream();
        var options = new DocxOptions { Faces = new FontLibrary(request.Fonts, diagnostics).Find, Pins = pins, Fonts = fonts, Date = request.Date, Diagnostics = diagnostics };
        var report = DocxWriter.Write(result.Styled!, result.Layout.Map.Value, output, options, CancellationToken.None);
        return new Twin(result.Layout, report, output.ToArray(), diagnostics);
    }

    /// <summary>The document as the library reads it.</summary>
    public WordprocessingDocument Open() => WordprocessingDocument.Open(new MemoryStream(Bytes), false);
}
