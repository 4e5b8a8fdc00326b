using Typeset.Core.Messages;
using Typeset.Images;
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
        if (ImageHeader.Read(image.Bytes.Span).Encoding == ImageEncoding.Jpeg) return Described(EncodedImage.OfJpeg(image.Bytes), EmbeddedProfile.BytesOfJpeg(image.Bytes.Span));
        var png = PngFile.Read(image.Bytes.Span);
        return Described(StandardRules.IsPlain(options.Standard) ? EncodePlain(png) : PngConversion.Convert(png), EmbeddedProfile.BytesOfPng(png));
    }

    /// <summary>What the file's own samples mean, told by the profile that a camera, a screen or a separation left in it.</summary>
    private EncodedImage Described(EncodedImage image, byte[] profile)
    {
        if (!StandardRules.IsArchival(options.Standard)) return image;
        var newest = StandardRules.IsPlain(options.Standard) ? 2 : 4;
        return EmbeddedProfile.OfSamples(image.Picture, profile) is { } found && found.Version <= newest ? image with { Picture = image.Picture with { Profile = found } } : image;
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

    /// <summary>RGB is told in the press's inks; grey is on its black plate.</summary>
    private EncodedImage EncodeForPress(ReadOnlyMemory<byte> bytes)
    {
        if (ImageHeader.Read(bytes.Span).Encoding == ImageEncoding.Png) return EncodePngForPress(PngFile.Read(bytes.Span));
        var jpeg = JpegFile.Read(bytes.Span);
        switch (jpeg.Components)
        {
            case 4: return new CmykJpeg(bytes, jpeg, options.Press).Encode();
            case 3: return EncodeRgbJpeg(bytes, jpeg);
            default:
                // Read for its damage alone: a plate cannot be looked at before it is made.
                Decode(bytes, jpeg, static _ => { });
                return EncodedImage.OfJpeg(bytes, jpeg);
        }
    }

    private EncodedImage EncodePngForPress(PngFile png)
    {
        var opaque = new OpaquePng(png);
        if (opaque.IsGrey) return EncodePlain(png) is { Picture.Colours: ImageColours.Grey } grey ? grey : EncodeGrey(png, opaque);
        var plane = new PngPlane(png.Header.Width * 4);
        var colours = ColoursOf(EmbeddedProfile.OfRgb(EmbeddedProfile.BytesOfPng(png), out var problem));
        opaque.ReadRows(row => AddInks(plane, row, colours));
        return Cmyk(png.Header.Width, png.Header.Height, plane, problem);
    }

    private static EncodedImage EncodeGrey(PngFile png, OpaquePng opaque)
    {
        var plane = new PngPlane(png.Header.Width);
        opaque.ReadRows(plane.Add);
        return new(new ImageStream(png.Header.Width, png.Header.Height, 8, ImageColours.Grey, plane.Deflated()));
    }

    private EncodedImage EncodeRgbJpeg(ReadOnlyMemory<byte> bytes, JpegFile jpeg)
    {
        var plane = new PngPlane(jpeg.Width * 4);
        var colours = ColoursOf(EmbeddedProfile.OfRgb(EmbeddedProfile.BytesOfJpeg(bytes.Span), out var problem));
        Decode(bytes, jpeg, row => AddInks(plane, row, colours));
        return Cmyk(jpeg.Width, jpeg.Height, plane, problem);
    }

    /// <exception cref="ImageFormatException">The picture data is damaged.</exception>
    public static void Decode(ReadOnlyMemory<byte> bytes, JpegFile jpeg, SampleRow sink)
    {
        try
        {
            JpegSamples.Read(bytes, new JpegSize(jpeg.Width, jpeg.Height, jpeg.Components), sink);
        }
        catch (JpegFormatException damage)
        {
            throw new ImageFormatException(damage.Message);
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

    private static EncodedImage Cmyk(int width, int height, PngPlane plane, string? problem) => new(new ImageStream(width, height, 8, ImageColours.Cmyk, plane.Deflated()))
    {
        Remarks = problem is null ? [] : [new ImageRemark(PressMessages.ColoursUnknown, problem)],
    };

    /// <summary>What a picture's own profile, or sRGB where it has none that can be read, becomes on the press.</summary>
    private PressColours ColoursOf(IccProfile? source)
    {
        source ??= IccProfile.Srgb;
        if (_colours.TryGetValue(source, out var colours)) return colours;
        return _colours[source] = PressColours.Of(options.Press.Condition, source, options.Press.InkLimit);
    }
}
