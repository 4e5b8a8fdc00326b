using System.IO.Compression;

namespace Typeset.Pdf.Objects;

/// <summary>Deflates bytes for <c>FlateDecode</c> (ISO 32000-1 §7.4.4); its buffer serves one stream after the other.</summary>
internal sealed class Flate
{
    /// <summary>zlib's level for font programs: the sixth makes 1 % less in half as much time again.</summary>
    private const int FontLevel = 4;

    private readonly Func<Stream, ZLibStream> _open;

    public Flate(CompressionLevel level) => _open = deflated => new ZLibStream(deflated, level, leaveOpen: true);

    private Flate(int level)
    {
        var options = new ZLibCompressionOptions { CompressionLevel = level };
        _open = deflated => new ZLibStream(deflated, options, leaveOpen: true);
    }

    /// <summary>For font programs; at any other level than the usual as hard as all else.</summary>
    public static Flate ForFonts(CompressionLevel level) => level == CompressionLevel.Optimal ? new Flate(FontLevel) : new Flate(level);

    /// <summary>Nothing, deflated (RFC 1950, RFC 1951 §3.2.6); <see cref="ZLibStream"/> writes no byte at all for it, which readers call a broken stream.</summary>
    private static ReadOnlySpan<byte> Nothing => [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01];

    /// <summary>What is written becomes half as long, or less.</summary>
    private const int UsualGain = 2;

    private readonly MemoryStream _deflated = new(4096);

    /// <summary>The deflated bytes, good until the next call.</summary>
    public ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return Nothing;
        _deflated.SetLength(0);
        if (_deflated.Capacity < bytes.Length / UsualGain) _deflated.Capacity = bytes.Length / UsualGain;
        using (var zlib = _open(_deflated)) zlib.Write(bytes);
        return _deflated.GetBuffer().AsSpan(0, (int)_deflated.Length);
    }
}
