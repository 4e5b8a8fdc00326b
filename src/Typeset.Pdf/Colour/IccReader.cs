using System.Buffers.Binary;

namespace Typeset.Pdf.Colour;

/// <summary>Reads a profile's bytes at any place; whoever reads outside gets an <see cref="IccFormatException"/>.</summary>
internal readonly ref struct IccReader(ReadOnlySpan<byte> bytes, string what)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Length => _bytes.Length;

    public ReadOnlySpan<byte> Take(long at, long count)
    {
        if (at < 0 || count < 0 || at > _bytes.Length || count > _bytes.Length - at) throw new IccFormatException($"its {what} ends too early");
        return _bytes.Slice((int)at, (int)count);
    }

    public byte Byte(long at) => Take(at, 1)[0];

    public ushort UInt16(long at) => BinaryPrimitives.ReadUInt16BigEndian(Take(at, 2));

    public uint UInt32(long at) => BinaryPrimitives.ReadUInt32BigEndian(Take(at, 4));

    /// <summary>s15Fixed16Number.</summary>
    public double Fixed(long at) => BinaryPrimitives.ReadInt32BigEndian(Take(at, 4)) / 65536.0;

    public string Signature(long at) => System.Text.Encoding.Latin1.GetString(Take(at, 4));
}
