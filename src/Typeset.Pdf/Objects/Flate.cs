using System.IO.Compression;

namespace Typeset.Pdf.Objects;

/// <summary>Deflates bytes for <c>FlateDecode</c> (ISO 32000-1 §7.4.4); its buffer serves one stream after the other.</summary>
internal sealed class Flate(CompressionLevel level)
{
    private readonly MemoryStream _deflated = new(4096);

    /// <summary>The deflated bytes, good until the next call.</summary>
    public ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> bytes)
    {
        _deflated.SetLength(0);
        using (var zlib = new ZLibStream(_deflated, level, leaveOpen: true)) zlib.Write(bytes);
        return _deflated.GetBuffer().AsSpan(0, (int)_deflated.Length);
    }
}
