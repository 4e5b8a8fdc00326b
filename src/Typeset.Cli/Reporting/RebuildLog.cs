using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Typeset.Batch.Rebuilding;
using Typeset.Batch.Work;
using Typeset.Core.Messages;

namespace Typeset.Cli.Reporting;

/// <summary>
/// A rebuild's log: what happened, one JSON object a line, appended as it happens, so that it tells of a run that was killed too. A log that cannot be
/// written any more ends; the rebuild goes on.
/// </summary>
internal sealed class RebuildLog : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _file;
    private readonly Terminal _terminal;
    private readonly Lock _gate = new();
    private bool _isOver;

    private RebuildLog(FileStream file, Terminal terminal) => (_file, _terminal) = (file, terminal);

    /// <exception cref="HostException">The file cannot be written.</exception>
    public static RebuildLog Open(string path, Terminal terminal)
    {
        try
        {
            return new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0), terminal);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HostException(HostMessages.Unwritable.Anywhere(path), ExitCode.NoOutput, cause);
        }
    }

    /// <summary>Takes in what happened.</summary>
    public void Tell(RebuildEvent happened)
    {
        switch (happened)
        {
            case PlanMade plan:
                Append("plan", line => Numbers(line, ("booklets", plan.Booklets), ("stale", plan.Stale.Length)));
                break;
            case BookletBegun begun:
                Append("begun", line => Write(line, begun));
                break;
            case BookletEnded ended:
                Append("ended", line => Write(line, ended));
                break;
            case Noticed noticed:
                Append("noticed", line => line.WriteString("message", $"{noticed.Diagnostic.Id}: {noticed.Diagnostic.Message(_terminal.Language)}"));
                break;
        }
    }

    /// <summary>Says what came of it.</summary>
    public void Close(RebuildSummary summary) => Append("over", line =>
    {
        Numbers(line, ("built", summary.Built), ("adopted", summary.Adopted), ("failed", summary.Failed.Length), ("pages", summary.Pages));
        line.WriteBoolean("cutOff", summary.IsCutOff);
    });

    public void Dispose() => _file.Dispose();

    private static void Write(Utf8JsonWriter line, BookletBegun begun)
    {
        line.WriteString("booklet", begun.Path);
        line.WriteString("commission", begun.Commission.Hex);
        Numbers(line, ("job", begun.Slot + 1), ("attempt", begun.Attempt));
    }

    private static void Write(Utf8JsonWriter line, BookletEnded ended)
    {
        line.WriteString("booklet", ended.Path);
        line.WriteString("commission", ended.Outcome.Digest.Hex);
        line.WriteString("status", JsonNamingPolicy.KebabCaseLower.ConvertName(ended.Outcome.Status.ToString()));
        Numbers(line, ("pages", ended.Outcome.Pages.Length));
        if (ended.IsAdopted) line.WriteBoolean("adopted", true);
        line.WriteStartArray("errors");
        foreach (var remark in ended.Outcome.Remarks.Where(static remark => remark.Severity == "error")) line.WriteStringValue(remark.In(Core.Language.English));
        line.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter line, params ReadOnlySpan<(string Name, int Value)> numbers)
    {
        foreach (var (name, value) in numbers) line.WriteNumber(name, value);
    }

    private void Append(string what, Action<Utf8JsonWriter> rest)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var line = new Utf8JsonWriter(bytes, Options))
        {
            line.WriteStartObject();
            line.WriteString("at", DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            line.WriteString("event", what);
            rest(line);
            line.WriteEndObject();
        }

        bytes.Write("\n"u8);
        lock (_gate) Append(bytes.WrittenSpan);
    }

    private void Append(ReadOnlySpan<byte> line)
    {
        if (_isOver) return;
        try
        {
            _file.Write(line);
        }
        catch (Exception cause) when (cause is IOException or ArgumentOutOfRangeException)
        {
            _isOver = true;
            _terminal.Error.Write(DiagnosticText.For(_terminal).Render(BatchMessages.LogEnds.Anywhere(_file.Name, cause.Message)));
        }
    }
}
