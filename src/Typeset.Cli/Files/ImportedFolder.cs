using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Typeset.Cli.Reporting;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Writing;

namespace Typeset.Cli.Files;

/// <summary>
/// The folder that an import writes. A hidden list in it has every file with the hash of what was written, so that a later import can
/// tell what an editor has changed since; that is never overwritten without a word, and never lost.
/// </summary>
internal sealed class ImportedFolder
{
    /// <summary>The report for programs.</summary>
    public const string Report = "import-report.json";

    /// <summary>The report for people.</summary>
    public const string PlainReport = "import-report.txt";

    /// <summary>The list of what was written.</summary>
    private const string List = ".import-files.json";

    /// <summary>How many edited files a refusal names.</summary>
    private const int NamedEdits = 5;

    private readonly string _folder;
    private readonly ImmutableDictionary<string, string> _written;

    private ImportedFolder(string folder, ImmutableDictionary<string, string> written, ImmutableArray<string> edited) => (_folder, _written, Edited) = (folder, written, edited);

    /// <summary>Files of the last import that are no longer what it wrote.</summary>
    public ImmutableArray<string> Edited { get; }

    /// <summary>A folder that an import may write to: a new one, an empty one, or one that an import made.</summary>
    /// <exception cref="HostException">It holds other things, or an editor has changed it and <paramref name="overwrite"/> is not given.</exception>
    public static ImportedFolder Open(string folder, bool overwrite)
    {
        if (File.Exists(folder)) throw new HostException(HostMessages.NotEmpty.Anywhere(folder), ExitCode.NoOutput);
        var isUsed = Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();
        var written = isUsed ? ReadList(folder) ?? throw new HostException(ImportMessages.FolderForeign.Anywhere(folder), ExitCode.NoOutput) : ImmutableDictionary<string, string>.Empty;
        ImmutableArray<string> edited = [.. written.Where(file => IsEdited(Path.Combine(folder, file.Key), file.Value)).Select(static file => file.Key).Order(StringComparer.Ordinal)];
        if (edited.IsEmpty || overwrite) return new ImportedFolder(folder, written, edited);
        var named = string.Join(", ", edited.Take(NamedEdits)) + (edited.Length > NamedEdits ? " …" : "");
        throw new HostException(ImportMessages.FolderChanged.Anywhere(folder, named), ExitCode.NoOutput);
    }

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Writes the files; those of the last import that are not among them go away, edited ones stay as <c>NAME.bak</c>.</summary>
    /// <exception cref="HostException">The folder cannot be written to.</exception>
    public void Write(ImmutableArray<BookletEntry> entries, DiagnosticBag diagnostics)
    {
        try
        {
            if (_written.IsEmpty) WriteNew(entries);
            else WriteOver(entries, diagnostics);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HostException(HostMessages.Unwritable.Anywhere(_folder), ExitCode.NoOutput, cause);
        }
    }

    /// <summary>A new folder comes into being whole: it is written beside its place and renamed.</summary>
    private void WriteNew(ImmutableArray<BookletEntry> entries)
    {
        var place = Path.GetFullPath(_folder).TrimEnd(Path.DirectorySeparatorChar);
        var draft = Path.Combine(Path.GetDirectoryName(place) ?? place, $".{Path.GetFileName(place)}.{Environment.ProcessId}.tmp");
        try
        {
            foreach (var entry in entries) WriteEntry(draft, entry);
            WriteEntry(draft, ListOf(entries));
            if (Directory.Exists(place)) Directory.Delete(place);
            Directory.Move(draft, place);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    private void WriteOver(ImmutableArray<BookletEntry> entries, DiagnosticBag diagnostics)
    {
        foreach (var edited in Edited) Keep(edited, diagnostics);
        foreach (var entry in entries)
        {
            if (!_written.ContainsKey(entry.Path) && File.Exists(Path.Combine(_folder, entry.Path))) Keep(entry.Path, diagnostics);
            WriteEntry(_folder, entry);
        }

        var kept = entries.Select(static entry => entry.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        WriteEntry(_folder, ListOf(entries));
        foreach (var old in _written.Keys.Where(old => !kept.Contains(old))) File.Delete(Path.Combine(_folder, old));
    }

    private static void WriteEntry(string folder, BookletEntry entry) => OutputFile.Write(Path.Combine(folder, entry.Path), stream =>
    {
        stream.Write(entry.Bytes.Span);
        return true;
    });

    private static BookletEntry ListOf(ImmutableArray<BookletEntry> entries)
    {
        var list = JsonText.Object();
        foreach (var entry in entries) list.Writer.WriteString(entry.Path, HashOf(entry.Bytes.Span));
        list.Writer.WriteEndObject();
        return new BookletEntry(List, Encoding.UTF8.GetBytes(list.Close() + "\n"));
    }

    private void Keep(string file, DiagnosticBag diagnostics)
    {
        var kept = file + ".bak";
        for (var number = 2; File.Exists(Path.Combine(_folder, kept)); number++) kept = $"{file}.{number}.bak";
        File.Move(Path.Combine(_folder, file), Path.Combine(_folder, kept));
        diagnostics.Add(ImportMessages.KeptEdited.Anywhere(file, kept));
    }

    private static bool IsEdited(string path, string hash) => File.Exists(path) && HashOf(File.ReadAllBytes(path)) != hash;

    /// <summary>What the last import wrote: paths and hashes; null where there is no such list.</summary>
    private static ImmutableDictionary<string, string>? ReadList(string folder)
    {
        try
        {
            using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, List)));
            var files = list.RootElement.EnumerateObject();
            return files.Where(static file => IsInside(file.Name)).ToImmutableDictionary(static file => file.Name, static file => file.Value.GetString() ?? "");
        }
        catch (Exception cause) when (cause is IOException or JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The list may have been edited too: a path that leads out of the folder is none of ours.</summary>
    private static bool IsInside(string path) => !Path.IsPathRooted(path) && !path.Split('/', '\\').Contains("..");
}
