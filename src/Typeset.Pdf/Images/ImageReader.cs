using System.Buffers.Binary;

namespace Typeset.Pdf.Images;

/// <summary>Reads an image file's bytes from front to back; whoever reads past the end gets an <see cref="ImageFormatException"/>.</summary>
internal ref struct ImageReader(ReadOnlySpan<byte> bytes, string format)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public readonly int Remaining => _bytes.Length - Position;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > Remaining) throw new ImageFormatException($"the {format} file ends too early");
        var taken = _bytes.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }
}
