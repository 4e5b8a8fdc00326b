using System.IO.Hashing;
using Typeset.Pages;

namespace Typeset.Pdf.Images;

/// <summary>What the pixels of a PNG are (PNG §11.2.2).</summary>
internal enum PngColour : byte { Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, RgbAlpha = 6 }

/// <summary>A PNG's IHDR chunk.</summary>
internal readonly record struct PngHeader(int Width, int Height, int Depth, PngColour Colour, bool Interlaced)
{
    /// <summary>Samples a pixel, alpha included.</summary>
    public int Samples => Colour switch { PngColour.GreyAlpha => 2, PngColour.Rgb => 3, PngColour.RgbAlpha => 4, _ => 1 };

    public bool HasAlphaSamples => Colour is PngColour.GreyAlpha or PngColour.RgbAlpha;

    public int BitsPerPixel => Samples * Depth;

    /// <summary>Bytes of a row of some pixels, the filter byte not counted.</summary>
    public int RowLength(int pixels) => (int)(((long)pixels * BitsPerPixel + 7) / 8);

    public ImageHeader ToImageHeader() => new(ImageEncoding.Png, Width, Height, Depth, Samples - (HasAlphaSamples ? 1 : 0), HasAlphaSamples);
}

/// <summary>A PNG taken apart into its chunks (PNG §5), each checked; the picture data still deflated.</summary>
internal sealed class PngFile
{
    private PngFile(PngHeader header) => Header = header;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public PngHeader Header { get; }

    /// <summary>RGB triples; empty without a palette.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <summary>tRNS: alphas of the palette, or the one transparent colour in 16-bit samples; empty without it.</summary>
    public byte[] Transparency { get; private set; } = [];

    /// <summary>iCCP as it stands in the file; empty without it.</summary>
    public byte[] Profile { get; private set; } = [];

    /// <summary>All IDAT chunks in a row: one zlib stream.</summary>
    public byte[] Data { get; private set; } = [];

    public static PngHeader ReadHeader(ReadOnlySpan<byte> bytes)
    {
        var reader = new ImageReader(bytes, "PNG");
        if (!reader.Take(Signature.Length).SequenceEqual(Signature)) throw new ImageFormatException("the file is no PNG");
        if (!NextChunk(ref reader, out var content).SequenceEqual("IHDR"u8)) throw new ImageFormatException("the PNG file does not begin with its header");
        return ParseHeader(content);
    }

    public static PngFile Read(ReadOnlySpan<byte> bytes)
    {
        var png = new PngFile(ReadHeader(bytes));
        var reader = new ImageReader(bytes, "PNG");
        reader.Take(Signature.Length);
        using var data = new MemoryStream();
        while (NextChunk(ref reader, out var content) is var type && !type.SequenceEqual("IEND"u8))
        {
            if (type.SequenceEqual("IDAT"u8)) data.Write(content);
            else if (type.SequenceEqual("PLTE"u8)) png.Palette = content.ToArray();
            else if (type.SequenceEqual("iCCP"u8)) png.Profile = content.ToArray();
            else if (type.SequenceEqual("tRNS"u8)) png.Transparency = content.ToArray();
        }

        png.Data = data.ToArray();
        png.Check();
        return png;
    }

    private static ReadOnlySpan<byte> NextChunk(ref ImageReader reader, out ReadOnlySpan<byte> content)
    {
        var length = reader.UInt32();
        var checkedPart = reader.Take(4L + length);
        if (reader.UInt32() != Crc32.HashToUInt32(checkedPart)) throw new ImageFormatException("a chunk of the PNG file is damaged");
        content = checkedPart[4..];
        return checkedPart[..4];
    }

    private static PngHeader ParseHeader(ReadOnlySpan<byte> content)
    {
        var reader = new ImageReader(content, "PNG");
        long width = reader.UInt32(), height = reader.UInt32();
        int depth = reader.Byte(), colour = reader.Byte(), compression = reader.Byte(), filter = reader.Byte(), interlace = reader.Byte();
        ImageHeader.RequireSize(width, height);
        if (!IsAllowed(colour, depth) || compression != 0 || filter != 0 || interlace > 1) throw new ImageFormatException("the PNG file's header makes no sense");
        return new PngHeader((int)width, (int)height, depth, (PngColour)colour, interlace == 1);
    }

    /// <summary>PNG table 11.1.</summary>
    private static bool IsAllowed(int colour, int depth) => (PngColour)colour switch
    {
        PngColour.Grey => depth is 1 or 2 or 4 or 8 or 16,
        PngColour.Palette => depth is 1 or 2 or 4 or 8,
        PngColour.Rgb or PngColour.GreyAlpha or PngColour.RgbAlpha => depth is 8 or 16,
        _ => false,
    };

    private void Check()
    {
        if (Data.Length == 0) throw new ImageFormatException("the PNG file has no picture data");
        if (Palette.Length % 3 != 0 || Palette.Length > 3 * 256) throw new ImageFormatException("the PNG file's palette makes no sense");
        if (Header.Colour == PngColour.Palette && Palette.Length == 0) throw new ImageFormatException("the PNG file has no palette");
        var expected = Header.Colour switch { PngColour.Grey => 2, PngColour.Rgb => 6, _ => Transparency.Length };
        if (Transparency.Length != 0 && Transparency.Length != expected) throw new ImageFormatException("the PNG file's transparency makes no sense");
        if (Header.Colour == PngColour.Palette && Transparency.Length > 256) throw new ImageFormatException("the PNG file's transparency makes no sense");
    }
}
