using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Typeset.OpenType;

/// <summary>
/// Reads big-endian values out of one table and owns every bounds check: whatever lies outside the table is a
/// <see cref="FontFormatException"/>. Offsets are from the table's start.
/// </summary>
public ref struct FontReader
{
    private readonly ReadOnlySpan<byte> _data;

    public FontReader(ReadOnlySpan<byte> data, Tag table, string font = "")
    {
        _data = data;
        Table = table;
        Font = font;
    }

    /// <summary>The table read, for messages.</summary>
    public Tag Table { get; }

    /// <summary>What messages call the font; may be empty.</summary>
    public string Font { get; }

    /// <summary>The offset of the next value.</summary>
    public int Position { get; private set; }

    public readonly int Length => _data.Length;
    public readonly int Remaining => _data.Length - Position;

    public byte U8() => _data[Take(1)];
    public sbyte I8() => (sbyte)_data[Take(1)];
    public ushort U16() => BinaryPrimitives.ReadUInt16BigEndian(_data[Take(2)..]);
    public short I16() => BinaryPrimitives.ReadInt16BigEndian(_data[Take(2)..]);
    public uint U32() => BinaryPrimitives.ReadUInt32BigEndian(_data[Take(4)..]);
    public int I32() => BinaryPrimitives.ReadInt32BigEndian(_data[Take(4)..]);
    public int U24() => U8() << 16 | U16();
    public Tag Tag() => new(U32());

    /// <summary>A signed 16.16 number.</summary>
    public double Fixed() => I32() / 65536.0;

    /// <summary>A signed 2.14 number.</summary>
    public double F2Dot14() => I16() / 16384.0;

    public readonly byte U8At(int offset) => _data[Check(offset, 1)];
    public readonly ushort U16At(int offset) => BinaryPrimitives.ReadUInt16BigEndian(_data[Check(offset, 2)..]);
    public readonly short I16At(int offset) => BinaryPrimitives.ReadInt16BigEndian(_data[Check(offset, 2)..]);
    public readonly uint U32At(int offset) => BinaryPrimitives.ReadUInt32BigEndian(_data[Check(offset, 4)..]);

    /// <summary>The next <paramref name="count"/> bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int count) => _data.Slice(Take(count), count);

    public void Skip(int count) => Take(count);

    /// <summary>Goes to an offset, at most the table's end.</summary>
    public void SeekTo(long offset) => Position = Check(offset, 0);

    /// <summary>A reader over part of this table; its offsets start anew.</summary>
    public readonly FontReader Slice(long offset, long length) => new(_data.Slice(Check(offset, length), (int)length), Table, Font);

    /// <summary>A reader from an offset to the table's end; its offsets start anew.</summary>
    public readonly FontReader SliceFrom(long offset) => new(_data[Check(offset, 0)..], Table, Font);

    /// <summary>The table is broken in a way the reader's caller found.</summary>
    public readonly FontFormatException Broken(string problem) => new(Table, problem, Font);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Take(int count)
    {
        var at = Check(Position, count);
        Position = at + count;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Check(long offset, long count)
    {
        if ((ulong)offset > (ulong)_data.Length || (ulong)count > (ulong)(_data.Length - offset)) ThrowOutside(offset, count);
        return (int)offset;
    }

    [DoesNotReturn]
    private readonly void ThrowOutside(long offset, long count) =>
        throw Broken($"{count} bytes at offset {offset} lie outside the table's {_data.Length} bytes");
}
