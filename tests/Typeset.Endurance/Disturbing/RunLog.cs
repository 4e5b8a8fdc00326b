using System.Collections.Immutable;
using System.Text.Json;

namespace Typeset.Endurance;

/// <summary>What the log of a rebuild (<c>--log</c>) says of a building that began or a booklet that ended.</summary>
internal sealed record RunLogLine(string Event, string Booklet, string Commission, int Attempt, string Status);

/// <summary>Reads such logs. The last line of a run that was killed may be cut off.</summary>
internal static class RunLog
{
    public static ImmutableArray<RunLogLine> Read(string file) => !File.Exists(file) ? [] :
    [
        .. File.ReadLines(file).Where(static line => line.EndsWith('}')).Select(static line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(static line => line.TryGetProperty("booklet", out _))
            .Select(static line => new RunLogLine(
                Text(line, "event"), Text(line, "booklet"), Text(line, "commission"),
                line.TryGetProperty("attempt", out var attempt) ? attempt.GetInt32() : 0, Text(line, "status"))),
    ];

    private static string Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
