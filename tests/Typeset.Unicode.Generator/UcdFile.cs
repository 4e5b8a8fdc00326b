namespace Typeset.Unicode.Generator;

/// <summary>A file of the Unicode Character Database in its own text format (UAX #44 §4.2).</summary>
public static class UcdFile
{
    private const string Missing = "# @missing: ";

    public const int CodePoints = 0x110000;

    /// <summary>The value of every code point; <c>@missing</c> lines count, and later lines win.</summary>
    public static string[] ReadValues(string folder, string name)
    {
        var values = new string[CodePoints];
        foreach (var line in File.ReadLines(Path.Combine(folder, name + ".txt")))
            if (Range(line.StartsWith(Missing) ? line[Missing.Length..] : line) is { } range)
                Array.Fill(values, range.Value, range.First, range.Last - range.First + 1);
        return values;
    }

    /// <summary>The code points that a file of several binary properties lists for one of them.</summary>
    public static bool[] ReadSet(string folder, string name, string property)
    {
        var set = new bool[CodePoints];
        foreach (var line in File.ReadLines(Path.Combine(folder, name + ".txt")))
            if (Range(line) is { } range && range.Value == property)
                Array.Fill(set, true, range.First, range.Last - range.First + 1);
        return set;
    }

    /// <summary>Short and long names of a property's values, in the order of PropertyValueAliases.txt.</summary>
    public static (string Short, string Long)[] ReadAliases(string folder, string property) =>
        [.. from line in File.ReadLines(Path.Combine(folder, "PropertyValueAliases.txt"))
            let fields = line.Split(';')
            where fields[0] == property
            select (fields[1], fields[2])];

    private static CodePointRange? Range(string line)
    {
        var text = line.Split('#')[0].Trim();
        var split = text.IndexOf(';');
        return split < 0 ? null : CodePointRange.Parse(text[..split].Trim(), text[(split + 1)..].Trim());
    }
}
