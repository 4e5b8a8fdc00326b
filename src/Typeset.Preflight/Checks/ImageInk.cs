using Typeset.Images;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Checks;

/// <summary>The ink that an image of four colours of eight bits lays down.</summary>
internal static class ImageInk
{
    private const int Plates = 4;

    /// <summary>The most of its pixels in per cent, a thousandth of them left out; null where that cannot be told: spot inks, samples of other sizes, JPEG 2000.</summary>
    /// <exception cref="PdfFormatException">Its data are damaged, or too much.</exception>
    public static double? MostOf(in PaintedImage image, DocumentView document)
    {
        if (image.IsInline || image.Space is not { Components: Plates } || image.Image["BitsPerComponent"].AsInteger != 8) return null;
        if (document.ImageInks.TryGetValue(image.Image.Number, out var known)) return known;
        var most = Measure(image.Image, document.File);
        if (image.Image.Number != 0) document.ImageInks[image.Image.Number] = most;
        return most;
    }

    private static double? Measure(PdfStream image, PdfFile file)
    {
        var (ink, isInverted) = (new InkHistogram(), IsInverted(image["Decode"]));
        if (isInverted is null) return null;
        var filters = StreamDecoder.FiltersOf(image).ToArray();
        if (filters is ["DCTDecode" or "DCT"]) file.DecodeJpeg(image, Plates, Look);
        else if (Array.Exists(filters, static f => f is "DCTDecode" or "JPXDecode" or "DCT")) return null;
        else Look(file.Decode(image).Span);
        return ink.MostThatMatters * 100.0 / 255;

        void Look(ReadOnlySpan<byte> pixels)
        {
            for (var i = 0; i + Plates <= pixels.Length; i += Plates)
            {
                var sum = pixels[i] + pixels[i + 1] + pixels[i + 2] + pixels[i + 3];
                ink.Add(isInverted.Value ? Plates * 255 - sum : sum);
            }
        }
    }

    /// <summary>Whether samples count from full to none; null for any other meaning of them than this and the usual one (ISO 32000-1 §8.9.5.2).</summary>
    private static bool? IsInverted(PdfObject decode)
    {
        var ends = decode.Items.Select(static end => end.AsNumber ?? -1).ToArray();
        return ends switch
        {
            [] or [0, 1, 0, 1, 0, 1, 0, 1] => false,
            [1, 0, 1, 0, 1, 0, 1, 0] => true,
            _ => null,
        };
    }
}
