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

    [Fact]
    public void A_folder_without_a_booklet_file_is_told_so()
    {
        var (booklet, diagnostics) = Folders.Read(("articles/a.md", "文"));
        Assert.Null(booklet);
        Assert.Equal("TS1001", Assert.Single(diagnostics.Sorted()).Id);
    }

    [Fact]
    public void Reading_on_several_threads_gives_the_same_booklet_every_time()
    {
        var body = string.Concat(Enumerable.Repeat("第一段*着重*，脚注[^1]{.foo}。\n\n", 400)) + "[^1]: 注\n[^2]: 无\n";
        var files = Enumerable.Range(0, 40).Select(i => ($"articles/{i:00}.md", $"---\ntitle: 第{i}篇\n---\n{body}![图](images/无.png)\n")).Append(("booklet.yaml", "title: 册\n")).ToArray();
        var first = Dump(files);
        for (var i = 0; i < 3; i++) Assert.Equal(first, Dump(files));
        Assert.Contains("第39篇", first, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_s_own_changes_come_with_its_id()
    {
        var (booklet, _) = Folders.Read(("booklet.yaml", "title: 册\nstyle: xuexi-a4\nstyle-overrides: { body: { size: 四号 } }\n"), ("articles/a.md", "---\ntitle: 甲\nstyle: { page: { lines: 31 }, body: { line-pitch: 22pt } }\n---\n文"));
        var diagnostics = new DiagnosticBag();
        var styled = StyleReader.Resolve(booklet!, null, StyleFiles.Find, diagnostics)!;
        var own = styled.StyleOf(booklet!.Booklet.Parts[0].Articles[0]);
        Assert.Empty(diagnostics.Sorted());
        Assert.Equal((14.Pt, 31, 22.Pt), (own.Of(Documents.TextRole.Body).Size, own.Page.Lines, own.Of(Documents.TextRole.Body).LinePitch));
        Assert.Equal((14.Pt, 0, 24.Pt), (styled.Style.Of(Documents.TextRole.Body).Size, styled.Style.Page.Lines, styled.Style.Of(Documents.TextRole.Body).LinePitch));
    }

    private static string Dump((string, string)[] files)
    {
        var (source, diagnostics) = Folders.Read(files);
        return Invariants.Dump(source, diagnostics);
    }
}

/// <summary>Booklet folders in memory.</summary>
internal static class Folders
{
    public static SourceFolder Of(params (string Path, string Text)[] files) => Of(files.ToDictionary(static file => file.Path, static file => Encoding.UTF8.GetBytes(file.Text)));

    public static SourceFolder Of(IReadOnlyDictionary<string, byte[]> files) => new(
        "", path => files.TryGetValue(path, out var bytes) ? bytes : default(ReadOnlyMemory<byte>?),
        folder => [.. files.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(path => path[(folder.Length + 1)..]).Order(StringComparer.Ordinal)]);

    public static (BookletSource? Booklet, DiagnosticBag Diagnostics) Read(params (string Path, string Text)[] files)
    {
        var diagnostics = new DiagnosticBag();
        return (BookletReader.Read(Of(files), diagnostics, CancellationToken.None), diagnostics);
    }
}
