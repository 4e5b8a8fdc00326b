using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Checks;

/// <summary>The ink that an image lays down, of four colours of eight bits that are not in JPEG: the pixels of others are not looked at.</summary>
internal static class ImageInk
{
    private const int Plates = 4;

    /// <summary>The most of any pixel in per cent; null where that cannot be told.</summary>
    public static double? MostOf(in PaintedImage image, PdfFile file)
    {
        if (image.IsInline || image.Space is not { Components: Plates } || image.Image["BitsPerComponent"].AsInteger != 8 || !image.Image["Decode"].IsNull) return null;
        if (StreamDecoder.FiltersOf(image.Image).Any(static f => f is "DCTDecode" or "JPXDecode" or "DCT")) return null;
        var pixels = file.Decode(image.Image).Span;
        var most = 0;
        for (var i = 0; i + Plates <= pixels.Length; i += Plates) most = Math.Max(most, pixels[i] + pixels[i + 1] + pixels[i + 2] + pixels[i + 3]);
        return most * 100.0 / 255;
    }
}
