using System.IO.Compression;
using System.IO.Hashing;
using Typeset.Core;

namespace Typeset.Docx.Package;

/// <summary>
/// The last bytes of many parts, deflated once for all of them: deflated data may be put together of stretches that end on whole bytes and do not look back
/// over their beginnings (RFC 1951 §3.2.4, §2).
/// </summary>
internal sealed class PackedEnd
{
    private readonly byte[] _bytes;
    private readonly byte[] _deflated;

    private PackedEnd(byte[] bytes, byte[] deflated) => (_bytes, _deflated) = (bytes, deflated);

    /// <summary>An end, deflated as hard as can be; one of no bytes is an end too.</summary>
    public static PackedEnd Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return new([], PackedPart.NothingDeflated);
        using var deflated = ScratchStream.Rent();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(bytes);
        return new(bytes.ToArray(), deflated.ToArray());
    }

    /// <summary>A part that ends so, good as long as what it is deflated into.</summary>
    /// <param name="own">What stands before the end.</param>
    /// <param name="kind">What the part is.</param>
    /// <param name="deflated">Takes it; empty.</param>
    public PackedPart Behind(ReadOnlySpan<byte> own, PartKind kind, ScratchStream deflated)
    {
        long length;
        using (var deflate = new DeflateStream(deflated, new ZLibCompressionOptions { CompressionLevel = (int)kind }, leaveOpen: true))
        {
            deflate.Write(own);
            deflate.Flush(); // to a whole byte
            length = deflated.Length;
        }

        deflated.SetLength(length); // without the last block, which closing added
        deflated.Write(_deflated);
        return new(deflated.GetBuffer().AsMemory(0, (int)deflated.Length), ChecksumBehind(own), own.Length + _bytes.Length);
    }

    private uint ChecksumBehind(ReadOnlySpan<byte> own)
    {
        var checksum = new Crc32();
        checksum.Append(own);
        checksum.Append(_bytes);
        return checksum.GetCurrentHashAsUInt32();
    }
}
