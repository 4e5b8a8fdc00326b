namespace Typeset.Unicode.Generator;

/// <summary>What the grapheme cluster rules ask of a character: Grapheme_Cluster_Break, Indic_Conjunct_Break and Extended_Pictographic in one.</summary>
internal static class GraphemeUnits
{
    private static readonly (string Short, string Long)[] Units =
    [
        ("Other", "Other"), ("CR", "Carriage_Return"), ("LF", "Line_Feed"), ("Control", "Control"), ("Extend", "Extend"),
        ("Extend, InCB Extend", "Conjunct_Extend"), ("Extend, InCB Linker", "Conjunct_Linker"), ("Other, InCB Consonant", "Conjunct_Consonant"),
        ("ZWJ", "Zero_Width_Joiner"), ("Regional_Indicator", "Regional_Indicator"), ("Prepend", "Prepend"), ("SpacingMark", "Spacing_Mark"),
        ("L", "Leading_Jamo"), ("V", "Vowel_Jamo"), ("T", "Trailing_Jamo"), ("LV", "Open_Syllable"), ("LVT", "Closed_Syllable"),
        ("Other, Extended_Pictographic", "Pictograph"),
    ];

    public static IEnumerable<(string, string)> Generate(string data)
    {
        var breaks = UcdFile.ReadValues(data, "GraphemeBreakProperty");
        var pictographic = UcdFile.ReadSet(data, "emoji-data", "Extended_Pictographic");
        string[] conjuncts = ["Extend", "Linker", "Consonant"];
        var sets = conjuncts.Select(value => UcdFile.ReadSet(data, "DerivedCoreProperties", "InCB;" + value)).ToArray();
        var numbers = Units.Select((unit, number) => (unit.Short, number)).ToDictionary();
        var values = new byte[UcdFile.CodePoints];
        for (var i = 0; i < values.Length; i++)
        {
            var conjunct = Array.FindIndex(sets, set => set[i]) is >= 0 and var n ? conjuncts[n] : "None";
            values[i] = (byte)numbers[Name(breaks[i], conjunct, pictographic[i])];
        }

        return
        [
            CSharp.Enumeration("internal enum GraphemeUnit", "A class that the grapheme cluster rules tell apart, UAX #29 §3.1.1.", Units),
            CSharp.Table("GraphemeUnitTable", Trie.Build(values)),
        ];
    }

    private static string Name(string cluster, string conjunct, bool pictographic) => (cluster, conjunct, pictographic) switch
    {
        ("ZWJ", "Extend", false) => "ZWJ",
        ("Extend" or "Other", "None", false) or (not "Extend" and not "Other" and not "ZWJ", "None", false) => cluster,
        ("Extend", "Extend" or "Linker", false) or ("Other", "Consonant", false) => $"{cluster}, InCB {conjunct}",
        ("Other", "None", true) => "Other, Extended_Pictographic",
        _ => throw new InvalidDataException($"The rules do not foresee {cluster} with {conjunct} and {pictographic}."),
    };
}
