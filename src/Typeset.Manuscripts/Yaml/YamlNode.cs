using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Manuscripts.Yaml;

/// <summary>A value in a YAML file and where it stands; the cases below are all there are.</summary>
internal abstract record YamlNode
{
    private protected YamlNode(SourceSpan span) => Span = span;

    public SourceSpan Span { get; }
}

/// <summary>A single value as written; <see cref="IsPlain"/> where it stands without quotation marks.</summary>
internal sealed record YamlScalar(string Text, bool IsPlain, SourceSpan Place) : YamlNode(Place)
{
    /// <summary>Nothing was written: <c>key:</c>, <c>key: ~</c> or <c>key: null</c>.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null";
}

internal sealed record YamlSequence(ImmutableArray<YamlNode> Items, SourceSpan Place) : YamlNode(Place);

/// <summary>Keys and values in the order of the file; no key stands twice.</summary>
internal sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, SourceSpan Place) : YamlNode(Place)
{
    public static readonly YamlMapping Empty = new([], SourceSpan.None);

    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key) return entry;
        }

        return null;
    }
}

internal sealed record YamlEntry(string Key, SourceSpan KeySpan, YamlNode Value);
