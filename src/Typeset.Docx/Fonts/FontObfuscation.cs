using System.IO.Hashing;

namespace Typeset.Docx.Fonts;

/// <summary>The obfuscation of embedded fonts (ECMA-376 part 4, §10.1.5; ISO/IEC 29500-4 §10.1.5): the first 32 bytes are XORed with a GUID.</summary>
internal static class FontObfuscation
{
    private const int KeySize = 16;

    /// <summary>A GUID in braces made from a file's content, or from as much of it as tells it from others, of version 8 (RFC 9562 §5.8).</summary>
    public static string KeyOf(ReadOnlySpan<byte> font)
    {
        Span<byte> hash = stackalloc byte[KeySize];
        XxHash128.Hash(font, hash);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash, bigEndian: true).ToString("B").ToUpperInvariant();
    }

    /// <summary>Obfuscates a file, or restores it: the key's bytes from the last to the first, over bytes 0 to 15 and over 16 to 31.</summary>
    public static void Apply(Span<byte> font, string key)
    {
        var bytes = Convert.FromHexString(key.Trim('{', '}').Replace("-", "", StringComparison.Ordinal));
        for (var i = 0; i < 2 * KeySize && i < font.Length; i++) font[i] ^= bytes[KeySize - 1 - i % KeySize];
    }
}
