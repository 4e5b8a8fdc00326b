using System.Collections.Immutable;
using Typeset.Batch.Files;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Batch.Discovery;

/// <summary>
/// A tree of back issues. A folder with a <c>booklet.yaml</c> is a booklet, whole; elsewhere a raw manuscript is one.
/// Hidden files and folders, links to folders, and the folder of outputs are no part of it.
/// </summary>
internal sealed class Archive(string root, OutputRoot output, ManuscriptNames manuscripts)
{
    /// <summary>The file that makes a folder a booklet.</summary>
    public const string BookletFile = "booklet.yaml";

    /// <summary>No tree of issues is deeper; a loop of mounts is.</summary>
    private const int Deepest = 40;

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>A path in the archive on disk.</summary>
    public string At(string relative) => Path.Combine(Root, relative);

    /// <summary>All booklets in ordinal order of their paths; two that would be written to one place are reported, and only the first is given.</summary>
    /// <exception cref="ArchiveException">A folder cannot be read.</exception>
    public ImmutableArray<BookletPlace> Booklets(List<Diagnostic> problems)
    {
        if (!Directory.Exists(Root)) throw new ArchiveException(BatchMessages.NoArchive.Anywhere(Root), isOutput: false);
        var found = Within(new DirectoryInfo(Root), "", Deepest).OrderBy(static place => place.Path, StringComparer.Ordinal).ToImmutableArray();
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return [.. found.Where(place => IsFirst(place, taken, problems))];
    }

    private static bool IsFirst(BookletPlace place, Dictionary<string, string> taken, List<Diagnostic> problems)
    {
        if (taken.TryAdd(place.Target, place.Path)) return true;
        problems.Add(BatchMessages.SameOutput.Anywhere(place.Path, taken[place.Target]));
        return false;
    }

    private IEnumerable<BookletPlace> Within(DirectoryInfo folder, string path, int depth)
    {
        var entries = Entries(folder);
        if (entries.Any(static entry => entry is FileInfo { Name: BookletFile })) return [BookletAt(path)];
        var files = entries.OfType<FileInfo>().Where(IsManuscript).ToImmutableArray();
        var folders = depth == 0 ? [] : entries.OfType<DirectoryInfo>().Where(sub => !IsLink(sub) && sub.FullName != output.Path && !manuscripts.IsPageFolder(sub.Name));
        return [.. files.Select(file => ManuscriptAt(Join(path, file.Name), files)), .. folders.SelectMany(sub => Within(sub, Join(path, sub.Name), depth - 1))];
    }

    private BookletPlace BookletAt(string path) =>
        path.Length > 0 ? new(path, false) { Target = path } : new(".", false) { Target = new DirectoryInfo(Root).Name };

    /// <summary>A manuscript's outputs are called as it is, without its extension where that tells it from its neighbours.</summary>
    private static BookletPlace ManuscriptAt(string path, ImmutableArray<FileInfo> neighbours)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        var isAlone = neighbours.Count(file => Path.GetFileNameWithoutExtension(file.Name).Equals(stem, StringComparison.OrdinalIgnoreCase)) == 1;
        return new(path, true) { Target = isAlone ? path[..^Path.GetExtension(path).Length] : path };
    }

    private bool IsManuscript(FileInfo file) => !IsLink(file) && manuscripts.IsManuscript(file.Name);

    private static FileSystemInfo[] Entries(DirectoryInfo folder)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos().Where(static entry => !IsHidden(entry.Name))];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException(BatchMessages.NoArchive.Anywhere(folder.FullName), isOutput: false, cause);
        }
    }

    /// <summary>Editors, version control, desktops and word processors keep such files.</summary>
    public static bool IsHidden(string name) => name is ['.', ..] or ['~', '$', ..];

    public static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    public static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;
}
