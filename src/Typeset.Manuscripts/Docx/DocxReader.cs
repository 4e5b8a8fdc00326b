using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Raw;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Manuscripts.Docx;

/// <summary>Reads Word files (ECMA-376) into raw manuscripts: words, what their looks hint at, and blocks that the file gives as such.</summary>
internal static class DocxReader
{
    /// <summary>A twentieth of a point in English Metric Units.</summary>
    private const long EmuOfTwip = 635;

    /// <summary>The manuscript, or null with the reason in the bag.</summary>
    public static RawManuscript? Read(RawFile file, DiagnosticBag diagnostics)
    {
        if (DocxPackage.Check(file.Path, file.Bytes) is { } problem)
        {
            diagnostics.Add(problem);
            return null;
        }

        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file.Bytes.ToArray(), writable: false), isEditable: false);
            if (document.MainDocumentPart is { } main) return Read(file.Path, main, diagnostics);
            diagnostics.Add(DocxReadingMessages.NoDocument.At(new SourceText(file.Path, "").Span(0, 0), file.Path));
        }
        catch (Exception cause) when (cause is OpenXmlPackageException or XmlException or InvalidDataException or IOException or FormatException or KeyNotFoundException or ArgumentException or InvalidOperationException)
        {
            diagnostics.Add(DocxReadingMessages.BrokenPackage.At(new SourceText(file.Path, "").Span(0, 0), file.Path, cause.Message));
        }

        return null;
    }

    private static RawManuscript Read(string path, MainDocumentPart main, DiagnosticBag diagnostics)
    {
        var context = new DocxContext(path, main) { TextWidth = TextWidthOf(main) };
        var body = new DocxBody(context);
        foreach (var element in BlocksOf(main)) body.Read(element);
        body.Finish();
        var manuscript = context.Draft.Finish();
        context.Report(manuscript.Source, diagnostics);
        return manuscript;
    }

    /// <summary>The children of the body, one in memory at a time.</summary>
    private static IEnumerable<OpenXmlElement> BlocksOf(MainDocumentPart main)
    {
        using var reader = OpenXmlReader.Create(main);
        while (reader.Read() && reader.ElementType != typeof(W.Body)) { }
        if (!reader.ReadFirstChild()) yield break;
        do
        {
            if (reader.LoadCurrentElement() is { } element) yield return element;
        }
        while (reader.ReadNextSibling());
    }

    /// <summary>Of the last section, which stands for all: figures' widths need no more.</summary>
    private static long TextWidthOf(MainDocumentPart main)
    {
        var section = main.Document?.Body?.Elements<W.SectionProperties>().LastOrDefault();
        var page = section?.GetFirstChild<W.PageSize>()?.Width.Known() ?? 0;
        var margin = section?.GetFirstChild<W.PageMargin>();
        return Math.Max(0, (long)page - (margin?.Left.Known() ?? 0) - (margin?.Right.Known() ?? 0)) * EmuOfTwip;
    }
}
