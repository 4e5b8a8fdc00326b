using System.Text;
using Typeset.Pages;
using Typeset.Pdf.Conformance;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Metadata;

/// <summary>The document's metadata as XMP (ISO 32000-1 §14.3.2; ISO 16684-1), plain so that any program finds it.</summary>
internal static class XmpPacket
{
    public static void Write(ObjectFile file, int number, DocumentInfo info, PdfStandard standard)
    {
        var packet = new ByteWriter(4096);
        WritePacket(packet, info, standard, StandardRules.IsPress(standard) ? file.FingerprintSoFar() : "");
        file.AddStream(number, new ByteWriter().Open()
            .Key("Length"u8).Integer(packet.Length).Key("Subtype"u8).Name("XML"u8).Key("Type"u8).Name("Metadata"u8).Close(), packet.Written);
    }

    private static void WritePacket(ByteWriter to, DocumentInfo info, PdfStandard standard, string fingerprint)
    {
        to.Raw("""
            <?xpacket begin="
            """u8).Raw([0xEF, 0xBB, 0xBF]).Raw("""
            " id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">

            """u8);
        WriteProperties(to, info);
        to.Raw("</rdf:Description>\n"u8);
        Claims.Write(to, standard, info, fingerprint);
        to.Raw("""
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """u8);
    }

    private static void WriteProperties(ByteWriter to, DocumentInfo info)
    {
        to.Raw("<dc:format>application/pdf</dc:format>\n"u8);
        if (info.Title.Length > 0) Text(to, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"u8, info.Title, "</rdf:li></rdf:Alt></dc:title>\n"u8);
        if (info.Author.Length > 0) Text(to, "<dc:creator><rdf:Seq><rdf:li>"u8, info.Author, "</rdf:li></rdf:Seq></dc:creator>\n"u8);
        if (info.Subject.Length > 0) Text(to, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">"u8, info.Subject, "</rdf:li></rdf:Alt></dc:description>\n"u8);
        if (info.Language.Length > 0) Text(to, "<dc:language><rdf:Bag><rdf:li>"u8, info.Language, "</rdf:li></rdf:Bag></dc:language>\n"u8);
        Text(to, "<pdf:Producer>"u8, DocumentInformation.Producer, "</pdf:Producer>\n"u8);
        if (info.Date is not { } date) return;
        PdfDate.WriteXmp(to.Raw("<xmp:CreateDate>"u8), date).Raw("</xmp:CreateDate>\n"u8);
        PdfDate.WriteXmp(to.Raw("<xmp:ModifyDate>"u8), date).Raw("</xmp:ModifyDate>\n"u8);
    }

    private static void Text(ByteWriter to, ReadOnlySpan<byte> before, string text, ReadOnlySpan<byte> after)
    {
        to.Raw(before);
        foreach (var rune in text.EnumerateRunes()) WriteRune(to, rune);
        to.Raw(after);
    }

    /// <summary>Markup is escaped; characters that XML 1.0 forbids become replacement characters.</summary>
    private static void WriteRune(ByteWriter to, Rune rune)
    {
        switch (rune.Value)
        {
            case '&': to.Raw("&amp;"u8); break;
            case '<': to.Raw("&lt;"u8); break;
            case '>': to.Raw("&gt;"u8); break;
            case < ' ' and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF: WriteUtf8(to, Rune.ReplacementChar); break;
            default: WriteUtf8(to, rune); break;
        }
    }

    private static void WriteUtf8(ByteWriter to, Rune rune) => rune.EncodeToUtf8(to.Extend(rune.Utf8SequenceLength));
}
