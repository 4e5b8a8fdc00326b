using System.Globalization;
using System.Text;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Report;

/// <summary>What the pictures of one report share.</summary>
internal sealed class PictureShapes
{
    public GlyphShapes Glyphs { get; } = new();
    public ImageShapes Images { get; } = new();
    public string Definitions => Glyphs.Definitions + Images.Definitions;
}

/// <summary>The images that pictures of one report show, each drawn once and no larger than pictures show it.</summary>
internal sealed class ImageShapes
{
    /// <summary>JPEGs up to this size go in as they are, where browsers show their colours: grey and RGB.</summary>
    private const int SmallJpeg = 60_000;

    /// <summary>Of all images together; what comes after is a grey box.</summary>
    private const int MostBytes = 20_000_000;

    private readonly Dictionary<(PdfFile File, int Number), string?> _known = [];
    private readonly StringBuilder _shapes = new();

    /// <summary>All of them as a hidden picture that the others refer to.</summary>
    public string Definitions => _shapes.Length == 0 ? "" : $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\"><defs>\n{_shapes}</defs></svg>\n";

    /// <summary>The reference to an image of one unit a side; null where it is not shown.</summary>
    /// <param name="image">The image.</param>
    /// <param name="file">The file that it is in.</param>
    /// <param name="pixelsPerPoint">How large pictures show it.</param>
    public string? Of(in PaintedImage image, PdfFile file, double pixelsPerPoint)
    {
        if (image.Image.Number == 0) return null;
        if (!_known.TryGetValue((file, image.Image.Number), out var id)) _known[(file, image.Image.Number)] = id = Draw(image, file, pixelsPerPoint);
        return id;
    }

    private string? Draw(in PaintedImage image, PdfFile file, double pixelsPerPoint)
    {
        try
        {
            if (UriOf(image, file, pixelsPerPoint) is not { } uri || _shapes.Length + uri.Length > MostBytes) return null;
            var id = $"i{_known.Count}";
            _shapes.Append("<image id=\"").Append(id).Append("\" width=\"1\" height=\"1\" preserveAspectRatio=\"none\" href=\"").Append(uri).Append("\"/>\n");
            return id;
        }
        catch (PdfFormatException)
        {
            // That its data are damaged is told among the findings, where a list asks for it.
            return null;
        }
    }

    private static string? UriOf(in PaintedImage image, PdfFile file, double pixelsPerPoint)
    {
        var isJpeg = StreamDecoder.FiltersOf(image.Image).ToArray() is ["DCTDecode" or "DCT"];
        if (isJpeg && image.Image.Raw.Length <= SmallJpeg && image.Space is { Components: 1 or 3 } && image.Image["Decode"].IsNull) return Uri("image/jpeg", image.Image.Raw.Span);
        return ImagePixels.Small(image, file, Pixels(image.Matrix.HorizontalScale), Pixels(image.Matrix.VerticalScale)) is { } png ? Uri("image/png", png) : null;

        int Pixels(double points) => (int)Math.Clamp(Math.Ceiling(points * pixelsPerPoint), 1, 2000);
    }

    private static string Uri(string type, ReadOnlySpan<byte> bytes) => $"data:{type};base64,{Convert.ToBase64String(bytes)}";
}
