using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Typeset.Images;

/// <summary>Writes a small picture as PNG (PNG second edition §5): RGB of eight bits.</summary>
public static class PngPicture
{
    /// <summary>The file of a picture.</summary>
    /// <param name="width">In pixels, from 1.</param>
    /// <param name="rgb">Rows from the top, three bytes a pixel.</param>
    public static byte[] Write(int width, ReadOnlySpan<byte> rgb)
    {
        var height = rgb.Length / 3 / width;
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Append(file, "IHDR"u8, header);
        Append(file, "IDAT"u8, Deflated(width * 3, rgb));
        Append(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Each row less the one above it (filter 2), which suits pictures.</summary>
    private static byte[] Deflated(int rowLength, ReadOnlySpan<byte> rgb)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var filtered = new byte[rowLength + 1];
            filtered[0] = 2;
            for (var at = 0; at + rowLength <= rgb.Length; at += rowLength)
            {
                for (var i = 0; i < rowLength; i++) filtered[i + 1] = (byte)(rgb[at + i] - (at == 0 ? 0 : rgb[at - rowLength + i]));
                zlib.Write(filtered);
            }
        }

        return packed.ToArray();
    }

    private static void Append(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        var checksum = new Crc32(); // PNG annex D
        checksum.Append(type);
        checksum.Append(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum.GetCurrentHashAsUInt32());
        file.Write(number);
    }
}
