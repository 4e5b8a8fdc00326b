using System.Collections.Immutable;
using System.Text;
using Typeset.Batch.Files;
using Typeset.Core.Messages;

namespace Typeset.Batch.Discovery;

/// <summary>A file of a booklet: its path in the booklet's folder with <c>/</c>, what it holds (of a link where it leads), and its stamp.</summary>
internal sealed record SourceEntry(string Path, Digest Content, FileStamp Stamp, bool IsLink);

/// <summary>All files that a booklet can be made from, in ordinal order of their paths; a raw manuscript before its corrections.</summary>
internal sealed record Inventory(ImmutableArray<SourceEntry> Entries)
{
    private const string CorrectionsSuffix = ".corrections.yaml";

    /// <summary>Names and contents together.</summary>
    public Digest Digest
    {
        get
        {
            using var digest = new DigestOfFields();
            foreach (var entry in Entries) digest.Add(entry.Path).Add(entry.IsLink ? "link" : "file").Add(entry.Content.Hex);
            return digest.Close();
        }
    }

    public long Bytes => Entries.Sum(static entry => entry.Stamp.Size);

    /// <summary>When a file of it last changed, in nanoseconds since 1970.</summary>
    public long LastModified => Entries.IsEmpty ? 0 : Entries.Max(static entry => entry.Stamp.Modified);

    /// <summary>
    /// Takes stock of a booklet. A file whose stamp is the one in an earlier <see cref="Inventory"/> is not read again: its content is known.
    /// Null where the booklet is gone.
    /// </summary>
    /// <exception cref="ArchiveException">A file cannot be read.</exception>
    public static Inventory? Take(Archive archive, BookletPlace place, Inventory? earlier)
    {
        var known = earlier?.Entries.ToDictionary(static entry => entry.Path) ?? [];
        var path = archive.At(place.Path);
        try
        {
            if (place.IsManuscript) return File.Exists(path) ? new([.. WithCorrections(path).Select(file => Look(file, Path.GetFileName(file), isLink: false, known)).OfType<SourceEntry>()]) : null;
            var entries = Files(new DirectoryInfo(path), "").Select(file => Look(file.Info.FullName, file.Path, Archive.IsLink(file.Info), known));
            return new([.. entries.OfType<SourceEntry>().OrderBy(static entry => entry.Path, StringComparer.Ordinal)]);
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException(HostMessages.Unreadable.Anywhere(path), isOutput: false, cause);
        }
    }

    /// <summary>One file a line: its stamp, <c>@</c> for a link, its content, its path. What had not settled, or would not fit a line, is left out and so read again.</summary>
    public string ToText(long takenAt)
    {
        var text = new StringBuilder();
        foreach (var entry in Entries.Where(entry => entry.Stamp.WasSettledAt(takenAt) && !entry.Path.Contains('\n')))
        {
            text.Append(entry.Stamp.ToString()).Append('\t').Append(entry.IsLink ? "@" : "").Append('\t').Append(entry.Content.Hex).Append('\t').Append(entry.Path).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What <see cref="ToText"/> wrote.</summary>
    public static Inventory Parse(string text)
    {
        var entries = ImmutableArray.CreateBuilder<SourceEntry>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('\t', 4);
            if (parts.Length == 4 && FileStamp.Parse(parts[0]) is { } stamp && Digest.TryParse(parts[2], out var content)) entries.Add(new(parts[3], content, stamp, parts[1].Length > 0));
        }

        return new(entries.ToImmutable());
    }

    /// <summary>A manuscript comes first, then the editor's corrections beside it, under either of their names.</summary>
    private static IEnumerable<string> WithCorrections(string manuscript) =>
        [manuscript, manuscript + CorrectionsSuffix, Path.ChangeExtension(manuscript, null) + CorrectionsSuffix];

    private static SourceEntry? Look(string path, string relative, bool isLink, Dictionary<string, SourceEntry> known)
    {
        if (FileStamp.Of(path) is not { } stamp) return null;
        if (known.TryGetValue(relative, out var entry) && entry.Stamp == stamp && entry.IsLink == isLink) return entry;
        return new(relative, isLink ? Digest.Of(new FileInfo(path).LinkTarget ?? "") : Digest.OfFile(path), stamp, isLink);
    }

    private static IEnumerable<(FileSystemInfo Info, string Path)> Files(DirectoryInfo folder, string path)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (Archive.IsHidden(entry.Name)) continue;
            var relative = Archive.Join(path, entry.Name);
            if (entry is DirectoryInfo sub && !Archive.IsLink(entry))
            {
                foreach (var file in Files(sub, relative)) yield return file;
            }
            else
            {
                yield return (entry, relative);
            }
        }
    }
}
