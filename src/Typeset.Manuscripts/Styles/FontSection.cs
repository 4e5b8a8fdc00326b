using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Manuscripts.Yaml;

namespace Typeset.Manuscripts.Styles;

/// <summary>Reads <c>fonts</c>: named stacks of faces.</summary>
internal static class FontSection
{
    public static ImmutableDictionary<string, FontStack> Read(MappingReader keys)
    {
        var stacks = ImmutableDictionary.CreateBuilder<string, FontStack>();
        foreach (var entry in keys.Mapping.Entries) stacks[entry.Key] = ReadStack(entry.Key, keys.Section(entry.Key));
        foreach (var stack in stacks.Values) CheckBold(stack, stacks, keys);
        return stacks.ToImmutable();
    }

    private static FontStack ReadStack(string name, MappingReader keys)
    {
        var stack = new FontStack(name, keys.Texts("han"), keys.Texts("latin"), keys.Texts("fallback"), keys.Text("bold")) { Italic = keys.Texts("italic") };
        keys.Close();
        if (stack.Han.IsEmpty && stack.Latin.IsEmpty) keys.Diagnostics.Add(StyleMessages.MissingValue.At(keys.Span, name, "han"));
        return stack;
    }

    private static void CheckBold(FontStack stack, ImmutableDictionary<string, FontStack>.Builder stacks, MappingReader keys)
    {
        if (stack.Bold is not { } bold || stacks.ContainsKey(bold)) return;
        var place = (keys.Mapping.Find(stack.Name)?.Value as YamlMapping)?.Find("bold")?.Value.Span ?? keys.Span;
        keys.Diagnostics.Add(StyleMessages.UnknownFontStack.At(place, bold, string.Join(", ", stacks.Keys.Order(StringComparer.Ordinal))));
    }
}
