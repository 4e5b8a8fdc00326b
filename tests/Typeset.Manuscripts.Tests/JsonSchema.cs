using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Typeset.Manuscripts.Yaml;
using Typeset.Testing;

namespace Typeset.Manuscripts.Tests;

/// <summary>The keywords of JSON Schema that our schemas use, checked against YAML; editors use a whole implementation.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    public static JsonSchema Load(string name) => new(JsonDocument.Parse(File.ReadAllText(Repository.At("docs", name))).RootElement);

    /// <summary>A part of the schema as a schema of its own.</summary>
    public IEnumerable<string> Check(YamlNode node, string definition = "") =>
        Check(node, definition.Length == 0 ? root : root.GetProperty("$defs").GetProperty(definition));

    /// <summary>The keys of an object, with their sections before them; objects with free keys end a path.</summary>
    public IEnumerable<string> Keys(string definition = "") =>
        Keys(definition.Length == 0 ? root : root.GetProperty("$defs").GetProperty(definition), "");

    private IEnumerable<string> Keys(JsonElement schema, string path)
    {
        if (!schema.TryGetProperty("properties", out var properties)) yield break;
        foreach (var property in properties.EnumerateObject())
        {
            yield return path + property.Name;
            var target = property.Value.TryGetProperty("$ref", out var reference) && reference.GetString()![0] == '#' ? Resolve(reference.GetString()!) : property.Value;
            foreach (var key in Keys(target, path + property.Name + ".")) yield return key;
        }
    }

    private IEnumerable<string> Check(YamlNode node, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Follow(node, reference.GetString()!);
        if (schema.TryGetProperty("anyOf", out var choices)) return choices.EnumerateArray().Any(choice => !Check(node, choice).Any()) ? [] : [$"{node.Span}: none of the forms"];
        if (schema.TryGetProperty("const", out var constant)) return Matches(node, constant) ? [] : [$"{node.Span}: not {constant}"];
        if (schema.TryGetProperty("enum", out var words)) return words.EnumerateArray().Any(word => Matches(node, word)) ? [] : [$"{node.Span}: not among {words}"];
        return CheckType(node, schema).Concat(CheckValue(node, schema)).Concat(node switch
        {
            YamlMapping mapping => CheckMapping(mapping, schema),
            YamlSequence sequence when schema.TryGetProperty("items", out var items) => sequence.Items.SelectMany(item => Check(item, items)),
            _ => [],
        });
    }

    private IEnumerable<string> Follow(YamlNode node, string reference) =>
        reference[0] == '#' ? Check(node, Resolve(reference)) : Load(reference).Check(node);

    private JsonElement Resolve(string reference) => root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private IEnumerable<string> CheckMapping(YamlMapping mapping, JsonElement schema)
    {
        var properties = schema.TryGetProperty("properties", out var known) ? known : default;
        var others = schema.TryGetProperty("additionalProperties", out var more) ? more : default;
        foreach (var entry in mapping.Entries)
        {
            var isKnown = properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(entry.Key, out _);
            if (!isKnown && others.ValueKind == JsonValueKind.False) yield return $"{entry.KeySpan}: unknown key {entry.Key}";
            else if (!isKnown && others.ValueKind != JsonValueKind.Object) continue;
            else foreach (var problem in Check(entry.Value, isKnown ? properties.GetProperty(entry.Key) : others)) yield return problem;
        }

        if (!schema.TryGetProperty("required", out var required)) yield break;
        foreach (var key in required.EnumerateArray())
        {
            if (mapping.Find(key.GetString()!) is null) yield return $"{mapping.Span}: {key} is missing";
        }
    }

    private static IEnumerable<string> CheckType(YamlNode node, JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return [];
        var wanted = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static one => one.GetString()!) : [type.GetString()!];
        var kinds = KindsOf(node);
        return wanted.Any(kinds.Contains) ? [] : [$"{node.Span}: {kinds[0]} is not {type}"];
    }

    private static IEnumerable<string> CheckValue(YamlNode node, JsonElement schema)
    {
        if (node is not YamlScalar { IsNull: false } scalar) yield break;
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(scalar.Text, pattern.GetString()!)) yield return $"{node.Span}: “{scalar.Text}” is not {pattern}";
        if (schema.TryGetProperty("minimum", out var least) && int.Parse(scalar.Text, CultureInfo.InvariantCulture) < least.GetInt32()) yield return $"{node.Span}: below {least}";
        if (schema.TryGetProperty("maximum", out var most) && int.Parse(scalar.Text, CultureInfo.InvariantCulture) > most.GetInt32()) yield return $"{node.Span}: above {most}";
    }

    /// <summary>The kinds a YAML 1.2 core-schema parser may see in a node, the first one foremost.</summary>
    private static string[] KindsOf(YamlNode node) => node switch
    {
        YamlMapping => ["object"],
        YamlSequence => ["array"],
        YamlScalar { IsNull: true } => ["null"],
        YamlScalar { IsPlain: true, Text: "true" or "false" } => ["boolean"],
        YamlScalar { IsPlain: true } scalar when int.TryParse(scalar.Text, CultureInfo.InvariantCulture, out _) => ["integer", "number"],
        YamlScalar { IsPlain: true } scalar when double.TryParse(scalar.Text, CultureInfo.InvariantCulture, out _) => ["number"],
        _ => ["string"],
    };

    private static bool Matches(YamlNode node, JsonElement value) => node is YamlScalar scalar && value.ValueKind switch
    {
        JsonValueKind.Null => scalar.IsNull,
        JsonValueKind.String => scalar.Text == value.GetString(),
        _ => scalar.IsPlain && scalar.Text == value.GetRawText(),
    };
}
