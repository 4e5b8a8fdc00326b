using System.Collections.Immutable;
using System.Text;
using Typeset.Core;

namespace Typeset.Manuscripts.Tests;

public sealed class BookletReaderTests
{
    [Fact]
    public void A_booklet_without_a_list_takes_all_articles_in_name_order()
    {
        var (booklet, diagnostics) = Folders.Read(("booklet.yaml", "title: 山\n"), ("articles/02-乙.md", "---\ntitle: 乙\n---\n文"), ("articles/01-甲.md", "---\ntitle: 甲\n---\n文"));
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal(["01-甲", "02-乙"], booklet!.Booklet.Parts[0].Articles.Select(static article => article.Id));
    }
}

/// <summary>Booklet folders in memory.</summary>
internal static class Folders
{
    public static SourceFolder Of(params (string Path, string Text)[] files) => Of(files.ToDictionary(static file => file.Path, static file => Encoding.UTF8.GetBytes(file.Text)));

    public static SourceFolder Of(IReadOnlyDictionary<string, byte[]> files) => new(
        "", path => files.TryGetValue(path, out var bytes) ? new ReadOnlyMemory<byte>(bytes) : null,
        folder => [.. files.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(path => path[(folder.Length + 1)..]).Order(StringComparer.Ordinal)]);

    public static (BookletSource? Booklet, DiagnosticBag Diagnostics) Read(params (string Path, string Text)[] files)
    {
        var diagnostics = new DiagnosticBag();
        return (BookletReader.Read(Of(files), diagnostics, CancellationToken.None), diagnostics);
    }
}
