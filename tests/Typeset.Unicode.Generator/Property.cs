namespace Typeset.Unicode.Generator;

/// <summary>
/// An enumerated property: its values get numbers in the order of their short names, the value of unlisted code points first.
/// </summary>
internal sealed class Property
{
    private readonly Dictionary<string, int> numbers = [];

    public Property(string folder, string file, string alias, string unlisted)
    {
        ValueOf = UcdFile.ReadValues(folder, file);
        var used = ValueOf.ToHashSet();
        Values = [.. UcdFile.ReadAliases(folder, alias)
            .Where(value => used.Contains(value.Short) || used.Contains(value.Long))
            .OrderBy(value => value.Short != unlisted).ThenBy(value => value.Short, StringComparer.Ordinal)];
        for (var i = 0; i < Values.Length; i++) numbers[Values[i].Short] = numbers[Values[i].Long] = i;
    }

    /// <summary>The value of each code point as the file spells it, short or long.</summary>
    public string[] ValueOf { get; }

    /// <summary>Short and long names by number.</summary>
    public (string Short, string Long)[] Values { get; }

    public int NumberOf(string value) => numbers[value];

    public Trie ToTrie() => Trie.Build([.. ValueOf.Select(value => (byte)numbers[value])]);
}
