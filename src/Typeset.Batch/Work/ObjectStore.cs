using System.Globalization;
using System.Text.Json;
using Typeset.Batch.Files;

namespace Typeset.Batch.Work;

/// <summary>
/// What was built and is not yet published, by the digests of commissions: a folder each, with <c>outcome.json</c> and a file for each format.
/// A folder is there whole and durable or not at all: it is written as a draft and renamed.
/// </summary>
public sealed class ObjectStore(OutputRoot root)
{
    public const string CoverName = "cover.svg";
    private const string OutcomeName = "outcome.json";
    private const string DraftMark = "draft-";

    private static int _drafts;

    /// <summary>Begins the folder of a commission under another name.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public ObjectDraft Begin(Commission commission)
    {
        Directory.CreateDirectory(Shelf(commission.Digest));
        var name = string.Create(CultureInfo.InvariantCulture, $"{DraftMark}{Environment.MachineName}-{Environment.ProcessId}-{Interlocked.Increment(ref _drafts)}");
        return new(Path.Combine(root.Objects, name), FolderOf(commission.Digest));
    }

    /// <summary>The finished outcome of a commission; null where there is none, or where it cannot be read: then it is built again.</summary>
    internal Outcome? Find(Digest digest)
    {
        try
        {
            var path = Path.Combine(FolderOf(digest), OutcomeName);
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), BatchJson.Default.Outcome) : null;
        }
        catch (Exception cause) when (cause is IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Where a file of a finished commission lies, or lay until it was published.</summary>
    internal string FileOf(Digest digest, string name) => Path.Combine(FolderOf(digest), name);

    /// <summary>Removes the folder of a commission.</summary>
    internal void Remove(Digest digest) => DurableFiles.Sweep(FolderOf(digest));

    /// <summary>Removes the folders of all finished commissions.</summary>
    internal void Clear()
    {
        foreach (var shelf in Directory.GetDirectories(root.Objects).Where(static shelf => !Path.GetFileName(shelf).StartsWith(DraftMark, StringComparison.Ordinal)))
        {
            foreach (var folder in Directory.GetDirectories(shelf)) DurableFiles.Sweep(folder);
        }
    }

    /// <summary>Removes drafts that nobody will finish: those of processes of this machine that are gone, and those a day old.</summary>
    internal void SweepDrafts()
    {
        foreach (var draft in Directory.GetDirectories(root.Objects, DraftMark + "*"))
        {
            if (IsAbandoned(draft)) DurableFiles.Sweep(draft);
        }
    }

    private static bool IsAbandoned(string draft)
    {
        var own = DraftMark + Environment.MachineName + "-";
        var name = Path.GetFileName(draft);
        if (!name.StartsWith(own, StringComparison.Ordinal)) return Directory.GetLastWriteTimeUtc(draft) < DateTime.UtcNow.AddDays(-1);
        var id = name[own.Length..].Split('-')[0];
        return !int.TryParse(id, CultureInfo.InvariantCulture, out var process) || !IsRunning(process);
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (Exception cause) when (cause is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private string Shelf(Digest digest) => Path.Combine(root.Objects, digest.Hex[..2]);

    private string FolderOf(Digest digest) => Path.Combine(Shelf(digest), digest.Hex);

    /// <summary>Writes the outcome last, and gives the folder its name.</summary>
    internal static void Finish(string draft, string final, Outcome outcome)
    {
        DurableFiles.Write(Path.Combine(draft, OutcomeName), JsonSerializer.SerializeToUtf8Bytes(outcome, BatchJson.Default.Outcome));
        DurableFiles.SyncFolder(draft);
        try
        {
            Directory.Move(draft, final);
        }
        catch (IOException) when (Directory.Exists(final))
        {
            // Another worker was given the same commission and was first: its files are these.
            DurableFiles.Sweep(draft);
        }

        DurableFiles.SyncFolder(Path.GetDirectoryName(final)!);
    }
}
