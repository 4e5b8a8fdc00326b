using System.Collections.Immutable;
using System.Security;
using System.Text;

namespace Typeset.Docx.Package;

/// <summary>A relationship of a part (ECMA-376 part 2, §9.3).</summary>
internal readonly record struct Relationship(string Id, string Type, string Target, bool IsExternal = false);

/// <summary>The XML of the package's own parts: content types and relationships.</summary>
internal static class PackageXml
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string OfficeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string WordprocessingMl = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>The type of a relationship inside a document, by its last word.</summary>
    public static string TypeOf(string name) => OfficeDocument + name;

    /// <summary>The relationships of the package.</summary>
    public static readonly string Roots = Relationships(
    [
        new("rId1", TypeOf("officeDocument"), "word/document.xml"),
        new("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        new("rId3", TypeOf("extended-properties"), "docProps/app.xml"),
    ]);

    public static string Relationships(IEnumerable<Relationship> relationships)
    {
        var xml = new StringBuilder(Declaration).Append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        foreach (var one in relationships)
        {
            xml.Append($"<Relationship Id=\"{one.Id}\" Type=\"{one.Type}\" Target=\"{SecurityElement.Escape(one.Target)}\"");
            xml.Append(one.IsExternal ? " TargetMode=\"External\"/>" : "/>");
        }

        return xml.Append("</Relationships>").ToString();
    }

    /// <summary>The content types: by extension, and of each part that is XML.</summary>
    /// <param name="furniture">Names of the header and footer parts, as <c>header1.xml</c>.</param>
    /// <param name="hasNotes">Whether there are footnotes.</param>
    public static string ContentTypes(ImmutableArray<string> furniture, bool hasNotes)
    {
        var xml = new StringBuilder(Declaration).Append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        AddDefault("rels", "application/vnd.openxmlformats-package.relationships+xml");
        AddDefault("xml", "application/xml");
        AddDefault("jpeg", "image/jpeg");
        AddDefault("png", "image/png");
        AddDefault("odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont");
        Add("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        Add("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        Add("/word/document.xml", WordprocessingMl + "document.main+xml");
        foreach (var part in (ReadOnlySpan<string>)["styles", "settings", "numbering", "fontTable"]) Add($"/word/{part}.xml", WordprocessingMl + part + "+xml");
        if (hasNotes) Add("/word/footnotes.xml", WordprocessingMl + "footnotes+xml");
        foreach (var part in furniture) Add("/word/" + part, WordprocessingMl + (part.StartsWith("header", StringComparison.Ordinal) ? "header" : "footer") + "+xml");
        return xml.Append("</Types>").ToString();

        void AddDefault(string extension, string type) => xml.Append($"<Default Extension=\"{extension}\" ContentType=\"{type}\"/>");
        void Add(string part, string type) => xml.Append($"<Override PartName=\"{part}\" ContentType=\"{type}\"/>");
    }
}
