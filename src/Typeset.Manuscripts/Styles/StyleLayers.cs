using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts.Styles;

/// <summary>Lays a style over those it extends, and an author's changes over that; each value keeps its place.</summary>
internal static class StyleLayers
{
    /// <summary>The style with everything it extends; null where one of them is not there or not readable.</summary>
    public static YamlMapping? Load(string nameOrPath, SourceSpan place, Func<string, SourceText?> find, DiagnosticBag diagnostics)
    {
        var layers = new List<YamlMapping>();
        var names = new List<string>();
        for (string? next = nameOrPath; next is not null;)
        {
            if (names.Contains(next)) return Refuse(StyleMessages.StyleCycle.At(place, nameOrPath, string.Join(" → ", [.. names, next])), diagnostics);
            names.Add(next);
            if (find(next) is not { } source) return Refuse(StyleMessages.UnknownStyle.At(place, next), diagnostics);
            if (YamlReader.ReadMapping(source, diagnostics) is not { } layer) return null;
            layers.Add(layer);
            (next, place) = BaseOf(layer, diagnostics, place);
        }

        return layers.AsEnumerable().Reverse().Aggregate(Merge);
    }

    /// <summary>The upper mapping's values over the lower one's; mappings are merged, everything else is replaced.</summary>
    public static YamlMapping Merge(YamlMapping lower, YamlMapping upper)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>(lower.Entries.Length + upper.Entries.Length);
        foreach (var entry in lower.Entries) entries.Add(upper.Find(entry.Key) is { } over ? Over(entry, over) : entry);
        foreach (var entry in upper.Entries)
        {
            if (lower.Find(entry.Key) is null) entries.Add(entry);
        }

        return new YamlMapping(entries.ToImmutable(), upper.Span);
    }

    private static YamlEntry Over(YamlEntry lower, YamlEntry upper) =>
        lower.Value is YamlMapping below && upper.Value is YamlMapping above ? upper with { Value = Merge(below, above) } : upper;

    private static (string? Name, SourceSpan Place) BaseOf(YamlMapping layer, DiagnosticBag diagnostics, SourceSpan place)
    {
        if (layer.Find("extends") is not { Value: var node }) return (null, place);
        return (new MappingReader(layer, diagnostics).Text("extends"), node.Span);
    }

    private static YamlMapping? Refuse(Diagnostic diagnostic, DiagnosticBag diagnostics)
    {
        diagnostics.Add(diagnostic);
        return null;
    }
}
