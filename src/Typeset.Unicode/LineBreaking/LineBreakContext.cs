using static Typeset.Unicode.LineUnitSet;

namespace Typeset.Unicode;

/// <summary>What the rules look at around the boundary between <see cref="Left"/> and <see cref="Right"/>.</summary>
internal struct LineBreakContext
{
    /// <summary>The cluster before <see cref="Left"/>.</summary>
    public LineCluster Earlier;

    /// <summary>The cluster before the boundary.</summary>
    public LineCluster Left;

    /// <summary>The cluster behind the boundary.</summary>
    public LineCluster Right;

    /// <summary>The cluster behind <see cref="Right"/>.</summary>
    public LineCluster Next;

    /// <summary>The cluster behind <see cref="Next"/>.</summary>
    public LineCluster Following;

    /// <summary><see cref="Left"/>, or what stands before the spaces that end with it.</summary>
    public LineCluster BeforeSpaces;

    /// <summary>Whether <see cref="BeforeSpaces"/> is a quotation mark that opens (LB15a).</summary>
    public bool IsQuotationOpen;

    /// <summary>How far a number has come at <see cref="Left"/> (LB25).</summary>
    public NumberPart Number;

    /// <summary>Whether <see cref="Left"/> is the first half of a flag (LB30a).</summary>
    public bool IsHalfFlag;

    /// <summary>Puts the boundary before the first cluster.</summary>
    public void Start(LineCluster first, LineCluster second, LineCluster third)
    {
        Earlier = Left = BeforeSpaces = LineCluster.Edge;
        (Right, Next, Following) = (first, second, third);
    }

    /// <summary>Moves the boundary behind <see cref="Right"/>.</summary>
    public void Advance(LineCluster read)
    {
        (Earlier, Left, Right, Next, Following) = (Left, Right, Next, Following, read);
        Number = NumberAtLeft();
        IsHalfFlag = Left.Is(RI) && !IsHalfFlag;
        if (Left.Is(SP)) return;
        BeforeSpaces = Left;
        IsQuotationOpen = Left.Is(InitialQuotation) && Earlier.Is(Edge | BK | CR | LF | NL | OP | QU | GL | SP | ZW);
    }

    private readonly NumberPart NumberAtLeft()
    {
        if (Left.Is(NU)) return NumberPart.Digits;
        if (Number != NumberPart.Digits) return NumberPart.None;
        if (Left.Is(SY | IS)) return NumberPart.Digits;
        return Left.Is(CL | CP) ? NumberPart.Closed : NumberPart.None;
    }
}

/// <summary>How far a number has come, LB25.</summary>
internal enum NumberPart : byte
{
    /// <summary>No number.</summary>
    None,

    /// <summary><c>NU (SY | IS)*</c></summary>
    Digits,

    /// <summary><c>NU (SY | IS)* (CL | CP)</c></summary>
    Closed,
}
