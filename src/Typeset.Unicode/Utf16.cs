using System.Runtime.CompilerServices;

namespace Typeset.Unicode;

/// <summary>
/// Code points out of UTF-16; an unpaired surrogate counts as a code point of its own. Spelled out, because code
/// compiled ahead of time calls the library's tests instead of inlining them.
/// </summary>
internal static class Utf16
{
    private const int SurrogateBits = 0xFC00;
    private const int HighSurrogate = 0xD800;
    private const int LowSurrogate = 0xDC00;
    private const int FirstSupplementary = 0x10000;

    /// <summary>Reads the code point at <paramref name="position"/> and moves behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ReadOnlySpan<char> text, ref int position)
    {
        int first = text[position++];
        if ((first & SurrogateBits) != HighSurrogate || (uint)position >= (uint)text.Length) return first;
        int second = text[position];
        if ((second & SurrogateBits) != LowSurrogate) return first;
        position++;
        return FirstSupplementary + ((first - HighSurrogate) << 10) + (second - LowSurrogate);
    }
}
