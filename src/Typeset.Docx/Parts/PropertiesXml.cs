using System.Globalization;
using System.Text;
using System.Xml;
using Typeset.Documents;
using Typeset.Docx.Package;

namespace Typeset.Docx.Parts;

/// <summary>Writes the document's properties (ECMA-376 part 2, §11; part 1, §22.2). Dates are the caller's.</summary>
internal static class PropertiesXml
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

    public static void WriteCore(Stream stream, Booklet booklet, DateTimeOffset? date, Func<string, string> clean)
    {
        using var xml = XmlWriter.Create(stream, ZipPackage.Xml);
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "dcterms", null, Terms);
        xml.WriteAttributeString("xmlns", "xsi", null, Instance);
        xml.WriteElementString("title", DublinCore, clean(booklet.FullTitle));
        Optional("subject", clean(string.Join(' ', new[] { booklet.Series, booklet.Issue }.Where(static s => s.Length > 0))));
        Optional("creator", clean(string.Join(' ', booklet.Issuer)));
        xml.WriteElementString("language", DublinCore, booklet.Language);
        if (date is { } at)
        {
            Time("created", at);
            Time("modified", at);
        }

        xml.WriteEndElement();

        void Optional(string name, string value)
        {
            if (value.Length > 0) xml.WriteElementString(name, DublinCore, value);
        }

        void Time(string name, DateTimeOffset value)
        {
            xml.WriteStartElement("dcterms", name, Terms);
            xml.WriteAttributeString("type", Instance, "dcterms:W3CDTF");
            xml.WriteString(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
    }

    public static readonly string App = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        .Append("<Properties xmlns=\"").Append(Extended).Append("\"><Application>Typeset</Application></Properties>").ToString();
}
