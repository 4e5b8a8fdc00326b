using System.Collections.Immutable;
using Typeset.Batch.Discovery;
using Typeset.Batch.Files;
using Typeset.Batch.Store;
using Typeset.Batch.Work;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Batch.Rebuilding;

/// <summary>
/// Moves finished files from the object store to their places. May be cut off anywhere and done again: a file that is no longer in the store
/// and lies in its place with the content it should have was moved before.
/// </summary>
internal sealed class Publisher(OutputRoot root, ImmutableArray<OutputFormat> formats, Action<Diagnostic> tell)
{
    private readonly ObjectStore _objects = new(root);
    private readonly HashSet<string> _folders = [];

    /// <summary>Whether all files of an outcome are in the store or in their places.</summary>
    public bool IsWhole(BookletPlace place, Outcome outcome) =>
        outcome.Files.All(file => new FileInfo(_objects.FileOf(outcome.Digest, file.Format)) is { Exists: true } found && found.Length == file.Bytes || Lies(Target(place, file), file));

    /// <summary>Publishes the files of an outcome; one in the way that is not of ours is kept aside.</summary>
    /// <param name="earlier">What stood there before.</param>
    /// <returns>What stands now.</returns>
    public ImmutableArray<StoredOutput> Publish(BookletPlace place, Outcome outcome, ImmutableArray<StoredOutput> earlier)
    {
        if (outcome.Files.IsEmpty) return earlier;
        var outputs = outcome.Files.Select(file => Publish(Target(place, file), file, outcome.Digest, earlier)).ToImmutableArray();
        var others = earlier.RemoveAll(old => outputs.Any(output => output.Path == old.Path));
        // A format that failed keeps what it had; one that is no longer asked for, or lies where the booklet no longer does, goes.
        var kept = others.RemoveAll(old => outcome.Status == OutcomeStatus.Done || formats.All(format => place.Target + format.Suffix != old.Path));
        foreach (var left in others.RemoveRange(kept)) Retire(left);
        outputs = outputs.AddRange(kept);
        if (outcome.HasCover) MoveCover(place, outcome.Digest);
        return outputs;
    }

    /// <summary>Takes an output away; kept aside where somebody changed it.</summary>
    public void Retire(StoredOutput output)
    {
        var path = root.At(output.Path);
        if (!File.Exists(path)) return;
        if (Digest.OfFile(path) == output.Content) File.Delete(path);
        else KeepAside(output.Path);
        _folders.Add(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes durable what was published since the last call.</summary>
    public void Sync()
    {
        foreach (var folder in _folders) DurableFiles.SyncFolder(folder);
        _folders.Clear();
    }

    /// <summary>Where the picture of a booklet's first page is kept.</summary>
    public static string CoverName(string booklet) => Digest.Of(booklet).Hex[..24] + ".svg";

    private StoredOutput Publish(string relative, BuiltFile file, Digest digest, ImmutableArray<StoredOutput> earlier)
    {
        var (from, to) = (_objects.FileOf(digest, file.Format), root.At(relative));
        if (File.Exists(from))
        {
            _folders.Add(Path.GetDirectoryName(to)!);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (IsForeign(relative, file, earlier)) KeepAside(relative);
            File.Move(from, to, overwrite: true);
        }

        var stamp = FileStamp.Of(to) ?? throw new IOException(to + " is gone.");
        return new(file.Format, relative, file.Bytes, file.Content, file.Verdict, stamp.ToString());
    }

    /// <summary>Whether a file in the way is neither what was built before nor what is built now.</summary>
    private bool IsForeign(string relative, BuiltFile file, ImmutableArray<StoredOutput> earlier)
    {
        var path = root.At(relative);
        if (FileStamp.Of(path) is not { } stamp) return Directory.Exists(path);
        var known = earlier.FirstOrDefault(output => output.Path == relative);
        if (known?.Stamp == stamp.ToString()) return false;
        var content = Digest.OfFile(path);
        return content != file.Content && content != known?.Content;
    }

    private void KeepAside(string relative)
    {
        var folder = Path.GetDirectoryName(Path.Combine(root.Kept, relative))!;
        Directory.CreateDirectory(folder);
        var (stem, extension) = (Path.GetFileNameWithoutExtension(relative), Path.GetExtension(relative));
        var kept = Enumerable.Range(1, int.MaxValue).Select(n => Path.Combine(folder, $"{stem}.{n}{extension}")).First(static path => !Path.Exists(path));
        Directory.Move(root.At(relative), kept);
        tell(BatchMessages.KeptAside.Anywhere(relative, Path.GetRelativePath(root.Path, kept)));
    }

    private void MoveCover(BookletPlace place, Digest digest)
    {
        var cover = _objects.FileOf(digest, ObjectStore.CoverName);
        if (File.Exists(cover)) File.Move(cover, Path.Combine(root.Covers, CoverName(place.Path)), overwrite: true);
    }

    private string Target(BookletPlace place, BuiltFile file) => place.Target + formats.First(format => format.Name == file.Format).Suffix;

    private bool Lies(string relative, BuiltFile file)
    {
        var path = root.At(relative);
        return File.Exists(path) && new FileInfo(path).Length == file.Bytes && Digest.OfFile(path) == file.Content;
    }
}
