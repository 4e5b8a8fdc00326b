using Typeset.Shaping.Lookups;

namespace Typeset.Shaping.Tables;

/// <summary>Reads a subtable of a lookup type; the types are GSUB's or GPOS's.</summary>
internal delegate Subtable LookupReader(int type, TableBytes bytes);

/// <summary>Which glyphs a lookup leaves out of account (OpenType 1.9.1 LookupFlag).</summary>
/// <param name="IgnoredKinds">Kinds of glyphs passed over.</param>
/// <param name="MarkClass">Marks of any other attachment class are passed over; 0 for no such rule.</param>
/// <param name="MarkSet">Marks not in this GDEF mark set are passed over; −1 for no such rule.</param>
internal readonly record struct LookupFlags(GlyphKind IgnoredKinds, byte MarkClass, int MarkSet)
{
    public static readonly LookupFlags IgnoreMarks = new(GlyphKind.Mark, 0, -1);
}

/// <summary>One lookup: its flags and its subtables, of which the first that applies to a glyph does.</summary>
internal sealed class Lookup
{
    private const int IgnoredKindsMask = 0x0E;
    private const int UsesMarkSet = 0x10;

    private GlyphSet? _starters;

    public Lookup(TableBytes bytes, LookupReader readSubtable)
    {
        var type = bytes.U16(0);
        var flags = bytes.U16(2);
        Subtables = new Subtable[bytes.U16(4)];
        bytes.Spend(Subtables.Length);
        for (var i = 0; i < Subtables.Length; i++) Subtables[i] = readSubtable(type, bytes.Follow(6 + i * 2));
        var markSet = (flags & UsesMarkSet) != 0 ? bytes.U16(6 + Subtables.Length * 2) : -1;
        Flags = new LookupFlags((GlyphKind)(flags & IgnoredKindsMask), (byte)(flags >> 8), markSet);
    }

    public LookupFlags Flags { get; }
    public Subtable[] Subtables { get; }

    /// <summary>The glyphs at which it may do something.</summary>
    public GlyphSet Starters => _starters ??= CollectStarters();

    /// <summary>Whether it looks at one glyph alone and leaves one glyph.</summary>
    public bool IsSingle => Array.TrueForAll(Subtables, static subtable => subtable is SingleSubstitution or SingleAdjustment);

    public bool IsReverse => Array.Exists(Subtables, static subtable => subtable is ReverseSubstitution);

    private GlyphSet CollectStarters()
    {
        var set = new GlyphSet();
        foreach (var subtable in Subtables) subtable.CollectStarters(set);
        return set;
    }
}
