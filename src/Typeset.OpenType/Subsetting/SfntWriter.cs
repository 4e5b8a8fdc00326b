using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Typeset.OpenType.Subsetting;

/// <summary>A table to be written.</summary>
internal readonly record struct SfntTable(Tag Tag, ReadOnlyMemory<byte> Bytes);

/// <summary>Puts tables together to a TrueType file (OpenType, "Organization of an OpenType Font").</summary>
internal static class SfntWriter
{
    private const uint TrueTypeVersion = 0x00010000, ChecksumMagic = 0xB1B0AFBA;
    private const int HeaderSize = 12, EntrySize = 16, AdjustmentOffset = 8, Word = 4;

    /// <summary>The file; <c>head</c> among the tables must have a checksum adjustment of 0, which is set here.</summary>
    /// <param name="tables">The tables, which follow each other as given; the directory has them by their tags.</param>
    public static FontWriter Assemble(IReadOnlyList<SfntTable> tables)
    {
        var directorySize = HeaderSize + EntrySize * tables.Count;
        var file = new FontWriter(directorySize + SizeOf(tables));
        var entries = PlacesOf(tables, directorySize);
        WriteHeader(file, entries.Length);
        foreach (var entry in entries.OrderBy(static entry => entry.Tag)) WriteEntry(file, entry);
        var sum = Checksum(file.Written) + entries.Aggregate(0u, static (sum, entry) => sum + entry.Checksum);
        foreach (var table in tables)
        {
            file.Bytes(table.Bytes.Span);
            file.Align(Word);
        }

        file.SetU32(entries.First(static entry => entry.Tag == Tag.Head).Offset + AdjustmentOffset, ChecksumMagic - sum);
        return file;
    }

    /// <summary>The bytes that tables take, one behind the other.</summary>
    public static int SizeOf(IEnumerable<SfntTable> tables) => tables.Sum(static table => Padded(table.Bytes.Length));

    /// <summary>Tables begin at whole words.</summary>
    private static int Padded(int length) => (length + Word - 1) / Word * Word;

    private static void WriteHeader(FontWriter directory, int tableCount)
    {
        var selector = BitOperations.Log2((uint)tableCount);
        directory.U32(TrueTypeVersion);
        directory.U16(tableCount);
        directory.U16(EntrySize << selector);
        directory.U16(selector);
        directory.U16(EntrySize * tableCount - (EntrySize << selector));
    }

    private static Entry[] PlacesOf(IReadOnlyList<SfntTable> tables, int offset)
    {
        var entries = new Entry[tables.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var (tag, bytes) = tables[i];
            entries[i] = new(tag, Checksum(bytes.Span), offset, bytes.Length);
            offset += Padded(bytes.Length);
        }

        return entries;
    }

    private static void WriteEntry(FontWriter directory, in Entry entry)
    {
        directory.U32(entry.Tag.Value);
        directory.U32(entry.Checksum);
        directory.U32((uint)entry.Offset);
        directory.U32((uint)entry.Length);
    }

    private readonly record struct Entry(Tag Tag, uint Checksum, int Offset, int Length);

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
