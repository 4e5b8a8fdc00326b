using System.Runtime.CompilerServices;

namespace Typeset.Unicode;

/// <summary>The look-up shared by all tables: three reads of static data, whatever the code point.</summary>
internal static class CodePointTrie
{
    private const int LastCodePoint = 0x10FFFF;

    /// <summary>The value of a code point; 0, the value of unlisted code points, outside 0..10FFFF.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Lookup(int codePoint, ReadOnlySpan<byte> index, ReadOnlySpan<byte> blocks, ReadOnlySpan<byte> leaves)
    {
        if ((uint)codePoint > LastCodePoint) return 0;
        var block = index[codePoint >> 10];
        var leaf = UInt16At(blocks, (block << 5) | ((codePoint >> 5) & 31));
        return leaves[(leaf << 5) | (codePoint & 31)];
    }

    /// <summary>One of a row of numbers of two bytes each, the lower first.</summary>
    /// <remarks>Spelled out, because code compiled ahead of time calls the library's reader instead of inlining it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int UInt16At(ReadOnlySpan<byte> numbers, int index) => numbers[index * 2] | (numbers[index * 2 + 1] << 8);
}
