using System.Text;
using System.Text.Json;

namespace Typeset.Batch.Work;

/// <summary>What goes between a run and its workers: one JSON object a line, in UTF-8, commissions one way and replies the other.</summary>
internal static class Wire
{
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    public static string Line(Commission commission) => JsonSerializer.Serialize(commission, BatchJson.Default.Commission);

    public static string Line(Reply reply) => JsonSerializer.Serialize(reply, BatchJson.Default.Reply);

    /// <summary>A commission from outside; null for anything else.</summary>
    public static Commission? Commission(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, BatchJson.Default.Commission);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A worker's reply; null for anything else.</summary>
    public static Reply? Reply(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, BatchJson.Default.Reply);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
