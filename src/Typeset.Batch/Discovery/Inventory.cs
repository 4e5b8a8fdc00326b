using System.Collections.Immutable;
using System.Text;
using Typeset.Batch.Files;
using Typeset.Batch.Work;
using Typeset.Core.Messages;

namespace Typeset.Batch.Discovery;

/// <summary>A file of a booklet: its path in the booklet's folder with <c>/</c>, what it holds (of a link where it leads), and its stamp.</summary>
internal sealed record SourceEntry(string Path, Digest Content, FileStamp Stamp, bool IsLink);

/// <summary>All files that a booklet can be made from, in ordinal order of their paths; a raw manuscript before its corrections and these before its pictures.</summary>
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
            if (place.IsManuscript) return File.Exists(path) ? OfManuscript(path, known) : null;
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

    /// <summary>A manuscript's files with those beside it that its building asked for; one that does not hold any more what was read is noted as it was read.</summary>
    public Inventory With(Archive archive, BookletPlace place, ImmutableArray<SourceFile> beside)
    {
        if (beside.IsEmpty) return this;
        var folder = Path.GetDirectoryName(archive.At(place.Path))!;
        var entries = beside.Select(file => Beside(folder, file.Path, []) is var now && now.Content == file.Content ? now : new(file.Path, file.Content, default, IsLink: false));
        return new([.. Entries.Where(IsOwn), .. entries.OrderBy(static entry => entry.Path, StringComparer.Ordinal)]);

        bool IsOwn(SourceEntry entry) => beside.All(file => file.Path != entry.Path);
    }

    /// <summary>Whether all files of a manuscript hold what is noted of them.</summary>
    public bool IsPresent(Archive archive, BookletPlace place)
    {
        var folder = Path.GetDirectoryName(archive.At(place.Path))!;
        return !place.IsManuscript || Entries.All(entry => Beside(folder, entry.Path, []).Content == entry.Content);
    }

    /// <summary>One file a line: its stamp, <c>@</c> for a link, its content, its path. What had not settled has no stamp and so is read again; what would not fit a line is left out.</summary>
    public string ToText(long takenAt)
    {
        var text = new StringBuilder();
        foreach (var entry in Entries.Where(static entry => !entry.Path.Contains('\n')))
        {
            text.Append((entry.Stamp.WasSettledAt(takenAt) ? entry.Stamp : default).ToString()).Append('\t').Append(entry.IsLink ? "@" : "").Append('\t').Append(entry.Content.Hex).Append('\t').Append(entry.Path).Append('\n');
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

    /// <summary>A manuscript with its corrections, and the files beside it that it asked for when it was last built.</summary>
    private static Inventory OfManuscript(string manuscript, Dictionary<string, SourceEntry> known)
    {
        var names = WithCorrections(manuscript).Select(static file => Path.GetFileName(file)).ToArray();
        var own = WithCorrections(manuscript).Select(file => Look(file, Path.GetFileName(file), isLink: false, known)).OfType<SourceEntry>();
        var folder = Path.GetDirectoryName(manuscript)!;
        return new([.. own, .. known.Keys.Except(names).Order(StringComparer.Ordinal).Select(path => Beside(folder, path, known))]);
    }

    /// <summary>A file that a manuscript asks for. A link counts as none: what it leads to may change unseen.</summary>
    private static SourceEntry Beside(string folder, string path, Dictionary<string, SourceEntry> known)
    {
        var file = Path.Combine(folder, path);
        return !File.Exists(file) || Archive.IsLink(new FileInfo(file)) || Look(file, path, isLink: false, known) is not { } entry
            ? new(path, Digest.OfNothing, default, IsLink: false)
            : entry;
    }

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
