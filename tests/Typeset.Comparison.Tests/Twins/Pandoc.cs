using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Typeset.Comparison.Tests.Twins;

/// <summary>A document as pandoc reads it: its text, and apart from it that of its notes, without white space.</summary>
internal sealed class Pandoc
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _notes = [];

    public string Text => ManuscriptText.Squeeze(_text.ToString());

    public IReadOnlyList<string> Notes => _notes;

    public static Pandoc Read(string document)
    {
        using var process = Process.Start(new ProcessStartInfo("pandoc", ["--from=docx", "--to=json", document]) { RedirectStandardOutput = true })!;
        using var json = JsonDocument.Parse(process.StandardOutput.BaseStream);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        var reading = new Pandoc();
        Walk(json.RootElement.GetProperty("blocks"), reading._text, reading._notes);
        return reading;
    }

    private static void Walk(JsonElement element, StringBuilder text, List<string> notes)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Walk(item, text, notes);
        }
        else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("t", out var type))
        {
            Node(type.GetString()!, element.TryGetProperty("c", out var content) ? content : default, text, notes);
        }
    }

    private static void Node(string type, JsonElement content, StringBuilder text, List<string> notes)
    {
        switch (type)
        {
            case "Str":
                text.Append(content.GetString());
                break;
            case "Code" or "CodeBlock" or "Math" or "RawInline":
                text.Append(content[1].GetString());
                break;
            case "Quoted":
                Quoted(content, text, notes);
                break;
            case "Note":
                var note = new StringBuilder();
                Walk(content, note, notes);
                notes.Add(ManuscriptText.Squeeze(note.ToString()));
                break;
            default:
                if (content.ValueKind != JsonValueKind.Undefined) Walk(content, text, notes);
                break;
        }
    }

    private static void Quoted(JsonElement content, StringBuilder text, List<string> notes)
    {
        var isDouble = content[0].GetProperty("t").GetString() == "DoubleQuote";
        text.Append(isDouble ? '“' : '‘');
        Walk(content[1], text, notes);
        text.Append(isDouble ? '”' : '’');
    }
}
