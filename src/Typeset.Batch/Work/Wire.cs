using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Typeset.Batch.Files;

namespace Typeset.Batch.Work;

/// <summary>
/// What goes between a run and its workers: one JSON object a line, in UTF-8, commissions one way and replies the other. Of a booklet with something to be
/// made durable it is first said that it is built, and then the reply proper.
/// </summary>
internal static class Wire
{
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    public static string Line(Commission commission) => JsonSerializer.Serialize(commission, BatchJson.Default.Commission);

    public static string Line(Reply reply) => JsonSerializer.Serialize(reply, BatchJson.Default.Reply);

    public static string Line(Notice notice) => JsonSerializer.Serialize(notice, BatchJson.Default.Notice);

    /// <summary>A commission from outside; null for anything else.</summary>
    public static Commission? Commission(string line) => Read(line, BatchJson.Default.Commission);

    /// <summary>A worker's reply; null for anything else.</summary>
    public static Reply? Reply(string line) => Read(line, BatchJson.Default.Reply);

    /// <summary>A worker's notice; null for anything else.</summary>
    public static Notice? Notice(string line) => Read(line, BatchJson.Default.Notice);

    private static T? Read<T>(string line, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A reply and the commission that it answers.</summary>
internal sealed record Notice(Digest Digest, Reply Reply);
