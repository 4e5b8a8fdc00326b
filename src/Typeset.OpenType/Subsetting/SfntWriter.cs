using System.Buffers.Binary;
using System.Numerics;

namespace Typeset.OpenType.Subsetting;

/// <summary>Puts tables together to a TrueType file (OpenType, "Organization of an OpenType Font").</summary>
internal static class SfntWriter
{
    private const uint TrueTypeVersion = 0x00010000, ChecksumMagic = 0xB1B0AFBA;
    private const int HeaderSize = 12, EntrySize = 16, AdjustmentOffset = 8;

    /// <summary>The file; <c>head</c> among the tables must have a checksum adjustment of 0, which is set here.</summary>
    public static ReadOnlyMemory<byte> Assemble(List<(Tag Tag, ReadOnlyMemory<byte> Bytes)> tables)
    {
        tables.Sort(static (a, b) => a.Tag.CompareTo(b.Tag));
        var file = new FontWriter(HeaderSize + tables.Sum(static t => EntrySize + t.Bytes.Length + 3));
        WriteHeader(file, tables.Count);
        var (offset, head) = (HeaderSize + EntrySize * tables.Count, 0);
        foreach (var (tag, bytes) in tables)
        {
            if (tag == Tag.Head) head = offset;
            WriteEntry(file, tag, bytes, offset);
            offset += (bytes.Length + 3) & ~3;
        }

        foreach (var (_, bytes) in tables)
        {
            file.Bytes(bytes.Span);
            file.Align(4);
        }

        file.SetU32(head + AdjustmentOffset, ChecksumMagic - Checksum(file.Written));
        return file.ToMemory();
    }

    private static void WriteHeader(FontWriter file, int tableCount)
    {
        var selector = BitOperations.Log2((uint)tableCount);
        file.U32(TrueTypeVersion);
        file.U16(tableCount);
        file.U16(EntrySize << selector);
        file.U16(selector);
        file.U16(EntrySize * tableCount - (EntrySize << selector));
    }

    private static void WriteEntry(FontWriter file, Tag tag, ReadOnlyMemory<byte> bytes, int offset)
    {
        file.U32(tag.Value);
        file.U32(Checksum(bytes.Span));
        file.U32((uint)offset);
        file.U32((uint)bytes.Length);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (; bytes.Length >= 4; bytes = bytes[4..]) sum += BinaryPrimitives.ReadUInt32BigEndian(bytes);
        Span<byte> rest = stackalloc byte[4];
        rest.Clear();
        bytes.CopyTo(rest);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(rest);
    }
}
