using System.Buffers;
using System.Buffers.Binary;

namespace Typeset.OpenType.Subsetting;

/// <summary>
/// Writes big-endian values into bytes that grow; the counterpart of <see cref="FontReader"/>. Disposed of, it gives its bytes to the next writer; one whose
/// bytes are to be kept is left to the collector.
/// </summary>
internal sealed class FontWriter(int capacity = 256) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 16));

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Begins anew.</summary>
    public void Clear() => Length = 0;

    public Memory<byte> ToMemory() => _bytes.AsMemory(0, Length);

    public void U8(int value) => Take(1)[0] = (byte)value;

    public void U16(int value) => BinaryPrimitives.WriteUInt16BigEndian(Take(2), (ushort)value);

    public void U32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Take(4), value);

    /// <summary>An unsigned integer of one to four bytes.</summary>
    public void Unsigned(uint value, int size)
    {
        var bytes = Take(size);
        for (var i = size - 1; i >= 0; i--, value >>= 8) bytes[i] = (byte)value;
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Fills up with zeros to a multiple of <paramref name="unit"/>.</summary>
    public void Align(int unit) => Take((unit - Length % unit) % unit).Clear();

    public void SetU16(int offset, int value) => BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(offset), (ushort)value);

    public void SetU32(int offset, uint value) => BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(offset), value);

    /// <summary>Overwrites what was written before.</summary>
    public void SetBytes(int offset, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes.AsSpan(offset, Length - offset));

    /// <summary>Room for the next bytes, which the caller fills.</summary>
    public Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length) Grow(Length + count);
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, needed));
        Written.CopyTo(larger);
        Dispose();
        _bytes = larger;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }
}
