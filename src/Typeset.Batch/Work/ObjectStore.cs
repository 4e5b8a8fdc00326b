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
    internal const string OutcomeName = "outcome.json";
    private const string DraftMark = "draft-";

    private static int _drafts;

    /// <summary>Writes the folder of a commission under another name.</summary>
    /// <param name="write">Writes its files and says what came of it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public ObjectDraft Write(Commission commission, Func<ObjectDraft, Outcome> write)
    {
        Directory.CreateDirectory(Shelf(commission.Digest));
        var name = string.Create(CultureInfo.InvariantCulture, $"{DraftMark}{Environment.MachineName}-{Environment.ProcessId}-{Interlocked.Increment(ref _drafts)}");
        var draft = new ObjectDraft(Path.Combine(root.Objects, name), FolderOf(commission.Digest));
        try
        {
            draft.Write(write(draft));
            return draft;
        }
        catch
        {
            draft.Dispose();
            throw;
        }
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

    /// <summary>Gives a folder whose contents are durable its name.</summary>
    internal static void Name(string draft, string final)
    {
        try
        {
            Directory.Move(draft, final);
        }
        catch (IOException) when (Directory.Exists(final))
        {
            // Another worker was given the same commission and was first: its files are these.
            DurableFiles.Sweep(draft);
        }

        // The shelf, and where it stands, for it may be new.
        var shelf = Path.GetDirectoryName(final)!;
        DurableFiles.SyncFolder(shelf);
        DurableFiles.SyncFolder(Path.GetDirectoryName(shelf)!);
    }
}
