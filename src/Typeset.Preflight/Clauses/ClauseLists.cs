using System.Collections.Immutable;
using System.Text.Json;
using Typeset.Core;
using Typeset.Preflight.Checks;

namespace Typeset.Preflight.Clauses;

/// <summary>The lists of clauses that come with the program, and lists of others in the same format.</summary>
public static class ClauseLists
{
    private const string Folder = "Typeset.Preflight.Clauses.";
    private const string Extension = ".json";

    private static readonly Dictionary<string, ClauseList> Known = [];

    /// <summary>The keys of the shipped lists, in ordinal order.</summary>
    public static ImmutableArray<string> Keys { get; } = [.. typeof(ClauseLists).Assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
        .Select(static name => name[Folder.Length..^Extension.Length]).Order(StringComparer.Ordinal)];

    /// <summary>A shipped list by its key, in any case; null where there is none.</summary>
    public static ClauseList? Named(string key)
    {
        key = key.ToLowerInvariant();
        lock (Known)
        {
            if (Known.TryGetValue(key, out var list)) return list;
            if (typeof(ClauseLists).Assembly.GetManifestResourceStream(Folder + key + Extension) is not { } stream) return null;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return Known[key] = Read(bytes.ToArray());
        }
    }

    /// <summary>Reads a list: JSON as in the shipped ones.</summary>
    /// <exception cref="JsonException">The text is no such list; the message says what is wrong, in English.</exception>
    public static ClauseList Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var without = Strings(root, "without");
        var inherited = Strings(root, "includes").SelectMany(static key => (Named(key) ?? throw new JsonException($"There is no list “{key}” to include.")).Clauses);
        var own = Property(root, "clauses").EnumerateArray().Select(item => Clause(item, Text(root, "standard")));
        var clauses = inherited.Where(clause => !without.Contains(clause.Id)).Concat(own).ToImmutableArray();
        return new ClauseList(Text(root, "key"), Text(root, "name"), clauses);
    }

    private static Clause Clause(JsonElement item, string standard)
    {
        var clause = new Clause(Text(item, "id"), Text(item, "clause"), Text(item, "check"), SeverityOf(Text(item, "severity")), Text(item, "en"), Text(item, "zh"))
        {
            Standard = standard,
            Limits = [.. List(item, "limits").Select(static l => l.GetDouble())],
            Words = Strings(item, "words"),
        };
        if (!CheckTable.Has(clause.Check)) throw new JsonException($"Clause {clause.Id} names the check “{clause.Check}”, which there is not.");
        var needed = CheckTable.LimitsOf(clause.Check);
        return clause.Limits.Length >= needed ? clause : throw new JsonException($"Clause {clause.Id} needs {needed} limits.");
    }

    private static Severity SeverityOf(string word) => word switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "note" => Severity.Note,
        _ => throw new JsonException($"“{word}” is no severity: error, warning or note."),
    };

    private static ImmutableArray<string> Strings(JsonElement item, string name) =>
        [.. List(item, name).Select(static s => s.GetString() ?? "")];

    private static IEnumerable<JsonElement> List(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static string Text(JsonElement item, string name) => Property(item, name).GetString() ?? "";

    private static JsonElement Property(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value : throw new JsonException($"“{name}” is missing.");
}
