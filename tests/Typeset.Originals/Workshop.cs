using System.Text.Json;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Pagination;
using Typeset.Manuscripts;
using Typeset.Shaping;
using Typeset.Testing;

namespace Typeset.Originals;

/// <summary>The checkout's own styles and fonts, ready for setting booklets in tests.</summary>
public sealed class Workshop
{
    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The text of a shipped style.</summary>
    public static SourceText? FindStyle(string name)
    {
        var path = Repository.At("styles", Path.GetFileNameWithoutExtension(name) + ".yaml");
        return File.Exists(path) ? new SourceText(path, File.ReadAllText(path)) : null;
    }

    /// <summary>The shipped faces, each read when it is asked for.</summary>
    public static IReadOnlyList<FontSource> FontSources()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Repository.At("fonts", "manifest.json")));
        return [.. manifest.RootElement.GetProperty("faces").EnumerateArray().Select(static face =>
        {
            var path = Repository.At("fonts", face.GetProperty("file").GetString()!);
            return new FontSource(face.GetProperty("postScriptName").GetString()!, path, 0, () => File.ReadAllBytes(path));
        })];
    }

    public HouseStyle Style(string name) =>
        StyleReader.Resolve(name, [], FindStyle, Diagnostics) ?? throw new InvalidOperationException("There is no style " + name);

    /// <summary>A request for a sample booklet of the checkout.</summary>
    public static BookletRequest Sample(string name) => Request(Repository.At("seeds", name));

    /// <summary>A request for the booklet in a folder.</summary>
    public static BookletRequest Request(string folder) => new()
    {
        Folder = FolderAt(folder), Styles = FindStyle, Fonts = FontSources(), Clock = TimeProvider.System,
    };

    /// <summary>The names of all sample booklets.</summary>
    public static IEnumerable<string> Samples() =>
        Directory.GetDirectories(Repository.At("seeds")).Where(static d => File.Exists(Path.Combine(d, "booklet.yaml"))).Select(static d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    private static SourceFolder FolderAt(string folder) => new(
        Path.GetFileName(folder),
        path => File.Exists(Path.Combine(folder, path)) ? File.ReadAllBytes(Path.Combine(folder, path)) : default(ReadOnlyMemory<byte>?),
        path => Directory.Exists(Path.Combine(folder, path))
            ? [.. Directory.GetFiles(Path.Combine(folder, path)).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)]
            : []);

    public BookletLayout LayOut(StyledBooklet styled) =>
        Paginator.Paginate(styled, new FontLibrary(FontSources(), Diagnostics), Diagnostics, new LayoutOptions { Parallelism = 1 }, CancellationToken.None);
}
