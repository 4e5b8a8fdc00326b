namespace Typeset.OpenType.Tables;

/// <summary>Where the tables of one face lie in its file (OpenType, "Table Directory" and "TTC Header").</summary>
internal sealed class TableDirectory
{
    private static readonly Tag Sfnt = Tag.Parse("sfnt");
    private static readonly Tag Collection = Tag.Parse("ttcf");
    private static readonly Tag TrueTypeOutlines = new(0x00010000);
    private static readonly Tag AppleTrueType = Tag.Parse("true");
    private static readonly Tag CffOutlines = Tag.Parse("OTTO");

    private readonly record struct Entry(Tag Tag, int Offset, int Length);

    private readonly ReadOnlyMemory<byte> _file;
    private readonly string _font;
    private readonly Entry[] _entries;

    private TableDirectory(ReadOnlyMemory<byte> file, string font, Entry[] entries)
    {
        _file = file;
        _font = font;
        _entries = entries;
    }

    /// <summary>How many faces the file holds: 1, or what its collection header says.</summary>
    public static int CountFaces(ReadOnlyMemory<byte> file)
    {
        var reader = new FontReader(file.Span, Sfnt);
        return reader.Tag() == Collection ? CollectionCount(ref reader) : 1;
    }

    public static TableDirectory Read(ReadOnlyMemory<byte> file, int collectionIndex, string font)
    {
        var reader = new FontReader(file.Span, Sfnt, font);
        reader.SeekTo(FaceOffset(ref reader, collectionIndex));
        var version = reader.Tag();
        if (version != TrueTypeOutlines && version != AppleTrueType && version != CffOutlines)
            throw reader.Broken($"“{version}” is no TrueType or OpenType font");
        return new TableDirectory(file, font, ReadEntries(ref reader));
    }

    public bool TryGet(Tag tag, out FontTable table)
    {
        foreach (var entry in _entries)
        {
            if (entry.Tag != tag) continue;
            table = new FontTable(_file.Slice(entry.Offset, entry.Length), tag, _font);
            return true;
        }

        table = default;
        return false;
    }

    public FontTable Get(Tag tag) => TryGet(tag, out var table) ? table : throw new FontFormatException(tag, "the font has no such table", _font);

    private static long FaceOffset(ref FontReader reader, int collectionIndex)
    {
        if (reader.Tag() != Collection)
            return collectionIndex == 0 ? 0 : throw reader.Broken($"the file holds one face, there is no face {collectionIndex}");
        var count = CollectionCount(ref reader);
        if ((uint)collectionIndex >= (uint)count) throw reader.Broken($"the collection holds {count} faces, there is no face {collectionIndex}");
        reader.Skip(4 * collectionIndex);
        return reader.U32();
    }

    private static int CollectionCount(ref FontReader reader)
    {
        reader.Skip(4); // version
        var count = reader.U32();
        return count <= reader.Remaining / 4 ? (int)count : throw reader.Broken($"the collection says it holds {count} faces, which do not fit the file");
    }

    private static Entry[] ReadEntries(ref FontReader reader)
    {
        var count = reader.U16();
        reader.Skip(6); // searchRange, entrySelector, rangeShift
        if (count > reader.Remaining / 16) throw reader.Broken($"the file ends within its directory of {count} tables");
        var entries = new Entry[count];
        for (var i = 0; i < count; i++) entries[i] = ReadEntry(ref reader);
        return entries;
    }

    private static Entry ReadEntry(ref FontReader reader)
    {
        var tag = reader.Tag();
        reader.Skip(4); // checksum
        var (offset, length) = (reader.U32(), reader.U32());
        if ((ulong)offset + length > (ulong)reader.Length)
            throw new FontFormatException(tag, $"the table ends at byte {(ulong)offset + length}, the file already at {reader.Length}: the file is cut or damaged", reader.Font);
        return new Entry(tag, (int)offset, (int)length);
    }
}
