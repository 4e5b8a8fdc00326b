using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Typeset.Pages;
using Typeset.Pdf.Images;

namespace Typeset.Pdf.Tests;

/// <summary>Small images made on the spot.</summary>
internal static class TestImages
{
    private static readonly PlacedImage Shared = Place(MakePng(6, 4, 8, PngColour.Rgb));

    /// <summary>Always the same image.</summary>
    public static PlacedImage Png() => Shared;

    public static PlacedImage Place(byte[] bytes, ImageEncoding encoding = ImageEncoding.Png) => new("图.png", encoding, 6, 4, bytes);

    /// <summary>A PNG whose samples count up, row by row with all five filters in turn.</summary>
    public static byte[] MakePng(int width, int height, int depth, PngColour colour, bool interlaced = false, byte[]? transparency = null)
    {
        var header = new PngHeader(width, height, depth, colour, interlaced);
        var file = new MemoryStream();
        file.Write(PngFile.Signature);
        WriteChunk(file, "IHDR", [.. Big(width), .. Big(height), (byte)depth, (byte)colour, 0, 0, interlaced ? (byte)1 : (byte)0]);
        if (colour == PngColour.Palette) WriteChunk(file, "PLTE", [.. Enumerable.Range(0, 3 << depth).Select(static i => (byte)(i * 5))]);
        if (transparency is not null) WriteChunk(file, "tRNS", transparency);
        WriteChunk(file, "IDAT", Deflate(interlaced ? InterlacedRows(header) : FilteredRows(header)));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The unfiltered bytes of a row of <see cref="MakePng"/>.</summary>
    public static byte[] RowOf(PngHeader header, int y)
    {
        var row = new byte[header.RowLength(header.Width)];
        for (var i = 0; i < row.Length; i++) row[i] = (byte)(y * 37 + i * 11 + 3);
        var unused = row.Length * 8 - header.Width * header.BitsPerPixel;
        row[^1] &= (byte)(0xFF << unused);
        return row;
    }

    public static void WriteChunk(Stream to, string type, byte[] content)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. content];
        to.Write(Big(content.Length));
        to.Write(body);
        to.Write(Big((int)Crc32.HashToUInt32(body)));
    }

    public static byte[] Deflate(byte[] bytes)
    {
        var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(bytes);
        return deflated.ToArray();
    }

    public static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>The least JPEG that has a frame, a scan and an end; no picture that could be looked at.</summary>
    public static byte[] MakeJpeg(int width, int height, int components, bool adobe = false, byte frame = 0xC0)
    {
        var file = new List<byte> { 0xFF, 0xD8 };
        if (adobe) file.AddRange([0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2]);
        file.AddRange([0xFF, frame, 0, (byte)(8 + 3 * components), 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)components]);
        for (var i = 1; i <= components; i++) file.AddRange([(byte)i, 0x11, 0]);
        file.AddRange([0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9]);
        return [.. file];
    }

    private static byte[] FilteredRows(PngHeader header)
    {
        var data = new MemoryStream();
        var above = new byte[header.RowLength(header.Width)];
        for (var y = 0; y < header.Height; y++)
        {
            var row = RowOf(header, y);
            WriteFiltered(data, (byte)(y % 5), row, above, Math.Max(1, header.BitsPerPixel / 8));
            above = row;
        }

        return data.ToArray();
    }

    private static void WriteFiltered(Stream to, byte filter, byte[] row, byte[] above, int pixel)
    {
        to.WriteByte(filter);
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < pixel ? 0 : row[i - pixel], corner = i < pixel ? 0 : above[i - pixel], up = above[i];
            to.WriteByte((byte)(row[i] - (filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 })));
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var candidates = new[] { left, up, corner };
        return candidates.MinBy(c => Math.Abs(left + up - corner - c));
    }

    private static byte[] InterlacedRows(PngHeader header)
    {
        var data = new MemoryStream();
        foreach (var (x0, y0, dx, dy) in new[] { (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2) })
        {
            var bits = header.BitsPerPixel;
            for (var y = y0; y < header.Height && x0 < header.Width; y += dy)
            {
                var (whole, part) = (RowOf(header, y), new byte[header.RowLength((header.Width - x0 + dx - 1) / dx)]);
                for (var (i, x) = (0, x0); x < header.Width; i += bits, x += dx) CopyBits(whole, x * bits, part, i, bits);
                data.WriteByte(0);
                data.Write(part);
            }
        }

        return data.ToArray();
    }

    private static void CopyBits(byte[] from, int at, byte[] to, int into, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var bit = (from[(at + i) >> 3] >> (7 - ((at + i) & 7))) & 1;
            to[(into + i) >> 3] |= (byte)(bit << (7 - ((into + i) & 7)));
        }
    }
}
