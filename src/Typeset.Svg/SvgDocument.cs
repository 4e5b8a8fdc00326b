using System.Text;
using Typeset.Core;
using Typeset.OpenType;
using Typeset.Pages;

namespace Typeset.Svg;

/// <summary>An SVG document as it grows: what is drawn, and the outlines and images that it draws with, each defined once in order of first use.</summary>
internal sealed class SvgDocument(string idPrefix)
{
    private readonly StringBuilder _definitions = new();
    private readonly Dictionary<FontFace, int> _faces = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(int Face, ushort Glyph)> _glyphs = [];
    private readonly Dictionary<PlacedImage, int> _images = new(ReferenceEqualityComparer.Instance);
    private int _clips;

    /// <summary>The elements drawn so far, in paint order.</summary>
    public StringBuilder Body { get; } = new();

    /// <summary>Draws the white paper of a size.</summary>
    public void Paper(Size size) =>
        Body.Append("<rect width=\"").Place(size.Width).Append("\" height=\"").Place(size.Height).Append("\" fill=\"#fff\"/>\n");

    /// <summary>The place of a face among those of the document.</summary>
    public int Face(FontFace face) => _faces.TryGetValue(face, out var index) ? index : _faces[face] = _faces.Count;

    /// <summary>The identifier of a glyph's outline: font units, y upwards; null for a glyph without ink.</summary>
    public string? Glyph(FontFace face, int faceIndex, ushort glyph)
    {
        var id = $"{idPrefix}f{faceIndex}g{glyph}";
        if (_glyphs.Contains((faceIndex, glyph))) return id;
        if (OutlineOf(face, glyph) is not { Segments.IsEmpty: false } outline) return null;
        _glyphs.Add((faceIndex, glyph));
        _definitions.Append("<path id=\"").Append(id).Append("\" d=\"").Append(outline).Append("\"/>\n");
        return id;
    }

    /// <summary>The identifier of an image in the unit square.</summary>
    public string Image(PlacedImage image)
    {
        if (_images.TryGetValue(image, out var index)) return $"{idPrefix}i{index}";
        var id = $"{idPrefix}i{_images[image] = _images.Count}";
        var type = image.Encoding == ImageEncoding.Jpeg ? "jpeg" : "png";
        _definitions.Append("<image id=\"").Append(id).Append("\" width=\"1\" height=\"1\" preserveAspectRatio=\"none\" xlink:href=\"data:image/")
            .Append(type).Append(";base64,").Append(Convert.ToBase64String(image.Bytes.Span)).Append("\"/>\n");
        return id;
    }

    /// <summary>The identifier of a clip to a rectangle.</summary>
    public string Clip(Rectangle area)
    {
        var id = $"{idPrefix}c{_clips++}";
        _definitions.Append("<clipPath id=\"").Append(id).Append("\"><rect").Area(area).Append("/></clipPath>\n");
        return id;
    }

    /// <summary>The whole document.</summary>
    public string Finish(Size size, SvgOptions options)
    {
        var text = new StringBuilder(_definitions.Length + Body.Length + 400);
        text.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" role=\"img\"");
        Dimensions(text, size, options.PixelWidth);
        text.Append(" viewBox=\"0 0 ").Place(size.Width).Append(' ').Place(size.Height).Append("\">\n");
        if (options.Title.Length > 0) text.Append("<title>").Escaped(options.Title).Append("</title>\n");
        if (_definitions.Length > 0) text.Append("<defs>\n").Append(_definitions).Append("</defs>\n");
        return text.Append(Body).Append("</svg>\n").ToString();
    }

    private static void Dimensions(StringBuilder text, Size size, int? pixels)
    {
        if (pixels is not { } width) text.Append(" width=\"").Place(size.Width).Append("pt\" height=\"").Place(size.Height).Append("pt\"");
        else text.Append(" width=\"").Append(width).Append("\" height=\"").Append(Math.Max(1, (size.Height.Raw * width + size.Width.Raw / 2) / Math.Max(1, size.Width.Raw))).Append('"');
    }

    /// <summary>A glyph whose data are broken has no ink here; the PDF writer tells of it.</summary>
    private static GlyphOutline? OutlineOf(FontFace face, ushort glyph)
    {
        try
        {
            return face.OutlineOf(glyph);
        }
        catch (FontFormatException)
        {
            return null;
        }
    }
}
