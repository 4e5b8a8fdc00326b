using Typeset.Pages;
using Typeset.Pdf.Conformance;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Metadata;

/// <summary>The information dictionary (ISO 32000-1 §14.3.3), for readers that know no XMP; it says the same.</summary>
internal static class DocumentInformation
{
    public const string Producer = "Typeset";

    public static ByteWriter Write(DocumentInfo info, PdfStandard standard)
    {
        var isPress = StandardRules.IsPress(standard);
        var body = new ByteWriter().Open();
        if (info.Author.Length > 0) body.Key("Author"u8).Text(info.Author);
        if (info.Date is { } made) PdfDate.Write(body.Key("CreationDate"u8), made);
        if (isPress) body.Key("GTS_PDFXVersion"u8).Raw("("u8).Raw(Claims.VersionOf(standard)).Raw(")"u8);
        if (info.Date is { } changed) PdfDate.Write(body.Key("ModDate"u8), changed);
        body.Key("Producer"u8).Text(Producer);
        if (info.Subject.Length > 0) body.Key("Subject"u8).Text(info.Subject);
        if (info.Title.Length > 0) body.Key("Title"u8).Text(info.Title);
        if (isPress) body.Key("Trapped"u8).Name("False"u8);
        return body.Close();
    }
}
