using Typeset.Pages;

namespace Typeset.Pdf.Images;

/// <summary>
/// What PDF must be told of a JPEG that is put in as it is (ISO 32000-1 §7.4.8). <c>IsAdobe</c>: an Adobe marker is there, and such CMYK is
/// stored inverted.
/// </summary>
internal readonly record struct JpegFile(int Width, int Height, int Components, bool IsAdobe)
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte AdobeSegment = 0xEE;

    /// <summary>Reads the segments up to the first scan (ITU-T T.81 annex B).</summary>
    public static JpegFile Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ImageReader(bytes, "JPEG");
        if (reader.UInt16() != 0xFFD8) throw new ImageFormatException("the file is no JPEG");
        JpegFile? frame = null;
        var adobe = false;
        while (NextMarker(ref reader) is var marker && marker != StartOfScan)
        {
            if (marker == EndOfImage) throw new ImageFormatException("the JPEG file has no picture data");
            if (IsStandalone(marker)) continue;
            var segment = reader.Take(Math.Max(0, reader.UInt16() - 2));
            if (IsFrame(marker)) frame = ReadFrame(marker, segment);
            if (marker == AdobeSegment && segment.StartsWith("Adobe"u8)) adobe = true;
        }

        RequireEnd(bytes);
        return frame is { } found ? found with { IsAdobe = adobe } : throw new ImageFormatException("the JPEG file has no frame header");
    }

    public ImageHeader ToImageHeader() => new(ImageEncoding.Jpeg, Width, Height, 8, Components, HasAlpha: false);

    private static byte NextMarker(ref ImageReader reader)
    {
        if (reader.Byte() != 0xFF) throw new ImageFormatException("the JPEG file's segments are out of step");
        byte marker;
        do marker = reader.Byte();
        while (marker == 0xFF);
        return marker;
    }

    /// <summary>RST0–7, SOI and TEM carry no length.</summary>
    private static bool IsStandalone(byte marker) => marker is >= 0xD0 and <= 0xD8 or 0x01;

    /// <summary>SOF0–15 without DHT, JPG and DAC.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static JpegFile ReadFrame(byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker > 0xC2) throw new ImageFormatException("lossless, hierarchical and arithmetic JPEG cannot be shown by PDF");
        var reader = new ImageReader(segment, "JPEG");
        if (reader.Byte() is var precision && precision != 8) throw new ImageFormatException($"the JPEG has {precision} bits a colour; PDF shows 8");
        int height = reader.UInt16(), width = reader.UInt16(), components = reader.Byte();
        ImageHeader.RequireSize(width, height);
        if (components is not (1 or 3 or 4)) throw new ImageFormatException($"the JPEG has {components} colour components");
        reader.Take(components * 3);
        return new JpegFile(width, height, components, IsAdobe: false);
    }

    /// <summary>A file cut in two has no end marker; what cameras write behind it does no harm.</summary>
    private static void RequireEnd(ReadOnlySpan<byte> bytes)
    {
        if (bytes.LastIndexOf((ReadOnlySpan<byte>)[0xFF, EndOfImage]) < 0) throw new ImageFormatException("the JPEG file ends too early");
    }
}
