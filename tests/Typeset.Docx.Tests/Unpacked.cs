using System.IO.Compression;
using Typeset.Docx.Package;

namespace Typeset.Docx.Tests;

/// <summary>What parts hold.</summary>
internal static class Unpacked
{
    public static byte[] BytesOf(PackedPart part)
    {
        using var inflated = new DeflateStream(new MemoryStream(part.Deflated.ToArray()), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        inflated.CopyTo(bytes);
        return bytes.ToArray();
    }
}
