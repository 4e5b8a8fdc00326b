using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Typeset.OpenType.Subsetting;

/// <summary>Puts tables together to a TrueType file (OpenType, "Organization of an OpenType Font").</summary>
internal static class SfntWriter
{
    private const uint TrueTypeVersion = 0x00010000, ChecksumMagic = 0xB1B0AFBA;
    private const int HeaderSize = 12, EntrySize = 16, AdjustmentOffset = 8;

    /// <summary>The file; <c>head</c> among the tables must have a checksum adjustment of 0, which is set here.</summary>
    public static byte[] Assemble(List<(Tag Tag, ReadOnlyMemory<byte> Bytes)> tables)
    {
        tables.Sort(static (a, b) => a.Tag.CompareTo(b.Tag));
        var directorySize = HeaderSize + EntrySize * tables.Count;
        var directory = new FontWriter(directorySize);
        WriteHeader(directory, tables.Count);
        var file = new byte[directorySize + tables.Sum(static table => Padded(table.Bytes.Length))];
        var (offset, head, sum) = (directorySize, 0, 0u);
        foreach (var (tag, bytes) in tables)
        {
            if (tag == Tag.Head) head = offset;
            var checksum = Checksum(bytes.Span);
            WriteEntry(directory, tag, checksum, (offset, bytes.Length));
            bytes.Span.CopyTo(file.AsSpan(offset));
            (offset, sum) = (offset + Padded(bytes.Length), sum + checksum);
        }

        directory.Written.CopyTo(file);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + AdjustmentOffset), ChecksumMagic - (sum + Checksum(directory.Written)));
        return file;
    }

    /// <summary>Tables begin at whole words.</summary>
    private static int Padded(int length) => (length + 3) & ~3;

    private static void WriteHeader(FontWriter directory, int tableCount)
    {
        var selector = BitOperations.Log2((uint)tableCount);
        directory.U32(TrueTypeVersion);
        directory.U16(tableCount);
        directory.U16(EntrySize << selector);
        directory.U16(selector);
        directory.U16(EntrySize * tableCount - (EntrySize << selector));
    }

    private static void WriteEntry(FontWriter directory, Tag tag, uint checksum, (int Offset, int Length) place)
    {
        directory.U32(tag.Value);
        directory.U32(checksum);
        directory.U32((uint)place.Offset);
        directory.U32((uint)place.Length);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        foreach (var word in MemoryMarshal.Cast<byte, uint>(bytes)) sum += BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word;
        Span<byte> rest = stackalloc byte[4];
        rest.Clear();
        bytes[(bytes.Length & ~3)..].CopyTo(rest);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(rest);
    }
}
