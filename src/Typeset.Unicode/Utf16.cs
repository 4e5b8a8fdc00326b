using System.Runtime.CompilerServices;

namespace Typeset.Unicode;

/// <summary>Code points out of UTF-16; an unpaired surrogate counts as a code point of its own.</summary>
internal static class Utf16
{
    /// <summary>Reads the code point at <paramref name="position"/> and moves behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ReadOnlySpan<char> text, ref int position)
    {
        var first = text[position++];
        if (!char.IsHighSurrogate(first) || position >= text.Length || !char.IsLowSurrogate(text[position])) return first;
        return char.ConvertToUtf32(first, text[position++]);
    }
}
