using Typeset.Shaping.Normalization;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Runs;

/// <summary>What is known of the character behind a glyph.</summary>
[Flags]
internal enum CharacterTraits : byte
{
    None = 0,

    /// <summary>Default_Ignorable: shows nothing, and lookups pass over it.</summary>
    Ignorable = 1,

    /// <summary>Ignorable, but lookups see it (variation selectors of Mongolian, tags, CGJ that keeps marks apart).</summary>
    Hidden = 2,
    NonJoiner = 4,
    Joiner = 8,

    /// <summary>General category M.</summary>
    Mark = 16,

    /// <summary>General category Mn.</summary>
    NonspacingMark = 32,

    /// <summary>Belongs to the cluster of the character before.</summary>
    Continuation = 64,
}

/// <summary>What lookups have done to a glyph.</summary>
[Flags]
internal enum GlyphHistory : byte
{
    None = 0,
    Substituted = 1,
    Ligated = 2,
    Multiplied = 4,
}

/// <summary>The features that only some characters of a run take part in: the parts of a fraction around U+2044.</summary>
[Flags]
internal enum FeatureMask : byte
{
    None = 0,
    Global = 1,
    Fraction = 2,
    Numerator = 4,
    Denominator = 8,
}

/// <summary>One glyph on its way through the lookups. Lengths are in font units; x to the right, y upwards.</summary>
internal struct BufferGlyph
{
    public int CodePoint;
    public int Cluster;
    public ushort Glyph;
    public CharacterTraits Traits;
    public byte CombiningClass;
    public FeatureMask Mask;
    public GlyphKind Kind;
    public byte MarkClass;
    public GlyphHistory History;

    /// <summary>Number of the ligature it is or stands on, 0 for none.</summary>
    public byte LigatureId;

    /// <summary>The component of the ligature that it stands on, from 1; 0 where it is the ligature itself.</summary>
    public byte Component;

    /// <summary>How many components the ligature has; 1 for other glyphs.</summary>
    public byte ComponentCount;
    public SpaceKind Space;

    public int Advance;
    public int XOffset;
    public int YOffset;

    /// <summary>How many glyphs back the glyph is that this mark is attached to; 0 for none.</summary>
    public int AttachedBack;

    public readonly bool IsMark => (Kind & GlyphKind.Mark) != 0;

    /// <summary>Whether a font is not asked for it and no lookup has made something of it.</summary>
    public readonly bool IsIgnorable => (Traits & CharacterTraits.Ignorable) != 0 && (History & GlyphHistory.Substituted) == 0;
}
