using static Typeset.Unicode.BreakOpportunity;
using static Typeset.Unicode.LineUnitSet;

namespace Typeset.Unicode;

/// <summary>The rules of UAX #14 §6 from LB4 to LB31, each at its place in the order; the first that speaks decides.</summary>
internal static class LineBreakRules
{
    private const ulong Hangul = JL | JV | JT | H2 | H3;
    private const ulong Letters = AL | HL;

    /// <summary>What may happen between the clusters left and right of the boundary, neither of them an edge.</summary>
    public static BreakOpportunity Decide(in LineBreakContext at) =>
        HardBreaks(at) ?? Ties(at) ?? Spaces(at) ?? Quotations(at) ?? (Keeps(at) ? Prohibited : Allowed);

    private static BreakOpportunity? HardBreaks(in LineBreakContext at)
    {
        var (left, right) = (at.Left, at.Right);
        if (left.Is(CR) && right.Is(LF)) return Prohibited;           // LB5
        if (left.Is(BK | CR | LF | NL)) return Mandatory;             // LB4, LB5
        if (right.Is(BK | CR | LF | NL | SP | ZW)) return Prohibited; // LB6, LB7
        return at.BeforeSpaces.Is(ZW) ? Allowed : null;               // LB8
    }

    private static BreakOpportunity? Ties(in LineBreakContext at)
    {
        var (left, right) = (at.Left, at.Right);
        if (left.EndsInJoiner) return Prohibited;                     // LB8a
        if (left.Is(WJ | GL) || right.Is(WJ)) return Prohibited; // LB11, LB12
        return !left.Is(SP | BA | HY) && right.Is(GL) ? Prohibited : null; // LB12a
    }

    private static BreakOpportunity? Spaces(in LineBreakContext at)
    {
        var (left, right) = (at.Left, at.Right);
        if (right.Is(CL | CP | EX | SY)) return Prohibited;                       // LB13
        if (at.BeforeSpaces.Is(OP) || at.IsQuotationOpen) return Prohibited;      // LB14, LB15a
        if (right.Is(FinalQuotation) && at.Next.Is(AfterClosingQuotation)) return Prohibited; // LB15b
        if (right.Is(IS)) return left.Is(SP) && at.Next.Is(NU) ? Allowed : Prohibited; // LB15c, LB15d
        if (at.BeforeSpaces.Is(CL | CP) && right.Is(NS)) return Prohibited;       // LB16
        if (at.BeforeSpaces.Is(B2) && right.Is(B2)) return Prohibited;            // LB17
        return left.Is(SP) ? Allowed : null;                                      // LB18
    }

    private const ulong AfterClosingQuotation =
        SP | GL | WJ | CL | QU | CP | EX | IS | SY | BK | CR | LF | NL | ZW | Edge;

    private static BreakOpportunity? Quotations(in LineBreakContext at)
    {
        var (left, right) = (at.Left, at.Right);
        if (right.Is(QU & ~InitialQuotation) || left.Is(QU & ~FinalQuotation)) return Prohibited; // LB19
        if (right.Is(QU) && !(left.IsEastAsian && at.Next.IsEastAsian)) return Prohibited;        // LB19a
        if (left.Is(QU) && !(right.IsEastAsian && at.Earlier.IsEastAsian)) return Prohibited;     // LB19a
        return left.Is(CB) || right.Is(CB) ? Allowed : null;                                      // LB20
    }

    private static bool Keeps(in LineBreakContext at) =>
        KeepsHyphen(at) || KeepsPrefixAndLetters(at) || KeepsNumber(at) || KeepsSyllable(at) || KeepsAksara(at) || KeepsWord(at);

    private static bool KeepsHyphen(in LineBreakContext at)
    {
        var (left, right) = (at.Left, at.Right);
        if (left.Is(HY | TrueHyphen) && right.Is(AL) && at.Earlier.Is(BeforeWordHyphen)) return true; // LB20a
        if (right.Is(BA | HY | NS) || left.Is(BB)) return true;                                       // LB21
        if (at.Earlier.Is(HL) && !right.Is(HL) && (left.Is(HY) || (left.Is(BA) && !left.IsEastAsian))) return true; // LB21a
        return (left.Is(SY) && right.Is(HL)) || right.Is(IN);                                         // LB21b, LB22
    }

    private const ulong BeforeWordHyphen = Edge | BK | CR | LF | NL | SP | ZW | CB | GL;

    private static bool KeepsPrefixAndLetters(in LineBreakContext at)
    {
        var (left, right) = (at.Left, at.Right);
        return (left.Is(Letters) && right.Is(NU)) || (left.Is(NU) && right.Is(Letters))                       // LB23
            || (left.Is(PR) && right.Is(ID | EB | EM)) || (left.Is(ID | EB | EM) && right.Is(PO))             // LB23a
            || (left.Is(PR | PO) && right.Is(Letters)) || (left.Is(Letters) && right.Is(PR | PO));            // LB24
    }

    /// <summary>LB25.</summary>
    private static bool KeepsNumber(in LineBreakContext at)
    {
        var (left, right) = (at.Left, at.Right);
        if (right.Is(PO | PR)) return at.Number != NumberPart.None;
        if (right.Is(NU)) return left.Is(PO | PR | HY | IS) || at.Number == NumberPart.Digits;
        return left.Is(PO | PR) && right.Is(OP) && (at.Next.Is(NU) || (at.Next.Is(IS) && at.Following.Is(NU)));
    }

    private static bool KeepsSyllable(in LineBreakContext at)
    {
        var (left, right) = (at.Left, at.Right);
        return (left.Is(JL) && right.Is(JL | JV | H2 | H3))                                       // LB26
            || (left.Is(JV | H2) && right.Is(JV | JT)) || (left.Is(JT | H3) && right.Is(JT))      // LB26
            || (left.Is(Hangul) && right.Is(PO)) || (left.Is(PR) && right.Is(Hangul));            // LB27
    }

    /// <summary>LB28a.</summary>
    private static bool KeepsAksara(in LineBreakContext at)
    {
        const ulong start = AK | DottedCircle | AS;
        var (left, right) = (at.Left, at.Right);
        return (left.Is(AP) && right.Is(start))
            || (left.Is(start) && right.Is(VF | VI))
            || (at.Earlier.Is(start) && left.Is(VI) && right.Is(AK | DottedCircle))
            || (left.Is(start) && right.Is(start) && at.Next.Is(VF));
    }

    private static bool KeepsWord(in LineBreakContext at)
    {
        var (left, right) = (at.Left, at.Right);
        return (left.Is(Letters | IS) && right.Is(Letters))                                             // LB28, LB29
            || (left.Is(Letters | NU) && right.Is(OP) && !right.IsEastAsian)                            // LB30
            || (left.Is(CP) && !left.IsEastAsian && right.Is(Letters | NU))                             // LB30
            || (at.IsHalfFlag && right.Is(RI))                                                          // LB30a
            || (right.Is(EM) && (left.Is(EB) || left.IsUnassignedPictograph));                          // LB30b
    }
}
