namespace Typeset.Shaping.Tables;

/// <summary>What kind of glyph it is; the values are the bits by which lookup flags leave glyphs out.</summary>
[Flags]
internal enum GlyphKind : byte
{
    None = 0,
    Base = 0x02,
    Ligature = 0x04,
    Mark = 0x08,
}

/// <summary>The GDEF table: kinds of glyphs, attachment classes of marks, mark sets (OpenType 1.9.1 GDEF).</summary>
internal sealed class GlyphDefinitions
{
    private readonly byte[]? _kinds;
    private readonly ClassDefinition? _markClasses;
    private readonly Coverage?[] _markSets = [];

    public GlyphDefinitions(TableBytes bytes)
    {
        if (bytes.U16(0) != 1) throw bytes.Broken($"version {bytes.U16(0)} is unknown");
        if (bytes.Leads(4)) _kinds = new ClassDefinition(bytes.Follow(4)).Spread();
        if (bytes.Leads(10)) _markClasses = new ClassDefinition(bytes.Follow(10));
        if (bytes.U16(2) >= 2 && bytes.Leads(12)) _markSets = ReadMarkSets(bytes.Follow(12));
    }

    /// <summary>Whether kinds come from the font; else they are guessed from the characters.</summary>
    public bool HasKinds => _kinds is not null;

    public GlyphKind KindOf(int glyph)
    {
        if (_kinds is null || glyph >= _kinds.Length) return GlyphKind.None;
        return _kinds[glyph] switch
        {
            1 => GlyphKind.Base,
            2 => GlyphKind.Ligature,
            3 => GlyphKind.Mark,
            _ => GlyphKind.None,
        };
    }

    public byte MarkClassOf(int glyph) => (byte)(_markClasses?.ClassOf(glyph) ?? 0);

    public bool MarkSetHas(int set, int glyph) => set < _markSets.Length && (_markSets[set]?.Contains(glyph) ?? false);

    private static Coverage?[] ReadMarkSets(TableBytes bytes)
    {
        var sets = new Coverage?[bytes.U16(2)];
        bytes.Require(4, sets.Length * 4L);
        for (var i = 0; i < sets.Length; i++)
        {
            var offset = bytes.U32(4 + i * 4);
            if (offset != 0) sets[i] = new Coverage(bytes.From(offset));
        }

        return sets;
    }
}
