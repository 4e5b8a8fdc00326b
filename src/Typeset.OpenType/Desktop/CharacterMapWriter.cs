using Typeset.OpenType.Subsetting;

namespace Typeset.OpenType.Desktop;

/// <summary>Writes a character map: format 4 for the basic plane and, where there is more, format 12 for all (OpenType, "cmap").</summary>
internal static class CharacterMapWriter
{
    private const int UnicodePlatform = 0, WindowsPlatform = 3, HeaderSize = 4, RecordSize = 8;

    /// <summary>Where the basic plane does not fit format 4, whose length is two bytes, format 12 stands alone.</summary>
    public static ReadOnlyMemory<byte> Write(ReadOnlySpan<CharacterGlyph> map)
    {
        var (basicCount, isBasic) = (0, map.IsEmpty || map[^1].Code <= 0xFFFF);
        while (basicCount < map.Length && map[basicCount].Code < 0xFFFF) basicCount++;
        var basic = SegmentMapWriter.Write(map[..basicCount]);
        var full = basic is null || !isBasic ? WriteGroups(map) : null;
        return Assemble([(UnicodePlatform, 3, basic), (UnicodePlatform, 4, full), (WindowsPlatform, 1, basic), (WindowsPlatform, 10, full)]);
    }

    private static ReadOnlyMemory<byte> Assemble((int Platform, int Encoding, FontWriter? Subtable)[] records)
    {
        records = [.. records.Where(static record => record.Subtable is not null)];
        var subtables = records.Select(static record => record.Subtable!).Distinct().ToArray();
        var writer = new FontWriter(HeaderSize + RecordSize * records.Length + subtables.Sum(static subtable => subtable.Length));
        writer.U16(0); // version
        writer.U16(records.Length);
        foreach (var (platform, encoding, subtable) in records)
        {
            writer.U16(platform);
            writer.U16(encoding);
            writer.U32((uint)(HeaderSize + RecordSize * records.Length + subtables.TakeWhile(other => other != subtable).Sum(static other => other.Length)));
        }

        foreach (var subtable in subtables) writer.Bytes(subtable.Written);
        return writer.ToMemory();
    }

    private static FontWriter WriteGroups(ReadOnlySpan<CharacterGlyph> map)
    {
        var writer = new FontWriter(16 + 12 * map.Length);
        writer.U16(12);
        writer.U16(0);
        writer.U32(0); // length and
        writer.U32(0); // language
        writer.U32(0); // number of groups
        var (first, last, glyph) = (-2, -2, -2);
        foreach (var (code, number) in map)
        {
            if (code != last + 1 || number != glyph + (code - first))
            {
                (first, glyph) = (code, number);
                foreach (var value in (ReadOnlySpan<int>)[code, code, number]) writer.U32((uint)value);
            }

            writer.SetU32(writer.Length - 8, (uint)code);
            last = code;
        }

        writer.SetU32(4, (uint)writer.Length);
        writer.SetU32(12, (uint)(writer.Length - 16) / 12);
        return writer;
    }
}
