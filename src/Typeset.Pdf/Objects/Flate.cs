using System.IO.Compression;

namespace Typeset.Pdf.Objects;

/// <summary>Deflates bytes for <c>FlateDecode</c> (ISO 32000-1 §7.4.4); its buffer serves one stream after the other.</summary>
internal sealed class Flate(CompressionLevel level)
{
    /// <summary>Nothing, deflated (RFC 1950, RFC 1951 §3.2.6); <see cref="ZLibStream"/> writes no byte at all for it, which readers call a broken stream.</summary>
    private static ReadOnlySpan<byte> Nothing => [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01];

    private readonly MemoryStream _deflated = new(4096);

    /// <summary>The deflated bytes, good until the next call.</summary>
    public ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return Nothing;
        _deflated.SetLength(0);
        using (var zlib = new ZLibStream(_deflated, level, leaveOpen: true)) zlib.Write(bytes);
        return _deflated.GetBuffer().AsSpan(0, (int)_deflated.Length);
    }
}
