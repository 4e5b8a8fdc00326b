using StbImageSharp;
using Typeset.Pages;
using Typeset.Pdf.Colour;
using Typeset.Pdf.Conformance;

namespace Typeset.Pdf.Images;

/// <summary>Makes images ready for the kind of file they go into. One serves one thread.</summary>
internal sealed class ImageEncoder(PdfOptions options)
{
    private readonly Dictionary<IccProfile, PressColours> _colours = new(ReferenceEqualityComparer.Instance);

    /// <exception cref="ImageFormatException">The file is broken or of a kind that PDF cannot show.</exception>
    public EncodedImage Encode(PlacedImage image)
    {
        if (StandardRules.IsPress(options.Standard)) return EncodeForPress(image.Bytes);
        var isPng = ImageHeader.Read(image.Bytes.Span).Encoding == ImageEncoding.Png;
        return isPng && StandardRules.IsPlain(options.Standard) ? EncodePlain(PngFile.Read(image.Bytes.Span)) : EncodedImage.Of(image);
    }

    /// <summary>PDF 1.4 without transparency: as it is where it can be, else on white.</summary>
    private static EncodedImage EncodePlain(PngFile png)
    {
        if (png.Header.Depth <= 8 && !png.Header.HasAlphaSamples && png.Transparency.Length == 0) return PngConversion.Convert(png);
        var opaque = new OpaquePng(png);
        var plane = new PngPlane(png.Header.Width * (opaque.IsGrey ? 1 : 3));
        opaque.ReadRows(plane.Add);
        return new(new ImageStream(png.Header.Width, png.Header.Height, 8, opaque.IsGrey ? ImageColours.Grey : ImageColours.Rgb, plane.Deflated()));
    }

    /// <summary>Grey and CMYK go as they are; RGB is told in the press's inks.</summary>
    private EncodedImage EncodeForPress(ReadOnlyMemory<byte> bytes)
    {
        if (ImageHeader.Read(bytes.Span).Encoding == ImageEncoding.Png) return EncodePngForPress(PngFile.Read(bytes.Span));
        var jpeg = JpegFile.Read(bytes.Span);
        return jpeg.Components == 3 ? EncodeRgbJpeg(bytes.Span, jpeg) : EncodedImage.OfJpeg(bytes);
    }

    private EncodedImage EncodePngForPress(PngFile png)
    {
        var opaque = new OpaquePng(png);
        if (opaque.IsGrey) return EncodePlain(png) is { Picture.Colours: ImageColours.Grey } grey ? grey : EncodeGrey(png, opaque);
        var plane = new PngPlane(png.Header.Width * 4);
        var colours = ColoursOf(EmbeddedProfile.OfPng(png));
        opaque.ReadRows(row => AddInks(plane, row, colours));
        return Cmyk(png.Header.Width, png.Header.Height, plane);
    }

    private static EncodedImage EncodeGrey(PngFile png, OpaquePng opaque)
    {
        var plane = new PngPlane(png.Header.Width);
        opaque.ReadRows(plane.Add);
        return new(new ImageStream(png.Header.Width, png.Header.Height, 8, ImageColours.Grey, plane.Deflated()));
    }

    private EncodedImage EncodeRgbJpeg(ReadOnlySpan<byte> bytes, JpegFile jpeg)
    {
        var picture = Decode(bytes);
        if (picture.Width != jpeg.Width || picture.Height != jpeg.Height) throw new ImageFormatException("the JPEG file contradicts itself");
        var plane = new PngPlane(jpeg.Width * 4);
        var colours = ColoursOf(EmbeddedProfile.OfJpeg(bytes));
        for (var y = 0; y < jpeg.Height; y++) AddInks(plane, picture.Data.AsSpan(y * jpeg.Width * 3, jpeg.Width * 3), colours);
        return Cmyk(jpeg.Width, jpeg.Height, plane);
    }

    private static ImageResult Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return ImageResult.FromMemory(bytes.ToArray(), ColorComponents.RedGreenBlue);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new ImageFormatException("the JPEG file's picture data is damaged");
        }
    }

    private static void AddInks(PngPlane plane, ReadOnlySpan<byte> rgb, PressColours colours)
    {
        var inks = plane.Row;
        for (int from = 0, to = 0; from < rgb.Length; from += 3, to += 4)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(inks[to..], colours.InksOf(rgb[from], rgb[from + 1], rgb[from + 2]));
        }

        plane.AddRow();
    }

    private static EncodedImage Cmyk(int width, int height, PngPlane plane) => new(new ImageStream(width, height, 8, ImageColours.Cmyk, plane.Deflated()));

    /// <summary>What a picture's own profile, or sRGB where it has none that can be read, becomes on the press.</summary>
    private PressColours ColoursOf(IccProfile? source)
    {
        source ??= IccProfile.Srgb;
        if (_colours.TryGetValue(source, out var colours)) return colours;
        return _colours[source] = PressColours.Of(options.Press.Condition, source, options.Press.InkLimit);
    }
}
