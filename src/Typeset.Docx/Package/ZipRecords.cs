using System.Buffers.Binary;
using System.Text;

namespace Typeset.Docx.Package;

/// <summary>How an entry's bytes stand in a ZIP file: as they are, or deflated; a package may have both (ECMA-376 part 2, annex B).</summary>
internal enum ZipMethod : ushort { Stored = 0, Deflated = 8 }

/// <summary>An entry of a ZIP file, how many bytes it takes there and has, and where its local header stands.</summary>
internal readonly record struct ZipEntry(string Name, uint Checksum, uint PackedSize, uint Size, uint Offset, ZipMethod Method = ZipMethod.Deflated);

/// <summary>The records of a ZIP file (ECMA-376 part 2, annex B; APPNOTE 6.3.3, §4.3), without descriptors, comments or extra fields.</summary>
internal static class ZipRecords
{
    private const uint LocalHeader = 0x04034b50, CentralHeader = 0x02014b50, EndOfDirectory = 0x06054b50;
    private const ushort Version = 20;

    /// <summary>The earliest date that a ZIP can hold: 1 January 1980.</summary>
    private const ushort EarliestDate = 1 << 5 | 1;

    /// <summary>What stands before an entry's data.</summary>
    public static byte[] Local(in ZipEntry entry)
    {
        var record = new Record(30 + entry.Name.Length);
        record.U32(LocalHeader);
        record.U16(Version);
        AddCommon(ref record, entry);
        record.Text(entry.Name);
        return record.Bytes;
    }

    /// <summary>An entry in the directory at the end.</summary>
    public static byte[] Central(in ZipEntry entry)
    {
        var record = new Record(46 + entry.Name.Length);
        record.U32(CentralHeader);
        record.U16(Version); // made by, on no system of note
        record.U16(Version);
        AddCommon(ref record, entry);
        record.Skip(10); // comment, disk, attributes
        record.U32(entry.Offset);
        record.Text(entry.Name);
        return record.Bytes;
    }

    /// <summary>The end of the file.</summary>
    public static byte[] End(int entries, uint directorySize, uint directoryOffset)
    {
        var record = new Record(22);
        record.U32(EndOfDirectory);
        record.Skip(4); // disks
        record.U16((ushort)entries);
        record.U16((ushort)entries);
        record.U32(directorySize);
        record.U32(directoryOffset);
        return record.Bytes;
    }

    private static void AddCommon(ref Record record, in ZipEntry entry)
    {
        record.Skip(2); // flags: names are ASCII, sizes are known
        record.U16((ushort)entry.Method);
        record.Skip(2); // midnight
        record.U16(EarliestDate);
        record.U32(entry.Checksum);
        record.U32(entry.PackedSize);
        record.U32(entry.Size);
        record.U16((ushort)entry.Name.Length);
        record.Skip(2); // extra field
    }

    /// <summary>Little-endian fields, one behind the other; what is skipped is zero.</summary>
    private ref struct Record(int size)
    {
        private int _at;

        public byte[] Bytes { get; } = new byte[size];

        public void Skip(int count) => _at += count;

        public void U16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), value);

        public void U32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

        public void Text(string ascii) => Encoding.ASCII.GetBytes(ascii, Take(ascii.Length));

        private Span<byte> Take(int count) => Bytes.AsSpan((_at += count) - count, count);
    }
}
