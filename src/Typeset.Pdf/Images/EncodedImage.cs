using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Pages;

namespace Typeset.Pdf.Images;

internal enum ImageColours { Grey, Rgb, Cmyk, Indexed }

/// <summary>One image stream as it goes into the file, and what its dictionary says (ISO 32000-1 §8.9.5).</summary>
internal sealed record ImageStream(int Width, int Height, int BitsPerComponent, ImageColours Colours, ReadOnlyMemory<byte> Data)
{
    /// <summary>DCT where set, else Flate with PNG predictors.</summary>
    public bool IsJpeg { get; init; }

    /// <summary>Samples count from full to none, as Adobe's CMYK JPEGs store them.</summary>
    public bool IsInverted { get; init; }

    /// <summary>What the samples mean, where the image brings its own; null for the file's.</summary>
    public IccProfile? Profile { get; init; }

    /// <summary>RGB triples, for <see cref="ImageColours.Indexed"/>.</summary>
    public byte[] Palette { get; init; } = [];

    /// <summary>The sample of each component that is not painted (§8.9.6.4); empty for none.</summary>
    public int[] ColourKey { get; init; } = [];

    public int Components => Colours switch { ImageColours.Rgb => 3, ImageColours.Cmyk => 4, _ => 1 };
}

/// <summary>Something the author should know of what was done to an image; the message's first argument is the image's name, these are the others.</summary>
internal sealed record ImageRemark(MessageTemplate Message, params string[] Arguments);

/// <summary>An image with its opacity, if it has any.</summary>
internal sealed record EncodedImage(ImageStream Picture, ImageStream? Opacity = null)
{
    public ImmutableArray<ImageRemark> Remarks { get; init; } = [];

    /// <summary>Makes an image ready to be written: JPEG as it is, PNG as it is where PDF can read it so.</summary>
    /// <exception cref="ImageFormatException">The file is broken or of a kind that PDF cannot show.</exception>
    public static EncodedImage Of(PlacedImage image) =>
        ImageHeader.Read(image.Bytes.Span).Encoding == ImageEncoding.Jpeg ? OfJpeg(image.Bytes) : PngConversion.Convert(PngFile.Read(image.Bytes.Span));

    /// <summary>A JPEG goes into any file as it is.</summary>
    public static EncodedImage OfJpeg(ReadOnlyMemory<byte> bytes) => OfJpeg(bytes, JpegFile.Read(bytes.Span));

    /// <inheritdoc cref="OfJpeg(ReadOnlyMemory{byte})"/>
    public static EncodedImage OfJpeg(ReadOnlyMemory<byte> bytes, JpegFile jpeg)
    {
        var colours = jpeg.Components switch { 1 => ImageColours.Grey, 3 => ImageColours.Rgb, _ => ImageColours.Cmyk };
        return new(new ImageStream(jpeg.Width, jpeg.Height, 8, colours, bytes) { IsJpeg = true, IsInverted = jpeg is { Components: 4, IsAdobe: true } });
    }
}
