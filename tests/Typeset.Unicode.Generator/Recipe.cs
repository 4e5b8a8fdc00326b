namespace Typeset.Unicode.Generator;

/// <summary>Which enumerations and tables come from which files.</summary>
public static class Recipe
{
    /// <summary>Every generated file of <c>src/Typeset.Unicode/Tables</c>: name and content.</summary>
    public static IEnumerable<(string Name, string Text)> Generate(string data)
    {
        var lineBreak = new Property(data, "LineBreak", "lb", "XX");
        var width = new Property(data, "EastAsianWidth", "ea", "N");
        var category = new Property(data, "DerivedGeneralCategory", "gc", "Cn");
        var script = new Property(data, "Scripts", "sc", "Zzzz");

        return
        [
            .. Enumerated("LineBreakClass", "How a character behaves at the end of a line: Line_Break, UAX #14 table 1.", lineBreak),
            .. Enumerated("EastAsianWidth", "How wide a character is in East Asian typography: East_Asian_Width, UAX #11.", width),
            .. Enumerated("GeneralCategory", "What kind of character it is: General_Category, UAX #44 §5.7.1.", category),
            .. Enumerated("Script", "The script a character belongs to: Script, UAX #24.", script),
            .. Enumerated("BidiClass", "The direction a character brings: Bidi_Class, UAX #9 table 4.", new(data, "DerivedBidiClass", "bc", "L")),
            .. Enumerated("VerticalOrientation", "How a character stands in a vertical line: Vertical_Orientation, UAX #50.",
                new(data, "VerticalOrientation", "vo", "R")),
            .. LineUnits.Generate(data, lineBreak, width, category),
            .. GraphemeUnits.Generate(data),
            .. ScriptNames.Generate(data, script),
            TraitTable(data),
        ];
    }

    private static IEnumerable<(string, string)> Enumerated(string name, string summary, Property property) =>
    [
        CSharp.Enumeration($"public enum {name}", summary, property.Values),
        CSharp.Table(name + "Table", property.ToTrie()),
    ];

    private static (string, string) TraitTable(string data)
    {
        var ignorable = UcdFile.ReadSet(data, "DerivedCoreProperties", "Default_Ignorable_Code_Point");
        var pictographic = UcdFile.ReadSet(data, "emoji-data", "Extended_Pictographic");
        var emoji = UcdFile.ReadSet(data, "emoji-data", "Emoji_Presentation");
        var flags = new byte[UcdFile.CodePoints];
        for (var i = 0; i < flags.Length; i++)
            flags[i] = (byte)((ignorable[i] ? 1 : 0) | (pictographic[i] ? 2 : 0) | (emoji[i] ? 4 : 0));
        return CSharp.Table("CodePointTraitTable", Trie.Build(flags));
    }
}
