using System.Text.Encodings.Web;
using System.Text.Json;
using Typeset.Batch.Files;
using Typeset.Batch.Work;

namespace Typeset.Batch.Store;

/// <summary>
/// <c>manifest.json</c>: every booklet of an archive in ordinal order of paths, what it was built from and what came of it. It holds no time and no
/// machine's name: equal archives have equal manifests.
/// </summary>
internal static class Manifest
{
    /// <summary>Counts up when a key changes its meaning.</summary>
    public const int Format = 1;

    /// <summary>So many booklets are held in memory before they go to the file.</summary>
    private const int FlushInterval = 64;

    /// <summary>Writes the manifest of a store, whole or not at all.</summary>
    /// <exception cref="ArchiveException">It cannot be written.</exception>
    public static void Write(OutputRoot root, ArchiveStore store)
    {
        var draft = Path.Combine(root.Staging, OutputRoot.ManifestName);
        try
        {
            using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                Write(stream, store);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, root.Manifest, overwrite: true);
            DurableFiles.SyncFolder(root.Path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DurableFiles.Refused(root.Manifest, cause);
        }
    }

    private static void Write(FileStream stream, ArchiveStore store)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteNumber("format", Format);
        writer.WriteStartArray("booklets");
        foreach (var (i, path) in store.Paths().ToArray().Index())
        {
            if (store.Find(path) is { Sources: not null } record) Write(writer, record);
            if (i % FlushInterval == 0) writer.Flush();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter writer, BookletRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("path", record.Place.Path);
        writer.WriteString("status", record.Status switch { OutcomeStatus.Done => "done", OutcomeStatus.Failed => "failed", _ => "given-up" });
        if (record.IsGone) writer.WriteBoolean("gone", true);
        writer.WriteString("sources", record.Sources?.Hex);
        writer.WriteString("setup", record.Setup?.Hex);
        WriteStyles(writer, record);
        WriteOutputs(writer, record);
        writer.WriteEndObject();
    }

    private static void WriteStyles(Utf8JsonWriter writer, BookletRecord record)
    {
        writer.WriteStartObject("styles");
        foreach (var use in record.Styles.OrderBy(static use => use.Name, StringComparer.Ordinal)) writer.WriteString(use.Name, use.Content?.Hex);
        writer.WriteEndObject();
    }

    private static void WriteOutputs(Utf8JsonWriter writer, BookletRecord record)
    {
        writer.WriteStartArray("outputs");
        foreach (var output in record.Outputs)
        {
            writer.WriteStartObject();
            writer.WriteString("format", output.Format);
            writer.WriteString("path", output.Path);
            writer.WriteNumber("bytes", output.Bytes);
            writer.WriteString("sha256", output.Content.Hex);
            if (output.Verdict is { } verdict) Write(writer, verdict);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Verdict verdict)
    {
        writer.WriteStartObject("check");
        writer.WriteNumber("errors", verdict.Errors);
        writer.WriteNumber("warnings", verdict.Warnings);
        writer.WriteStartArray("clauses");
        foreach (var clause in verdict.Clauses) writer.WriteStringValue(clause);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
