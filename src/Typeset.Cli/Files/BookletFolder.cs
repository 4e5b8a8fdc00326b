using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Cli.Files;

/// <summary>A booklet's folder on disk, and the ways to find one.</summary>
public static class BookletFolder
{
    /// <summary>The file that makes a folder a booklet.</summary>
    public const string Manifest = "booklet.yaml";

    /// <summary>A folder of booklets may have folders of booklets in it, this deep.</summary>
    private const int Depth = 3;

    /// <summary>The booklets that an argument means: the folder itself, the folder of a <c>booklet.yaml</c>, or all booklets in a folder, in ordinal order.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public static ImmutableArray<string> Find(string argument)
    {
        var folder = Path.GetFileName(argument) == Manifest ? Path.GetDirectoryName(Path.GetFullPath(argument))! : argument;
        var found = Directory.Exists(folder) ? Within(folder, Depth).Order(StringComparer.Ordinal).ToImmutableArray() : [];
        return found.IsEmpty ? throw new HostException(HostMessages.NoBooklet.Anywhere(argument), ExitCode.NoInput) : found;
    }

    /// <summary>Whether there is a booklet in a folder, or in one below it.</summary>
    public static bool HasBooklet(string folder) => Within(folder, Depth).Any();

    /// <summary>The folder as the engine sees it. Nothing outside can be read through it, by <c>..</c>, by an absolute path or by a link.</summary>
    public static SourceFolder Open(string path) =>
        new(path.TrimEnd('/', Path.DirectorySeparatorChar), relative => Read(path, relative), relative => List(path, relative));

    /// <summary>The booklet's name: its folder's.</summary>
    public static string NameOf(string path) => new DirectoryInfo(path).Name;

    private static IEnumerable<string> Within(string folder, int depth)
    {
        if (File.Exists(Path.Combine(folder, Manifest))) return [folder];
        if (depth == 0) return [];
        try
        {
            return Directory.GetDirectories(folder).Where(sub => !IsLink(sub)).SelectMany(sub => Within(sub, depth - 1));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(folder, cause);
        }
    }

    private static ReadOnlyMemory<byte>? Read(string root, string relative)
    {
        if (Inside(root, relative) is not { } path || !File.Exists(path)) return null;
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, cause);
        }
    }

    private static ImmutableArray<string> List(string root, string relative)
    {
        if (Inside(root, relative) is not { } path || !Directory.Exists(path)) return [];
        try
        {
            return [.. Directory.GetFiles(path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, cause);
        }
    }

    /// <summary>The full path of a relative one that stays inside; null for any other.</summary>
    private static string? Inside(string root, string relative)
    {
        if (relative.Contains('\0') || Path.IsPathRooted(relative)) return null;
        var path = Path.GetFullPath(root);
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is ".") continue;
            if (part is ".." || part.Contains(Path.DirectorySeparatorChar)) return null;
            path = Path.Combine(path, part);
            if (IsLink(path) && !LeadsInside(path, root)) return null;
        }

        return path;
    }

    private static bool IsLink(string path) => new FileInfo(path) is var file && file.Attributes is not (FileAttributes)(-1) && file.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool LeadsInside(string link, string root)
    {
        try
        {
            var target = File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName;
            return target is not null && target.StartsWith(Path.GetFullPath(root).TrimEnd('/') + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static HostException Unreadable(string path, Exception cause) => new(HostMessages.Unreadable.Anywhere(path), ExitCode.NoInput, cause);
}
