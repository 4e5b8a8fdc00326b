using Typeset.Pages;

namespace Typeset.Pdf.Images;

/// <summary>
/// What an image file says of itself before its pixels. <c>Components</c> are those of a pixel as stored: 1 grey or palette, 3 RGB, 4 CMYK;
/// alpha is not counted.
/// </summary>
public readonly record struct ImageHeader(ImageEncoding Encoding, int Width, int Height, int BitsPerComponent, int Components, bool HasAlpha)
{
    /// <summary>The most pixels an image may have: an A3 page at 600 dpi has 70 million.</summary>
    public const long MaxPixels = 100_000_000;

    /// <summary>The most pixels a side may have: JPEG can have no more (ITU-T T.81 §B.2.2), and rows are held in memory.</summary>
    public const long MaxSide = 65_535;

    /// <summary>Reads a JPEG's or PNG's header.</summary>
    /// <exception cref="ImageFormatException">The bytes are neither, are cut off, or hold what PDF cannot show.</exception>
    public static ImageHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngFile.Signature)) return PngFile.ReadHeader(bytes).ToImageHeader();
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) return JpegFile.Read(bytes).ToImageHeader();
        throw new ImageFormatException("the file is neither JPEG nor PNG");
    }

    internal static void RequireSize(long width, long height)
    {
        if (width == 0 || height == 0) throw new ImageFormatException("the image has no pixels");
        if (width > MaxSide || height > MaxSide) throw new ImageFormatException($"the image has {width} × {height} pixels; a side may have {MaxSide}");
        if (width * height > MaxPixels) throw new ImageFormatException($"the image has {width} × {height} pixels; {MaxPixels / 1_000_000} million are the most");
    }
}
