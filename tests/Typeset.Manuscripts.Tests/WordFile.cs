using System.IO.Compression;
using System.Text;

namespace Typeset.Manuscripts.Tests;

/// <summary>Word files made for tests, part by part.</summary>
internal sealed class WordFile
{
    private const string Names = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        """;

    private const string TypeStart = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private readonly Dictionary<string, byte[]> _parts = [];
    private readonly StringBuilder _types = new("""<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>""");
    private readonly StringBuilder _links = new();

    public WordFile(string body) => Add("document", $"<w:document {Names}><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:left=\"1440\" w:right=\"1440\" w:top=\"1440\" w:bottom=\"1440\" w:header=\"0\" w:footer=\"0\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>", "document.main");

    /// <summary>A paragraph of plain text; <paramref name="properties"/> is the XML within its properties.</summary>
    public static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public WordFile Styles(string styles) => Add("styles", $"<w:styles {Names}>{styles}</w:styles>");

    public WordFile Numbering(string numbering) => Add("numbering", $"<w:numbering {Names}>{numbering}</w:numbering>");

    public WordFile Footnotes(string notes) => Add("footnotes", $"<w:footnotes {Names}>{notes}</w:footnotes>");

    public WordFile Comments(string comments) => Add("comments", $"<w:comments {Names}>{comments}</w:comments>");

    public WordFile Header(string header) => Add("header1", $"<w:hdr {Names}>{header}</w:hdr>", "header", "header");

    /// <summary>A file in the package that a relationship leads to.</summary>
    public WordFile File(string path, byte[] bytes, string id, string type)
    {
        _parts["word/" + path] = bytes;
        return Link(id, type, path, external: false);
    }

    public WordFile Link(string id, string type, string target, bool external = true)
    {
        _links.Append($"<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/>");
        return this;
    }

    public byte[] ToArray()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">{_types}</Types>"));
            Write(archive, "_rels/.rels", Encoding.UTF8.GetBytes("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
            Write(archive, "word/_rels/document.xml.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{_links}</Relationships>"));
            foreach (var (path, bytes) in _parts) Write(archive, path, bytes);
        }

        return stream.ToArray();
    }

    private WordFile Add(string name, string xml, string? type = null, string? relation = null)
    {
        _parts[$"word/{name}.xml"] = Encoding.UTF8.GetBytes(xml);
        _types.Append($"<Override PartName=\"/word/{name}.xml\" ContentType=\"{TypeStart}{type ?? name}+xml\"/>");
        return type == "document.main" ? this : Link("rId" + name, relation ?? name, name + ".xml", external: false);
    }

    private static void Write(ZipArchive archive, string path, byte[] bytes)
    {
        using var entry = archive.CreateEntry(path).Open();
        entry.Write(bytes);
    }
}
