using System.Buffers.Binary;

namespace Typeset.Pdf.Objects;

/// <summary>
/// A 128-bit fingerprint of bytes, the same on every machine, for file identifiers (ISO 32000-1 §14.4) and subset tags. It tells contents
/// apart; it is no protection against someone who wants two files to look alike.
/// </summary>
/// <remarks>Two lanes of multiply-and-fold over 64-bit words, as in wyhash; no library of ciphers is loaded for it.</remarks>
internal sealed class ContentHash
{
    private const ulong FirstKey = 0xA0761D6478BD642F;
    private const ulong SecondKey = 0xE7037ED1A0B428DB;

    private readonly byte[] _pending = new byte[16];
    private int _pendingCount;
    private ulong _first = 0x8EBC6AF09C88C6E3;
    private ulong _second = 0x589965CC75374CC3;
    private ulong _length;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = new ContentHash();
        hash.Append(bytes);
        Span<byte> result = stackalloc byte[16];
        hash.Finish(result);
        return BinaryPrimitives.ReadUInt64LittleEndian(result);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _length += (ulong)bytes.Length;
        if (_pendingCount > 0)
        {
            var taken = Math.Min(16 - _pendingCount, bytes.Length);
            bytes[..taken].CopyTo(_pending.AsSpan(_pendingCount));
            _pendingCount += taken;
            bytes = bytes[taken..];
            if (_pendingCount < 16) return;
            Mix(_pending);
        }

        for (; bytes.Length >= 16; bytes = bytes[16..]) Mix(bytes);
        bytes.CopyTo(_pending);
        _pendingCount = bytes.Length;
    }

    /// <summary>Writes the 16 bytes of the fingerprint; nothing may be appended after it.</summary>
    public void Finish(Span<byte> result)
    {
        _pending.AsSpan(_pendingCount).Clear();
        Mix(_pending);
        BinaryPrimitives.WriteUInt64LittleEndian(result, Fold(_first ^ _length, _second ^ FirstKey));
        BinaryPrimitives.WriteUInt64LittleEndian(result[8..], Fold(_second ^ _length, _first ^ SecondKey));
    }

    /// <summary>The fingerprint of what was appended so far, in hexadecimal; more may be appended after it.</summary>
    public string SoFar()
    {
        var copy = new ContentHash { _pendingCount = _pendingCount, _first = _first, _second = _second, _length = _length };
        _pending.CopyTo(copy._pending, 0);
        Span<byte> result = stackalloc byte[16];
        copy.Finish(result);
        return Convert.ToHexString(result);
    }

    private void Mix(ReadOnlySpan<byte> block)
    {
        var low = BinaryPrimitives.ReadUInt64LittleEndian(block);
        var high = BinaryPrimitives.ReadUInt64LittleEndian(block[8..]);
        _first = Fold(low ^ FirstKey, high ^ _first);
        _second = Fold(high ^ SecondKey, low ^ _second) + _first;
    }

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
