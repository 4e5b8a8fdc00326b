namespace Typeset.Unicode.Generator;

/// <summary>
/// What the line breaking rules ask of a character, in one byte: the class that LB1 resolves it to, with the
/// classes split where a rule asks for more than the class, and two flags.
/// </summary>
internal static class LineUnits
{
    private const byte EastAsian = 0x40;
    private const byte UnassignedPictograph = 0x80;

    private static readonly string[] ResolvedAway = ["XX", "AI", "SG", "SA", "CJ"];

    private static readonly (string Short, string Long)[] Split =
    [
        ("QU, General_Category Pi", "Initial_Quotation"),
        ("QU, General_Category Pf", "Final_Quotation"),
        ("U+25CC DOTTED CIRCLE, otherwise as AL", "Dotted_Circle"),
        ("U+2010 HYPHEN, otherwise as BA", "True_Hyphen"),
    ];

    public static IEnumerable<(string, string)> Generate(string data, Property lineBreak, Property width, Property category)
    {
        (string Short, string Long)[] units = [.. lineBreak.Values.Where(value => !ResolvedAway.Contains(value.Short)), .. Split];
        var pictographic = UcdFile.ReadSet(data, "emoji-data", "Extended_Pictographic");
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < units.Length; i++) numbers[units[i].Short] = numbers[units[i].Long] = i;
        var values = new byte[UcdFile.CodePoints];
        for (var i = 0; i < values.Length; i++)
        {
            var unit = numbers[Resolve(i, lineBreak.ValueOf[i], category.ValueOf[i])];
            var east = width.ValueOf[i] is "F" or "W" or "H" ? EastAsian : 0;
            var unassigned = pictographic[i] && category.ValueOf[i] == "Cn" ? UnassignedPictograph : 0;
            values[i] = checked((byte)(unit | east | unassigned));
        }

        return
        [
            CSharp.Enumeration("internal enum LineUnit", "A class that the line breaking rules tell apart, after UAX #14 LB1.", units),
            CSharp.Table("LineUnitTable", Trie.Build(values)),
        ];
    }

    private static string Resolve(int codePoint, string lineBreak, string category) => (codePoint, lineBreak, category) switch
    {
        (0x25CC, _, _) => "Dotted_Circle",
        (0x2010, _, _) => "True_Hyphen",
        (_, "QU", "Pi") => "Initial_Quotation",
        (_, "QU", "Pf") => "Final_Quotation",
        (_, "SA", "Mn" or "Mc") => "CM",
        (_, "AI" or "SG" or "XX" or "SA", _) => "AL",
        (_, "CJ", _) => "NS",
        _ => lineBreak,
    };
}
