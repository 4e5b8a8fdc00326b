using System.Collections.Immutable;
using Typeset.Batch.Files;
using Typeset.Core.Messages;

namespace Typeset.Batch.Discovery;

/// <summary>What font files hold; one whose stamp is the one noted in the folder of outputs is not read again: the shipped ones are 80 MB.</summary>
public static class FontStock
{
    /// <summary>The contents of font files in their order. Takes note of them where there is a folder of outputs to note them in.</summary>
    /// <exception cref="ArchiveException">One cannot be read.</exception>
    public static ImmutableArray<Digest> Take(OutputRoot root, ImmutableArray<string> files)
    {
        var note = root.At(OutputRoot.OwnFolder, "fonts.txt");
        var known = Noted(note).Entries.ToDictionary(static entry => entry.Path);
        var takenAt = FileStamp.Now;
        var entries = files.Select(file => Look(Path.GetFullPath(file), known)).ToImmutableArray();
        if (entries.Any(entry => !known.ContainsValue(entry))) Note(note, new Inventory([.. entries.DistinctBy(static entry => entry.Path)]).ToText(takenAt));
        return [.. entries.Select(static entry => entry.Content)];
    }

    private static SourceEntry Look(string file, Dictionary<string, SourceEntry> known)
    {
        try
        {
            var stamp = FileStamp.Of(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file) ?? default;
            return known.TryGetValue(file, out var entry) && entry.Stamp == stamp ? entry : new(file, Digest.OfFile(file), stamp, IsLink: false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException(HostMessages.Unreadable.Anywhere(file), isOutput: false, cause);
        }
    }

    private static Inventory Noted(string note)
    {
        try
        {
            return Inventory.Parse(File.Exists(note) ? File.ReadAllText(note) : "");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return new([]);
        }
    }

    private static void Note(string note, string text)
    {
        try
        {
            if (!Directory.Exists(Path.GetDirectoryName(note))) return;
            var draft = $"{note}.{Environment.ProcessId}";
            File.WriteAllText(draft, text);
            File.Move(draft, note, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // They are read again the next time.
        }
    }
}
