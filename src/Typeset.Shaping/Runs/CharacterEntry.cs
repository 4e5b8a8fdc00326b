namespace Typeset.Shaping.Runs;

/// <summary>
/// What a character comes to under a plan, in one word so that it is written and read whole: bits 0–7 flags, 8–23 glyph,
/// 24–39 advance, 40–51 and 52–63 offsets, in font units; x to the right, y upwards.
/// </summary>
internal readonly record struct CharacterEntry(ulong Bits)
{
    private const int Known = 1;
    private const int Missing = 2;
    private const int Involved = 4;
    private const int Starter = 8;
    private const int Attached = 16;
    private const int Whole = 32;

    /// <summary>The face has no way to show it.</summary>
    public static readonly CharacterEntry Absent = new(Known | Missing | Involved);

    /// <summary>Only the full way of shaping will do.</summary>
    public static readonly CharacterEntry Full = new(Known | Involved | Starter);

    /// <summary>A mark or an ignorable character: goes the full way with the character before it.</summary>
    public static readonly CharacterEntry Attaching = new(Known | Involved | Starter | Attached);

    /// <summary>The whole run goes the full way.</summary>
    public static readonly CharacterEntry Spreading = new(Known | Involved | Starter | Whole);

    public bool IsKnown => (Bits & Known) != 0;
    public bool IsMissing => (Bits & Missing) != 0;

    /// <summary>Neighbours matter to it, or it to them.</summary>
    public bool IsInvolved => (Bits & Involved) != 0;

    /// <summary>A lookup may begin at it.</summary>
    public bool Starts => (Bits & Starter) != 0;
    public bool Attaches => (Bits & Attached) != 0;
    public bool Spreads => (Bits & Whole) != 0;

    /// <summary>Known, there, and alone: the most common case, in one comparison.</summary>
    public bool IsPlain => (Bits & (Known | Missing | Involved)) == Known;

    public ushort Glyph => (ushort)(Bits >> 8);
    public int Advance => (short)(Bits >> 24);
    public int XOffset => (int)((long)(Bits << 12) >> 52);
    public int YOffset => (int)((long)Bits >> 52);

    /// <summary>An entry for a glyph that keeps its place; the full way where its numbers do not fit.</summary>
    public static CharacterEntry Of(int glyph, int advance, int x, int y, bool involved, bool starts)
    {
        if (advance != (short)advance || x is < -2048 or > 2047 || y is < -2048 or > 2047) return Full;
        var flags = (ulong)(Known | (involved ? Involved : 0) | (starts ? Starter : 0));
        return new(flags | (ulong)(ushort)glyph << 8 | (ulong)(ushort)advance << 24 | (ulong)(x & 0xFFF) << 40 | (ulong)(y & 0xFFF) << 52);
    }

    public CharacterEntry AsAttached => new(Bits | Attached | Involved | Starter);
}
