namespace Typeset.Unicode.Generator;

/// <summary>The four-letter codes of the scripts, and the sets of scripts that Script_Extensions names.</summary>
internal static class ScriptNames
{
    public static IEnumerable<(string, string)> Generate(string data, Property script)
    {
        var extensions = UcdFile.ReadValues(data, "ScriptExtensions");
        string[] sets = ["", .. extensions.Where(value => value is not null).Distinct()];
        var lists = sets.Select(set => set.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(script.NumberOf).Order().ToArray()).ToArray();
        var starts = new ushort[lists.Length + 1];
        for (var i = 0; i < lists.Length; i++) starts[i + 1] = (ushort)(starts[i] + lists[i].Length);
        return
        [
            CSharp.Table("ScriptSetTable", Trie.Build([.. extensions.Select(value => checked((byte)Array.IndexOf(sets, value ?? "")))])),
            CSharp.Lists("ScriptSets", ("Starts", CSharp.LittleEndian(starts)), ("Scripts", lists.SelectMany(list => list.Select(number => (byte)number)))),
            CSharp.Lists("ScriptCodes", ("Letters", script.Values.SelectMany(value => value.Short).Select(letter => (byte)letter))),
        ];
    }
}
