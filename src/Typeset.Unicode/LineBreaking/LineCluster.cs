namespace Typeset.Unicode;

/// <summary>A character with the marks that LB9 joins to it, as the rules see it; outside the text, an edge.</summary>
/// <param name="Value">The value of <see cref="LineUnitTable"/> for the character.</param>
/// <param name="EndsInJoiner">Whether U+200D comes last, which holds what follows (LB8a).</param>
/// <param name="End">The index of the UTF-16 unit behind it.</param>
internal readonly record struct LineCluster(byte Value, bool EndsInJoiner, int End)
{
    private const byte UnitBits = 0x3F;
    private const byte EastAsianBit = 0x40;
    private const byte UnassignedPictographBit = 0x80;

    /// <summary>The unit of what lies before the text or behind it; no character has it.</summary>
    public const LineUnit EdgeUnit = (LineUnit)UnitBits;

    /// <summary>What lies before the text or behind it.</summary>
    public static LineCluster Edge => new(UnitBits, false, 0);

    public LineUnit Unit => (LineUnit)(Value & UnitBits);

    /// <summary>Whether East_Asian_Width is F, W or H.</summary>
    public bool IsEastAsian => (Value & EastAsianBit) != 0;

    /// <summary>Whether a later version may make a pictograph of the code point (LB30b).</summary>
    public bool IsUnassignedPictograph => (Value & UnassignedPictographBit) != 0;

    public bool IsEdge => Unit == EdgeUnit;

    public bool Is(ulong units) => ((units >> (int)Unit) & 1) != 0;

    /// <summary>The value of a character of another unit that is otherwise alike.</summary>
    public static byte WithUnit(byte value, LineUnit unit) => (byte)((value & EastAsianBit) | (byte)unit);

    /// <summary>The unit of a single character's value.</summary>
    public static LineUnit UnitOf(byte value) => (LineUnit)(value & UnitBits);
}
