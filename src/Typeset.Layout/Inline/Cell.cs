using Typeset.Core;

namespace Typeset.Layout.Inline;

/// <summary>What the line rules have settled of a cell.</summary>
[Flags]
internal enum CellTraits : byte
{
    None = 0,

    /// <summary>A line may end after it.</summary>
    BreakAfter = 1,

    /// <summary>A line ends after it.</summary>
    MustBreakAfter = 2,

    /// <summary>May hang past the measure: ，。、；：？！.</summary>
    Hangs = 4,

    /// <summary>May be squeezed to let a line fit.</summary>
    Squeezes = 8,

    /// <summary>Nothing comes between it and the next: —— …… and a note mark's base.</summary>
    RigidAfter = 16,

    /// <summary>Its end is where a URL that is too long for a line may be parted.</summary>
    UrlPoint = 32,
}

/// <summary>
/// The smallest thing that a line is made of: one grapheme cluster, or one ligature, with its glyphs. Lengths are raw units
/// (1/65536 pt), the text index counts UTF-16 units of the paragraph.
/// </summary>
internal struct Cell
{
    public int Start;
    public int FirstGlyph;

    /// <summary>Advance without tracking.</summary>
    public int Width;

    /// <summary>Space before it where it does not begin a line: the Han–Latin gap.</summary>
    public int Gap;

    /// <summary>Space after it where it does not end a line: the style's tracking.</summary>
    public int Tracking;

    /// <summary>From the cell's left edge to its first glyph's origin.</summary>
    public int Inset;

    public ushort GlyphCount;
    public ushort Segment;
    public CharacterKind Kind;
    public CellTraits Traits;

    public readonly bool Has(CellTraits trait) => (Traits & trait) != 0;
}
