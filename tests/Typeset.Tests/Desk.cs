using System.Text;
using Typeset.Core;
using Typeset.Layout.Pagination;
using Typeset.Originals;

namespace Typeset.Tests;

/// <summary>Booklets made in memory, for tests of what authors get wrong.</summary>
internal sealed class Desk
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public Desk(string booklet = "title: 试排\nstyle: book-a5\n") => Put("booklet.yaml", booklet);

    public DiagnosticBag Diagnostics { get; } = new();

    public Desk Put(string path, string text) => Put(path, Encoding.UTF8.GetBytes(text));

    public Desk Put(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    public BookletRequest Request => new()
    {
        Folder = new SourceFolder("desk", path => _files.TryGetValue(path, out var bytes) ? bytes : default(ReadOnlyMemory<byte>?), Listing),
        Styles = Workshop.FindStyle, Fonts = Workshop.FontSources(), Clock = TimeProvider.System,
    };

    /// <summary>Lays out and writes the booklet within a deadline.</summary>
    public (BookletResult Result, byte[] Pdf) Typeset(BookletRequest? request = null)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        request ??= Request;
        var result = Typesetter.Typeset(request, Diagnostics, deadline.Token);
        if (result.Layout is null) return (result, []);
        using var output = new MemoryStream();
        Typesetter.Write(result, request, OutputKind.Reading, output, Diagnostics, deadline.Token);
        return (result, output.ToArray());
    }

    /// <summary>All printed lines.</summary>
    public static IEnumerable<string> Lines(BookletLayout layout) =>
        Enumerable.Range(0, layout.Paged.Pages.Length).SelectMany(i => layout.Report(i).Lines);

    /// <summary>The diagnostics with an id, as «line:column message».</summary>
    public IEnumerable<string> Told(string id) => Diagnostics.Sorted().Where(d => d.Id == id).Select(static d => $"{d.Span}: {d.Message(Language.English)}");

    private System.Collections.Immutable.ImmutableArray<string> Listing(string folder) =>
        [.. _files.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal))];
}
