namespace Typeset.OpenType.Tables;

/// <summary>The font header (OpenType, "head").</summary>
internal sealed record HeadTable(int UnitsPerEm, GlyphBounds Bounds, ushort MacStyle, bool HasLongOffsets)
{
    public static HeadTable Read(FontTable table)
    {
        var reader = table.Reader;
        reader.Skip(18); // versions, revision, checksum, magic number, flags
        var unitsPerEm = reader.U16();
        if (unitsPerEm is < 16 or > 16384) throw table.Broken($"{unitsPerEm} units per em are not between 16 and 16384");
        reader.Skip(16); // created, modified
        var bounds = new GlyphBounds(reader.I16(), reader.I16(), reader.I16(), reader.I16());
        var macStyle = reader.U16();
        reader.Skip(4); // lowestRecPPEM, fontDirectionHint
        return new HeadTable(unitsPerEm, bounds, macStyle, ReadOffsetFormat(ref reader));
    }

    private static bool ReadOffsetFormat(ref FontReader reader) => reader.I16() switch
    {
        0 => false,
        1 => true,
        var format => throw reader.Broken($"indexToLocFormat is {format}, not 0 or 1"),
    };
}
