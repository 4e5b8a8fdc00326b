using Typeset.Documents;

namespace Typeset.Manuscripts.Images;

/// <summary>Size and resolution of a PNG: IHDR, then pHYs if it stands before the image data (ISO/IEC 15948 §11.2.2, §11.3.5.3).</summary>
internal static class PngHeader
{
    private const double MetresPerInch = 0.0254;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static ImageHeader Read(ReadOnlySpan<byte> file)
    {
        var bytes = new ImageBytes(file);
        if (!bytes.Slice(12, 4).SequenceEqual("IHDR"u8)) throw new ImageException("no IHDR chunk");
        var (horizontal, vertical) = Resolution(bytes);
        return new ImageHeader(ImageFormat.Png, Pixels(bytes.UInt32(16)), Pixels(bytes.UInt32(20)), horizontal, vertical);
    }

    private static (double Horizontal, double Vertical) Resolution(ImageBytes bytes)
    {
        for (long at = 8; ;)
        {
            var length = bytes.UInt32(at);
            var type = bytes.Slice(at + 4, 4);
            if (type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8)) return (0, 0);
            if (type.SequenceEqual("pHYs"u8) && bytes.Byte(at + 16) == 1) return (bytes.UInt32(at + 8) * MetresPerInch, bytes.UInt32(at + 12) * MetresPerInch);
            at += 12 + length;
        }
    }

    private static int Pixels(long value) => (int)Math.Min(value, int.MaxValue);
}
