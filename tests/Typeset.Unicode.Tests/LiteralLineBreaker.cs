using System.Collections.Concurrent;
using System.Numerics;
using static Typeset.Unicode.BreakOpportunity;

namespace Typeset.Unicode.Tests;

/// <summary>
/// UAX #14 taken at its word: at every position the rules are tried in order, each a pair of patterns over the
/// whole text before and behind. Slow, and shares nothing with the real one but the data files.
/// </summary>
internal static class LiteralLineBreaker
{
    private static readonly LineRule[] Rules =
    [
        // LB11, LB12, LB12a
        new("* × WJ"), new("WJ × *"), new("GL × *"), new("[^SP BA HY] × GL"),
        // LB13, LB14
        new("* × [CL CP EX SY]"), new("OP SP* × *"),
        // LB15a to LB15d
        new("(sot|[BK CR LF NL OP QU GL SP ZW]) [QU&Pi] SP* × *"),
        new("* × [QU&Pf] ([SP GL WJ CL QU CP EX IS SY BK CR LF NL ZW]|eot)"),
        new("SP ÷ IS NU"), new("* × IS"),
        // LB16, LB17, LB18
        new("[CL CP] SP* × NS"), new("B2 SP* × B2"), new("SP ÷ *"),
        // LB19, LB19a
        new("* × [QU-Pi]"), new("[QU-Pf] × *"),
        new("[^EA] × QU"), new("* × QU ([^EA]|eot)"), new("QU × [^EA]"), new("(sot|[^EA]) QU × *"),
        // LB20, LB20a
        new("* ÷ CB"), new("CB ÷ *"), new("(sot|[BK CR LF NL SP ZW CB GL]) [HY U2010] × AL"),
        // LB21, LB21a, LB21b, LB22
        new("* × [BA HY NS]"), new("BB × *"), new("HL [HY BA-EA] × [^HL]"), new("SY × HL"), new("* × IN"),
        // LB23, LB23a, LB24
        new("[AL HL] × NU"), new("NU × [AL HL]"), new("PR × [ID EB EM]"), new("[ID EB EM] × PO"),
        new("[PR PO] × [AL HL]"), new("[AL HL] × [PR PO]"),
        // LB25
        new("NU [SY IS]* [CL CP] × [PO PR]"), new("NU [SY IS]* × [PO PR NU]"), new("[PO PR] × OP NU"), new("[PO PR] × OP IS NU"),
        new("[PO PR HY IS] × NU"),
        // LB26, LB27
        new("JL × [JL JV H2 H3]"), new("[JV H2] × [JV JT]"), new("[JT H3] × JT"),
        new("[JL JV JT H2 H3] × PO"), new("PR × [JL JV JT H2 H3]"),
        // LB28, LB28a, LB29
        new("[AL HL] × [AL HL]"), new("AP × [AK U25CC AS]"), new("[AK U25CC AS] × [VF VI]"),
        new("[AK U25CC AS] VI × [AK U25CC]"), new("[AK U25CC AS] × [AK U25CC AS] VF"), new("IS × [AL HL]"),
        // LB30, LB30a, LB30b
        new("[AL HL NU] × [OP-EA]"), new("[CP-EA] × [AL HL NU]"), new("(sot|[^RI]) (RI RI)* RI × RI"), new("[EB Pict&Cn] × EM"),
        // LB31
        new("* ÷ *"),
    ];

    private static readonly ConcurrentDictionary<string, ulong> Before = [];
    private static readonly ConcurrentDictionary<string, ulong> Behind = [];

    public static BreakOpportunity[] FindOpportunities(string text)
    {
        var characters = LineCharacter.Read(text);
        var after = new BreakOpportunity[text.Length];
        for (var i = 1; i < characters.Length; i++) after[characters[i].Start - 1] = Between(characters, i);
        if (text.Length > 0) after[^1] = Mandatory;
        return after;
    }

    private static BreakOpportunity Between(LineCharacter[] text, int at)
    {
        var (left, right) = (text[at - 1].Class, text[at].Class);
        if (left is "BK" or "LF" or "NL" || (left is "CR" && right is not "LF")) return Mandatory;
        if (right is "BK" or "CR" or "LF" or "NL" or "SP" or "ZW") return Prohibited;
        if (text[..at].LastOrDefault(character => character.Class != "SP")?.Class is "ZW") return Allowed;
        if (left is "ZWJ") return Prohibited;
        if (right is "CM" or "ZWJ" && left is not "SP" and not "ZW") return Prohibited;
        var open = Matching(Before, LineCharacter.Encode(text[..at]), (rule, side) => rule.MatchesBefore(side))
            & Matching(Behind, LineCharacter.Encode(text[at..]), (rule, side) => rule.MatchesBehind(side));
        return Rules[BitOperations.TrailingZeroCount(open)].Opportunity;
    }

    /// <summary>The rules that one side of a boundary satisfies, a bit for each; sides seen before are remembered.</summary>
    private static ulong Matching(ConcurrentDictionary<string, ulong> known, string side, Func<LineRule, string, bool> matches) =>
        known.GetOrAdd(side, _ => Rules.Select((rule, bit) => matches(rule, side) ? 1UL << bit : 0).Aggregate((all, one) => all | one));
}
