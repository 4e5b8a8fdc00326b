using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Raw;

namespace Typeset.Cli.Files;

/// <summary>Raw manuscripts on disk: which files arguments mean, and their bytes.</summary>
internal static class RawFiles
{
    /// <summary>Folders in a folder of manuscripts are looked through this deep.</summary>
    private const int Depth = 3;

    /// <summary>What a browser names the folder of a saved page's pictures and scripts.</summary>
    public static readonly ImmutableArray<string> PageFolders = ["_files", ".files", "_文件"];

    /// <summary>Files that may lie among manuscripts and are none; no word is lost about them.</summary>
    private static readonly string[] Companions = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".css", ".js", ".json", ".yaml", ".yml", ".bak", ".pdf"];

    /// <summary>The files of the arguments in their order; those of a folder by name, numbers in names by their value.</summary>
    /// <exception cref="HostException">An argument is not there, or a folder holds no manuscript.</exception>
    public static ImmutableArray<string> Find(IEnumerable<string> arguments, DiagnosticBag diagnostics) =>
        [.. arguments.SelectMany(argument => Of(argument, diagnostics)).DistinctBy(Path.GetFullPath)];

    /// <summary>Whether an argument is a manuscript, or a folder of manuscripts and no booklet.</summary>
    public static bool Are(string argument) =>
        File.Exists(argument) ? Path.GetFileName(argument) != BookletFolder.Manifest
        : Directory.Exists(argument) && !BookletFolder.HasBooklet(argument) && Within(argument, Depth, new DiagnosticBag()).Any();

    /// <summary>The file with its bytes; null where it is larger than any manuscript, with the reason in the bag.</summary>
    /// <exception cref="HostException">It cannot be read.</exception>
    public static RawFile? Read(string path, DiagnosticBag diagnostics)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var length = stream.CanSeek ? stream.Length : 0;
            var bytes = length > RawReader.SizeLimit ? null : Bytes(stream, length);
            if (bytes is not null) return new RawFile(path, bytes, BookletFolder.Open(Path.GetDirectoryName(Path.GetFullPath(path))!));
            diagnostics.Add(RawReader.TooLarge(path, Math.Max(length, RawReader.SizeLimit + 1L)));
            return null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HostException(HostMessages.Unreadable.Anywhere(path), ExitCode.NoInput, cause);
        }
    }

    /// <summary>The editor's corrections beside a manuscript.</summary>
    public static ImmutableArray<Correction> CorrectionsOf(string path, DiagnosticBag diagnostics) =>
        CorrectionFileOf(path) is { } file ? Corrections.Read(new SourceText(file, File.ReadAllText(file)), path, diagnostics) : [];

    /// <summary>Where they are: <c>NAME.txt.corrections.yaml</c>, or <c>NAME.corrections.yaml</c>; null where there are none.</summary>
    public static string? CorrectionFileOf(string path) =>
        Array.Find([path + Corrections.Suffix, Path.ChangeExtension(path, null) + Corrections.Suffix], File.Exists);

    /// <summary>Reads to the end, but no further than the limit: what calls itself empty may have none.</summary>
    private static byte[]? Bytes(FileStream stream, long length)
    {
        var bytes = new MemoryStream((int)length);
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + count > RawReader.SizeLimit) return null;
            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }

    private static IEnumerable<string> Of(string argument, DiagnosticBag diagnostics)
    {
        if (File.Exists(argument)) return [argument];
        var found = Directory.Exists(argument) ? Within(argument, Depth, diagnostics).ToArray() : [];
        return found.Length > 0 ? found : throw new HostException(ImportMessages.NoManuscripts.Anywhere(argument), ExitCode.NoInput);
    }

    private static IEnumerable<string> Within(string folder, int depth, DiagnosticBag diagnostics)
    {
        try
        {
            var files = Directory.GetFiles(folder).Where(file => IsManuscript(file, diagnostics)).Order(FileNameOrder.Comparer);
            if (depth == 0) return files;
            var folders = Directory.GetDirectories(folder).Where(sub => !IsHidden(sub) && !PageFolders.Any(sub.EndsWith)).Order(FileNameOrder.Comparer);
            return files.Concat(folders.SelectMany(sub => Within(sub, depth - 1, diagnostics)));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HostException(HostMessages.Unreadable.Anywhere(folder), ExitCode.NoInput, cause);
        }
    }

    private static bool IsManuscript(string file, DiagnosticBag diagnostics)
    {
        if (IsHidden(file)) return false;
        if (RawReader.KindOf(file) is not null) return true;
        if (!Companions.Contains(Path.GetExtension(file).ToLowerInvariant())) diagnostics.Add(ImportMessages.FileSkipped.Anywhere(file));
        return false;
    }

    private static bool IsHidden(string path) => Path.GetFileName(path) is ['.', ..] or ['~', '$', ..];
}
