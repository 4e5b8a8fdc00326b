using System.Collections.Immutable;
using System.Text;
using Typeset.Core;

namespace Typeset;

/// <summary>A file that a booklet was made of, under the name that it has in the booklet's folder.</summary>
internal sealed record NotedSource(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>Notes the files that are read while a booklet is read and laid out: what it takes to build it again.</summary>
internal sealed class SourceNotes
{
    /// <summary>Where styles stand that are none of the folder's own.</summary>
    private const string StyleFolder = "styles/";

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _files = new(StringComparer.Ordinal);
    private readonly BookletRequest _request;

    public SourceNotes(BookletRequest request)
    {
        _request = request;
        Watched = request with { Folder = request.Folder with { Read = Read }, Styles = Style };
    }

    /// <summary>The request whose reading is noted.</summary>
    public BookletRequest Watched { get; }

    /// <summary>What was read so far, by name in ordinal order.</summary>
    public ImmutableArray<NotedSource> Files
    {
        get { lock (_gate) return [.. _files.Select(static file => new NotedSource(file.Key, file.Value))]; }
    }

    /// <summary>The name of a file beside a style: the folder's own, or one among the styles.</summary>
    public static string NameBeside(SourceText style, string file, SourceFolder folder) => FolderOf(NameOf(style, folder)) + file;

    private ReadOnlyMemory<byte>? Read(string path)
    {
        var bytes = _request.Folder.Read(path);
        if (bytes is { } found) Note(string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(static part => part != ".")), found);
        return bytes;
    }

    private SourceText? Style(string name)
    {
        var style = _request.Styles(name);
        if (style is not null) Note(NameOf(style, _request.Folder), Encoding.UTF8.GetBytes(style.Text));
        return style;
    }

    private void Note(string name, ReadOnlyMemory<byte> bytes)
    {
        lock (_gate) _files.TryAdd(name, bytes);
    }

    private static string NameOf(SourceText style, SourceFolder folder) =>
        style.Path.StartsWith(folder.PathOf(""), StringComparison.Ordinal) ? style.Path[folder.PathOf("").Length..] : StyleFolder + style.Path[(style.Path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string FolderOf(string name) => name[..(name.LastIndexOf('/') + 1)];
}
