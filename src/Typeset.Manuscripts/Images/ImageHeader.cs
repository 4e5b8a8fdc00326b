using System.Buffers.Binary;
using Typeset.Documents;

namespace Typeset.Manuscripts.Images;

/// <summary>What the header of an image file says; resolutions in pixels an inch, 0 where the file says none.</summary>
internal readonly record struct ImageHeader(ImageFormat Format, int Width, int Height, double HorizontalPpi, double VerticalPpi, bool IsTurned = false)
{
    /// <summary>Largest width or height; a metre at 600 ppi is 23,622 pixels.</summary>
    public const int PixelLimit = 65_535;

    /// <summary>Reads the header of a PNG or JPEG; null for any other kind of file.</summary>
    /// <exception cref="ImageException">The file is of a known kind but broken.</exception>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngHeader.Signature)) return PngHeader.Read(bytes).Checked();
        return bytes is [0xFF, 0xD8, 0xFF, ..] ? JpegHeader.Read(bytes).Checked() : null;
    }

    private ImageHeader Checked()
    {
        if (Width is < 1 or > PixelLimit || Height is < 1 or > PixelLimit) throw new ImageException($"size {Width} × {Height}");
        return this with { HorizontalPpi = Plausible(HorizontalPpi), VerticalPpi = Plausible(VerticalPpi) };
    }

    /// <summary>A resolution outside 1 to 10,000 ppi is a fault of the program that wrote the file.</summary>
    private static double Plausible(double ppi) => ppi is >= 1 and <= 10_000 ? ppi : 0;
}

/// <summary>An image file is broken; the message says where.</summary>
internal sealed class ImageException(string problem) : Exception(problem);

/// <summary>Bounds-checked big- and little-endian reads from an image file.</summary>
internal readonly ref struct ImageBytes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Length => _bytes.Length;

    public ReadOnlySpan<byte> Slice(long at, long length)
    {
        if (at < 0 || length < 0 || at + length > _bytes.Length) throw new ImageException($"ends at byte {_bytes.Length}, {at + length} expected");
        return _bytes.Slice((int)at, (int)length);
    }

    public byte Byte(long at) => Slice(at, 1)[0];
    public int UInt16(long at) => BinaryPrimitives.ReadUInt16BigEndian(Slice(at, 2));
    public long UInt32(long at) => BinaryPrimitives.ReadUInt32BigEndian(Slice(at, 4));
    public int UInt16(long at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(Slice(at, 2)) : UInt16(at);
    public long UInt32(long at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(Slice(at, 4)) : UInt32(at);
}
