using System.IO.Compression;
using Typeset.Core;
using Typeset.OpenType;

namespace Typeset.Pdf.Objects;

/// <summary>Deflates bytes for <c>FlateDecode</c> (ISO 32000-1 §7.4.4); its buffer serves one stream after the other.</summary>
internal sealed class Flate : IDisposable
{
    /// <summary>zlib's level for TrueType programs: the sixth makes 3 % less of a Latin subset in half as much time again.</summary>
    private const int TrueTypeLevel = 2;

    /// <summary>zlib's level for all else: the sixth makes 0.2 % less of page contents in a quarter as much time again.</summary>
    private const int UsualLevel = 5;

    private readonly ZLibCompressionOptions _options;

    public Flate(CompressionLevel level) : this(new ZLibCompressionOptions { CompressionLevel = LevelOf(level) })
    {
    }

    private Flate(ZLibCompressionOptions options) => _options = options;

    /// <summary>For font programs; at any other level than the usual as hard as all else.</summary>
    public static Flate ForFonts(CompressionLevel level, FontProgramKind kind) => level != CompressionLevel.Optimal ? new Flate(level) : new Flate(OptionsFor(kind));

    /// <summary>Charstrings hardly ever repeat: to look for what does takes three times as long as to code them, and saves 5 %.</summary>
    private static ZLibCompressionOptions OptionsFor(FontProgramKind kind) => kind == FontProgramKind.CidCff
        ? new() { CompressionStrategy = ZLibCompressionStrategy.HuffmanOnly }
        : new() { CompressionLevel = TrueTypeLevel };

    private static int LevelOf(CompressionLevel level) => level switch
    {
        CompressionLevel.NoCompression => 0,
        CompressionLevel.Fastest => 1,
        CompressionLevel.SmallestSize => 9,
        _ => UsualLevel,
    };

    /// <summary>Nothing, deflated (RFC 1950, RFC 1951 §3.2.6); <see cref="ZLibStream"/> writes no byte at all for it, which readers call a broken stream.</summary>
    private static ReadOnlySpan<byte> Nothing => [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01];

    /// <summary>What is written becomes half as long, or less.</summary>
    private const int UsualGain = 2;

    private readonly ScratchStream _deflated = ScratchStream.Rent();

    /// <summary>What was deflated last, good until the next call.</summary>
    public ReadOnlySpan<byte> Deflated => _deflated.Length == 0 ? Nothing : _deflated.GetBuffer().AsSpan(0, (int)_deflated.Length);

    /// <summary>The deflated bytes, good until the next call.</summary>
    public ReadOnlySpan<byte> Deflate(ReadOnlySpan<byte> bytes)
    {
        _deflated.SetLength(0);
        if (bytes.IsEmpty) return Nothing;
        if (_deflated.Capacity < bytes.Length / UsualGain) _deflated.Capacity = bytes.Length / UsualGain;
        using (var zlib = new ZLibStream(_deflated, _options, leaveOpen: true)) zlib.Write(bytes);
        return Deflated;
    }

    public void Dispose() => _deflated.Dispose();
}
