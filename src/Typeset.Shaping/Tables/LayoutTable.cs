using Typeset.OpenType;

namespace Typeset.Shaping.Tables;

/// <summary>A feature of a language system: its tag and the lookups it switches on.</summary>
internal readonly record struct LayoutFeature(uint Tag, int Index);

/// <summary>
/// GSUB or GPOS: scripts → languages → features → lookups (OpenType 1.9.1 common table formats). Lookups are read when first asked for;
/// feature variations are not looked at, variable faces being instanced before they come here.
/// </summary>
internal sealed class LayoutTable
{
    private readonly TableBytes _bytes;
    private readonly TableBytes _scripts;
    private readonly TableBytes _features;
    private readonly TableBytes _lookups;
    private readonly LookupReader _readSubtable;
    private readonly Lookup?[] _read;

    public LayoutTable(TableBytes bytes, LookupReader readSubtable)
    {
        if (bytes.U16(0) != 1) throw bytes.Broken($"version {bytes.U16(0)} is unknown");
        _bytes = bytes;
        _readSubtable = readSubtable;
        _scripts = bytes.Follow(4);
        _features = bytes.Follow(6);
        _lookups = bytes.Follow(8);
        _read = new Lookup?[bytes.Leads(8) ? _lookups.U16(0) : 0];
        HasScripts = bytes.Leads(4) && bytes.Leads(6) && bytes.Leads(8);
    }

    /// <summary>Whether there is anything to choose from.</summary>
    public bool HasScripts { get; }

    /// <summary>
    /// The features of a language system, the required one with tag 0: the first script of <paramref name="scripts"/> that the font knows,
    /// else DFLT, dflt, latn; in it the language, else the default.
    /// </summary>
    public List<LayoutFeature> FeaturesOf(ReadOnlySpan<uint> scripts, uint language)
    {
        var features = new List<LayoutFeature>();
        if (!HasScripts || LanguageSystem(scripts, language) is not { } system) return features;
        if (system.U16(2) is var required and not 0xFFFF) features.Add(new LayoutFeature(0, required));
        var count = system.U16(4);
        for (var i = 0; i < count; i++)
        {
            var index = system.U16(6 + i * 2);
            if (index < _features.U16(0)) features.Add(new LayoutFeature(_features.U32(2 + index * 6), index));
        }

        return features;
    }

    /// <summary>The lookups of a feature, in the font's order; ones that the font does not have are left out.</summary>
    public IEnumerable<int> LookupsOf(LayoutFeature feature)
    {
        if (feature.Index >= _features.U16(0)) yield break;
        var bytes = _features.Follow(2 + feature.Index * 6 + 4);
        var count = bytes.U16(2);
        for (var i = 0; i < count; i++)
        {
            var lookup = bytes.U16(4 + i * 2);
            if (lookup < _read.Length) yield return lookup;
        }
    }

    /// <summary>A lookup, or null where the font has none of that number.</summary>
    public Lookup? LookupAt(int index)
    {
        if ((uint)index >= (uint)_read.Length) return null;
        return _read[index] ??= new Lookup(_lookups.Follow(2 + index * 2), _readSubtable);
    }

    public FontFormatException Broken(string problem) => _bytes.Broken(problem);

    private TableBytes? LanguageSystem(ReadOnlySpan<uint> scripts, uint language)
    {
        if (ScriptOf(scripts) is not { } script) return null;
        var count = script.U16(2);
        for (var i = 0; i < count; i++)
        {
            if (script.U32(4 + i * 6) == language) return script.Follow(4 + i * 6 + 4);
        }

        return script.Leads(0) ? script.Follow(0) : null;
    }

    private TableBytes? ScriptOf(ReadOnlySpan<uint> scripts)
    {
        foreach (var tag in scripts)
        {
            if (FindScript(tag) is { } script) return script;
        }

        return FindScript(LayoutTags.DefaultScript) ?? FindScript(LayoutTags.LowercaseDefaultScript) ?? FindScript(LayoutTags.LatinScript);
    }

    private TableBytes? FindScript(uint tag)
    {
        var count = _scripts.U16(0);
        for (var i = 0; i < count; i++)
        {
            if (_scripts.U32(2 + i * 6) == tag) return _scripts.Follow(2 + i * 6 + 4);
        }

        return null;
    }
}
