using Typeset.Pages;
using Typeset.Pdf.Conformance;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Metadata;

/// <summary>What the metadata claims: the standards by part and level, and what those ask to be said besides.</summary>
internal static class Claims
{
    public static void Write(ByteWriter to, PdfStandard standard, DocumentInfo info, string fingerprint)
    {
        switch (standard)
        {
            case PdfStandard.A1b: WriteArchival(to, "1"u8, "B"u8); break;
            case PdfStandard.A2b: WriteArchival(to, "2"u8, "B"u8); break;
            case PdfStandard.A2aUa1: WriteAccessible(to, "2"u8); break;
            case PdfStandard.A3aUa1: WriteAccessible(to, "3"u8); break;
            case PdfStandard.X4 or PdfStandard.X1a: WritePress(to, standard, info, fingerprint); break;
        }
    }

    /// <summary>ISO 19005-1 §6.7.11, ISO 19005-2 §6.6.4.</summary>
    private static void WriteArchival(ByteWriter to, ReadOnlySpan<byte> part, ReadOnlySpan<byte> level) =>
        to.Raw("<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n<pdfaid:part>"u8).Raw(part)
            .Raw("</pdfaid:part>\n<pdfaid:conformance>"u8).Raw(level).Raw("</pdfaid:conformance>\n</rdf:Description>\n"u8);

    /// <summary>PDF/UA-1 (ISO 14289-1 §5), whose one property PDF/A knows only by an extension schema (ISO 19005-2 §6.6.2.3.3).</summary>
    private static void WriteAccessible(ByteWriter to, ReadOnlySpan<byte> part)
    {
        WriteArchival(to, part, "A"u8);
        to.Raw("""
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>

            """u8);
    }

    /// <summary>ISO 15930-7 §6.10: version, identifiers, dates; the same is said of X-1a, whose own claim is in the information dictionary.</summary>
    private static void WritePress(ByteWriter to, PdfStandard standard, DocumentInfo info, string fingerprint)
    {
        to.Raw("<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\" "u8)
            .Raw("xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n<pdfxid:GTS_PDFXVersion>"u8)
            .Raw(VersionOf(standard)).Raw("</pdfxid:GTS_PDFXVersion>\n<pdf:Trapped>False</pdf:Trapped>\n"u8);
        if (info.Date is { } date) PdfDate.WriteXmp(to.Raw("<xmp:MetadataDate>"u8), date).Raw("</xmp:MetadataDate>\n"u8);
        var id = System.Text.Encoding.ASCII.GetBytes(fingerprint);
        to.Raw("<xmpMM:DocumentID>uuid:"u8).Raw(id).Raw("</xmpMM:DocumentID>\n<xmpMM:InstanceID>uuid:"u8).Raw(id)
            .Raw("</xmpMM:InstanceID>\n<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n<xmpMM:VersionID>1</xmpMM:VersionID>\n</rdf:Description>\n"u8);
    }

    public static ReadOnlySpan<byte> VersionOf(PdfStandard standard) => standard == PdfStandard.X1a ? "PDF/X-1a:2003"u8 : "PDF/X-4"u8;
}
