using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Typeset.Core;

namespace Typeset.Cli.Reporting;

/// <summary>JSON for other programs, Han written as it is; the shapes that several reports share.</summary>
internal sealed class JsonText
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    private JsonText() =>
        Writer = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public Utf8JsonWriter Writer { get; }

    public static JsonText Array()
    {
        var json = new JsonText();
        json.Writer.WriteStartArray();
        return json;
    }

    public static JsonText Object()
    {
        var json = new JsonText();
        json.Writer.WriteStartObject();
        return json;
    }

    /// <summary>All that was written.</summary>
    public string Close()
    {
        Writer.Dispose();
        return Encoding.UTF8.GetString(_bytes.WrittenSpan);
    }

    public void WriteDiagnostics(ImmutableArray<Diagnostic> diagnostics, Language language)
    {
        Writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics) Write(diagnostic, language);
        Writer.WriteEndArray();
    }

    /// <summary>Phases with their seconds, in their order.</summary>
    public void WriteTimes(IEnumerable<PhaseTime> times)
    {
        Writer.WriteStartObject("seconds");
        foreach (var (phase, elapsed) in times) Writer.WriteNumber(phase, Math.Round(elapsed.TotalSeconds, 6));
        Writer.WriteEndObject();
    }

    private void Write(Diagnostic diagnostic, Language language)
    {
        Writer.WriteStartObject();
        Writer.WriteString("id", diagnostic.Id);
        Writer.WriteString("severity", diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        if (diagnostic.Span.Source is { } source) WritePlace(source, diagnostic.Span.Start);
        Writer.WriteString("message", diagnostic.Message(language));
        if (diagnostic.Hint(language) is { Length: > 0 } hint) Writer.WriteString("hint", hint);
        Writer.WriteEndObject();
    }

    private void WritePlace(SourceText source, int offset)
    {
        var (line, column) = source.PositionOf(offset);
        Writer.WriteString("file", source.Path);
        Writer.WriteNumber("line", line);
        Writer.WriteNumber("column", column);
    }
}
