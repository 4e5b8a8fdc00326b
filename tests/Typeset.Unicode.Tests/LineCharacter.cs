using System.Text;
using Typeset.Unicode.Generator;

namespace Typeset.Unicode.Tests;

/// <summary>A character as the literal rules see it: its class after LB1, and everything else from the data files.</summary>
internal sealed record LineCharacter(int Start, int CodePoint, string Class)
{
    private static readonly string[] Classes = UcdFile.ReadValues(BreakTestFile.Folder, "LineBreak");
    private static readonly string[] Widths = UcdFile.ReadValues(BreakTestFile.Folder, "EastAsianWidth");
    private static readonly string[] Categories = UcdFile.ReadValues(BreakTestFile.Folder, "DerivedGeneralCategory");
    private static readonly bool[] Pictographs = UcdFile.ReadSet(BreakTestFile.Folder, "emoji-data", "Extended_Pictographic");

    public static LineCharacter[] Read(string text)
    {
        var characters = new List<LineCharacter>();
        for (var i = 0; i < text.Length;)
        {
            var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            var codePoint = pair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i];
            characters.Add(new(i, codePoint, Resolve(codePoint)));
            i += pair ? 2 : 1;
        }

        return [.. characters];
    }

    /// <summary>LB9 and LB10, then each character as <c>&lt;class flags&gt;</c> for the patterns.</summary>
    public static string Encode(IEnumerable<LineCharacter> text)
    {
        var code = new StringBuilder();
        var takesMarks = false;
        foreach (var character in text)
        {
            var isMark = character.Class is "CM" or "ZWJ";
            if (isMark && takesMarks) continue;
            takesMarks = character.Class is not ("BK" or "CR" or "LF" or "NL" or "SP" or "ZW");
            code.Append((isMark ? character with { Class = "AL" } : character).Token);
        }

        return code.ToString();
    }

    private string Token => $"<{Class}{Flag("EA", Widths[CodePoint] is "F" or "W" or "H")}{Flag(Categories[CodePoint], Class == "QU")}"
        + $"{Flag("U2010", CodePoint == 0x2010)}{Flag("U25CC", CodePoint == 0x25CC)}"
        + $"{Flag("Pict", Pictographs[CodePoint])}{Flag("Cn", Categories[CodePoint] == "Cn")}>";

    private static string Flag(string name, bool set) => set ? " " + name : "";

    private static string Resolve(int codePoint) => Classes[codePoint] switch
    {
        "AI" or "SG" or "XX" => "AL",
        "SA" => Categories[codePoint] is "Mn" or "Mc" ? "CM" : "AL",
        "CJ" => "NS",
        var other => other,
    };
}
