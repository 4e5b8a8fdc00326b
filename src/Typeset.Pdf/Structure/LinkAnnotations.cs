using System.Text;
using Typeset.Pages;
using Typeset.Pdf.Content;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>Links as annotations (ISO 32000-1 §12.5.6.5), without a border.</summary>
internal static class LinkAnnotations
{
    /// <summary>Shown when printed: what PDF/A asks of every annotation (§12.5.3).</summary>
    private const int PrintFlag = 4;

    /// <summary>A link that leads nowhere is none.</summary>
    public static bool IsLive(LinkItem link, NamedPlaces places) => link.Uri is not null || (link.Destination is { } name && places.Has(name));

    public static ByteWriter Write(LinkItem link, PageSpace space, int? structureKey)
    {
        var body = new ByteWriter().Open();
        if (link.Uri is { } uri) body.Key("A"u8).Open().Key("S"u8).Name("URI"u8).Key("URI"u8).ByteString(Escape(uri)).Close();
        body.Key("Border"u8).Raw("[0 0 0]"u8);
        // Every link says where it leads (ISO 14289-1 §7.18.5).
        body.Key("Contents"u8).Text(link.Description.Length > 0 ? link.Description : link.Uri ?? link.Destination!);
        if (link.Uri is null) NamedPlaces.WriteName(body.Key("Dest"u8), link.Destination!);
        body.Key("F"u8).Integer(PrintFlag).Key("Rect"u8);
        space.Corners(body, link.Area);
        if (structureKey is { } key) body.Key("StructParent"u8).Integer(key);
        return body.Key("Subtype"u8).Name("Link"u8).Key("Type"u8).Name("Annot"u8).Close();
    }

    /// <summary>URIs are 7-bit (§12.6.4.7): what an author wrote in other characters is escaped as browsers do (RFC 3987 §3.1).</summary>
    private static byte[] Escape(string uri)
    {
        var escaped = new ByteWriter();
        foreach (var b in Encoding.UTF8.GetBytes(uri))
        {
            if (b is > 0x20 and < 0x7F) escaped.Byte(b);
            else escaped.Byte((byte)'%').Hex(b);
        }

        return escaped.Written.ToArray();
    }
}
