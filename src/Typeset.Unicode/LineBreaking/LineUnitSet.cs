namespace Typeset.Unicode;

/// <summary>Sets of units under the names that the rules of UAX #14 call them by; <c>|</c> joins sets.</summary>
internal static class LineUnitSet
{
    /// <summary>The edge of the text: <c>sot</c> on the left, <c>eot</c> on the right.</summary>
    public const ulong Edge = 1UL << (int)LineCluster.EdgeUnit;

    public const ulong DottedCircle = 1UL << (int)LineUnit.DottedCircle;
    public const ulong TrueHyphen = 1UL << (int)LineUnit.TrueHyphen;
    public const ulong InitialQuotation = 1UL << (int)LineUnit.InitialQuotation;
    public const ulong FinalQuotation = 1UL << (int)LineUnit.FinalQuotation;

    public const ulong AK = 1UL << (int)LineUnit.Aksara;
    public const ulong AL = 1UL << (int)LineUnit.Alphabetic | DottedCircle;
    public const ulong AP = 1UL << (int)LineUnit.AksaraPrebase;
    public const ulong AS = 1UL << (int)LineUnit.AksaraStart;
    public const ulong B2 = 1UL << (int)LineUnit.BreakBoth;
    public const ulong BA = 1UL << (int)LineUnit.BreakAfter | TrueHyphen;
    public const ulong BB = 1UL << (int)LineUnit.BreakBefore;
    public const ulong BK = 1UL << (int)LineUnit.MandatoryBreak;
    public const ulong CB = 1UL << (int)LineUnit.ContingentBreak;
    public const ulong CL = 1UL << (int)LineUnit.ClosePunctuation;
    public const ulong CM = 1UL << (int)LineUnit.CombiningMark;
    public const ulong CP = 1UL << (int)LineUnit.CloseParenthesis;
    public const ulong CR = 1UL << (int)LineUnit.CarriageReturn;
    public const ulong EB = 1UL << (int)LineUnit.EBase;
    public const ulong EM = 1UL << (int)LineUnit.EModifier;
    public const ulong EX = 1UL << (int)LineUnit.Exclamation;
    public const ulong GL = 1UL << (int)LineUnit.Glue;
    public const ulong H2 = 1UL << (int)LineUnit.H2;
    public const ulong H3 = 1UL << (int)LineUnit.H3;
    public const ulong HL = 1UL << (int)LineUnit.HebrewLetter;
    public const ulong HY = 1UL << (int)LineUnit.Hyphen;
    public const ulong ID = 1UL << (int)LineUnit.Ideographic;
    public const ulong IN = 1UL << (int)LineUnit.Inseparable;
    public const ulong IS = 1UL << (int)LineUnit.InfixNumeric;
    public const ulong JL = 1UL << (int)LineUnit.JL;
    public const ulong JT = 1UL << (int)LineUnit.JT;
    public const ulong JV = 1UL << (int)LineUnit.JV;
    public const ulong LF = 1UL << (int)LineUnit.LineFeed;
    public const ulong NL = 1UL << (int)LineUnit.NextLine;
    public const ulong NS = 1UL << (int)LineUnit.Nonstarter;
    public const ulong NU = 1UL << (int)LineUnit.Numeric;
    public const ulong OP = 1UL << (int)LineUnit.OpenPunctuation;
    public const ulong PO = 1UL << (int)LineUnit.PostfixNumeric;
    public const ulong PR = 1UL << (int)LineUnit.PrefixNumeric;
    public const ulong QU = 1UL << (int)LineUnit.Quotation | InitialQuotation | FinalQuotation;
    public const ulong RI = 1UL << (int)LineUnit.RegionalIndicator;
    public const ulong SP = 1UL << (int)LineUnit.Space;
    public const ulong SY = 1UL << (int)LineUnit.BreakSymbols;
    public const ulong VF = 1UL << (int)LineUnit.ViramaFinal;
    public const ulong VI = 1UL << (int)LineUnit.Virama;
    public const ulong WJ = 1UL << (int)LineUnit.WordJoiner;
    public const ulong ZW = 1UL << (int)LineUnit.ZWSpace;
    public const ulong ZWJ = 1UL << (int)LineUnit.ZWJ;
}
