using System.Text.RegularExpressions;
using Typeset.Unicode.Generator;

namespace Typeset.Unicode.Tests;

/// <summary>
/// Extended grapheme clusters by the regular expression of UAX #29 table 1b and 1c, another definition than the rules.
/// Each code point becomes one letter for its properties; the letters are those of <see cref="Letter"/>.
/// </summary>
internal static partial class LiteralClusters
{
    private static readonly string[] Breaks = UcdFile.ReadValues(BreakTestFile.Folder, "GraphemeBreakProperty");
    private static readonly bool[] Pictographs = UcdFile.ReadSet(BreakTestFile.Folder, "emoji-data", "Extended_Pictographic");
    private static readonly bool[] Consonants = UcdFile.ReadSet(BreakTestFile.Folder, "DerivedCoreProperties", "InCB;Consonant");
    private static readonly bool[] Linkers = UcdFile.ReadSet(BreakTestFile.Folder, "DerivedCoreProperties", "InCB;Linker");
    private static readonly bool[] Extenders = UcdFile.ReadSet(BreakTestFile.Folder, "DerivedCoreProperties", "InCB;Extend");

    /// <summary>The index of the UTF-16 unit behind each cluster.</summary>
    public static List<int> Ends(string text)
    {
        var characters = LineCharacter.Read(text);
        var letters = string.Concat(characters.Select(character => Letter(character.CodePoint)));
        var starts = characters.Select(character => character.Start).Append(text.Length).ToArray();
        return [.. Cluster().Matches(letters).Select(match => starts[match.Index + match.Length])];
    }

    private static char Letter(int codePoint) => Breaks[codePoint] switch
    {
        "CR" => 'r',
        "LF" => 'n',
        "Control" => 'c',
        "ZWJ" => 'j',
        "Extend" => Linkers[codePoint] ? 'l' : Extenders[codePoint] ? 'e' : 'x',
        "Prepend" => 'p',
        "SpacingMark" => 's',
        "Regional_Indicator" => 'R',
        "L" => 'L',
        "V" => 'V',
        "T" => 'T',
        "LV" => 'A',
        "LVT" => 'B',
        _ => Pictographs[codePoint] ? 'P' : Consonants[codePoint] ? 'C' : 'o',
    };

    [GeneratedRegex(
        """
        rn | [rnc] |
        p* (?: L* (?: A V* | V+ | B ) T* | L+ | T+                (?# hangul-syllable  )
             | RR                                                 (?# ri-sequence      )
             | P (?: [xel]* j P )*                                (?# xpicto-sequence  )
             | C (?: [elj]* l [elj]* C )+                         (?# conjunctCluster  )
             | [^rnc] )
           [xeljs]*
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Cluster();
}
