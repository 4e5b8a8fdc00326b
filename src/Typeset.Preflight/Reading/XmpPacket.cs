using System.Text;
using System.Xml;

namespace Typeset.Preflight.Reading;

/// <summary>The metadata of a file (ISO 16684-1) as properties with their values; nothing of it is looked up elsewhere.</summary>
internal sealed class XmpPacket
{
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string Basic = "http://ns.adobe.com/xap/1.0/";
    public const string MediaManagement = "http://ns.adobe.com/xap/1.0/mm/";
    public const string Pdf = "http://ns.adobe.com/pdf/1.3/";
    public const string PdfA = "http://www.aiim.org/pdfa/ns/id/";
    public const string PdfUa = "http://www.aiim.org/pdfua/ns/id/";
    public const string PdfX = "http://ns.adobe.com/pdfx/1.3/";
    public const string PdfXId = "http://www.npes.org/pdfx/ns/id/";
    public const string Extension = "http://www.aiim.org/pdfa/ns/extension/";

    private const int LongestPacket = 16_000_000;

    private readonly Dictionary<(string Space, string Name), string> _values = [];

    private readonly Dictionary<(string Space, string Name), string> _containers = [];

    /// <summary>What a property's values stand in: <c>Alt</c>, <c>Bag</c>, <c>Seq</c>; empty where it has one value, null where it is not there.</summary>
    public string? ContainerOf(string space, string name) => _values.ContainsKey((space, name)) ? _containers.GetValueOrDefault((space, name), "") : null;

    /// <summary>The stream; null where the catalog has none.</summary>
    public PdfStream? Stream { get; private init; }

    public bool IsWellFormed { get; private set; }

    /// <summary>The attributes of the packet's opening: <c>begin="…" id="…"</c>.</summary>
    public string Opening { get; private set; } = "";

    /// <summary>The namespaces of properties that the packet has, in ordinal order.</summary>
    public IEnumerable<string> Namespaces => _values.Keys.Select(static key => key.Space).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Namespaces that extension schemas in the packet describe.</summary>
    public HashSet<string> Described { get; } = [];

    /// <summary>A property's value, of a list the items with a blank between; null where it is not there.</summary>
    public string? this[string space, string name] => _values.GetValueOrDefault((space, name));

    public static XmpPacket Read(PdfFile file)
    {
        if (file.Catalog["Metadata"] is not PdfStream stream) return new();
        var packet = new XmpPacket { Stream = stream };
        try
        {
            packet.Parse(file.Decode(stream).Span);
        }
        catch (Exception problem) when (problem is XmlException or PdfFormatException)
        {
            packet.IsWellFormed = false;
        }

        return packet;
    }

    private void Parse(ReadOnlySpan<byte> bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestPacket };
        using var xml = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(bytes).Trim('\uFEFF', '\0', ' ', '\n', '\r', '\t')), settings);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.ProcessingInstruction, Name: "xpacket" } && Opening.Length == 0) Opening = xml.Value;
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Description", NamespaceURI: Rdf, Depth: <= 2 }) ReadDescription(xml);
        }

        IsWellFormed = true;
    }

    private void ReadDescription(XmlReader xml)
    {
        var depth = xml.Depth;
        if (xml.MoveToFirstAttribute())
        {
            do Add(xml.NamespaceURI, xml.LocalName, xml.Value);
            while (xml.MoveToNextAttribute());
            xml.MoveToElement();
        }

        if (xml.IsEmptyElement) return;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element) ReadProperty(xml);
        }
    }

    private void ReadProperty(XmlReader xml)
    {
        var (space, name, depth) = (xml.NamespaceURI, xml.LocalName, xml.Depth);
        var value = new StringBuilder();
        var inNamespaceUri = false;
        var isEmpty = xml.IsEmptyElement;
        while (!isEmpty && xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, NamespaceURI: Rdf, LocalName: "Alt" or "Bag" or "Seq" } && xml.Depth == depth + 1) _containers[(space, name)] = xml.LocalName;
            if (xml.NodeType == XmlNodeType.Element) inNamespaceUri = xml.LocalName == "namespaceURI";
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA)) continue;
            if (inNamespaceUri && space == Extension) Described.Add(xml.Value.Trim());
            value.Append(value.Length > 0 ? " " : "").Append(xml.Value);
        }

        Add(space, name, value.ToString());
    }

    private void Add(string space, string name, string value)
    {
        if (space is not (Rdf or "http://www.w3.org/2000/xmlns/" or "http://www.w3.org/XML/1998/namespace" or "")) _values[(space, name)] = value;
    }
}
