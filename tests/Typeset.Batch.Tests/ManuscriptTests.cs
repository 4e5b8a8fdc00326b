using Typeset.Cli;
using Typeset.Testing;

namespace Typeset.Batch.Tests;

/// <summary>Raw manuscripts in an archive become booklets of their own.</summary>
public sealed class ManuscriptTests : IDisposable
{
    private const string Text = "春日笔记\n\n一、山中\n\n　　春天来了，山里的雪化了，溪水涨起来，路边的草也绿了。\n\n　　我们沿着溪水往上走，走了半天才到村口。\n";

    private readonly ScratchArchive _archive = new ScratchArchive().Put("旧稿/春.txt", Text);

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void A_manuscript_is_built_where_it_lies_and_again_when_it_or_its_corrections_change()
    {
        Assert.Equal(ExitCode.Ok, _archive.Rebuild());
        Assert.True(File.Exists(_archive.Out("旧稿", "春.pdf")));
        Assert.Empty(_archive.Stale());
        _archive.Put("旧稿/春.txt.corrections.yaml", "[]\n");
        Assert.Equal(["旧稿/春.txt sources"], _archive.Stale());
    }

    [Fact]
    public void Manuscripts_of_one_name_are_told_apart_and_word_processors_locks_are_none()
    {
        _archive.Put("旧稿/春.docx", "不是压缩包，而是文字。").Put("旧稿/~$春.docx", "x");
        _archive.Rebuild();
        Assert.True(File.Exists(_archive.Out("旧稿", "春.txt.pdf")));
        Assert.Contains("2 booklets", _archive.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_that_an_import_takes_is_a_manuscript()
    {
        foreach (var name in (string[])["a.text", "b.md", "c.markdown", "d.html", "e.HTM", "f.xhtml", "g.docx", "h.docm"]) _archive.Put("各式/" + name, "x");
        Assert.Equal(8, _archive.Stale("--only", "各式").Count());
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("旧稿/readme.zh-CN.md")]
    [InlineData("旧稿/LICENSE.txt")]
    [InlineData("旧稿/夏.import-report.txt")]
    [InlineData("旧稿/网页_files/frame.html")]
    [InlineData("旧稿/夏.corrections.yaml")]
    [InlineData("旧稿/夏.pdf")]
    [InlineData(".旧稿/夏.txt")]
    [InlineData("册子/README.md")]
    [InlineData("册子/articles/夏.md")]
    [InlineData("册子/notes.txt")]
    public void What_is_about_a_folder_or_part_of_something_is_no_manuscript(string file)
    {
        _archive.Add("册子").Put(file, "x");
        Assert.Equal(["册子 new", "旧稿/春.txt new"], _archive.Stale());
    }

    [Theory]
    [InlineData("春游.md", "春游\n\n春天来了，山里的雪化了，溪水涨起来，路边的草也绿了。\n\n![山](images/山.png)\n")]
    [InlineData("春游.html", "<html><body><h1>春游</h1><p>春天来了，山里的雪化了，溪水涨起来，路边的草也绿了。</p><img src=\"./images/%E5%B1%B1.png\"></body></html>")]
    public void A_picture_beside_a_manuscript_makes_it_stale_when_it_comes_changes_and_goes(string name, string text)
    {
        _archive.Put("游记/" + name, text);
        _archive.Rebuild();
        Assert.Empty(_archive.Stale());
        var picture = _archive.At("游记", "images", "山.png");
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        var samples = Directory.GetFiles(Repository.At("seeds"), "*.png", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(2).ToArray();
        foreach (var sample in samples)
        {
            File.Copy(sample, picture, overwrite: true);
            Assert.Equal([$"游记/{name} sources"], _archive.Stale());
            Assert.Equal(ExitCode.Ok, _archive.Rebuild());
            Assert.Empty(_archive.Stale());
        }

        _archive.Put("游记/images/别的.png", "x");
        Assert.Empty(_archive.Stale());
        File.Delete(picture);
        Assert.Equal([$"游记/{name} sources"], _archive.Stale());
    }

    [Fact]
    public void A_picture_outside_or_behind_a_link_is_not_taken()
    {
        var sample = Directory.GetFiles(Repository.At("seeds"), "*.png", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.Copy(sample, _archive.At("外.png"));
        _archive.Put("游记/春游.html", "<html><body><h1>春游</h1><p>春天来了，山里的雪化了，溪水涨起来，路边的草也绿了。</p><img src=\"../外.png\"><img src=\"链.png\"></body></html>");
        File.CreateSymbolicLink(_archive.At("游记", "链.png"), _archive.At("外.png"));
        _archive.Rebuild();
        var before = File.ReadAllBytes(_archive.Out("游记", "春游.pdf"));
        File.Delete(_archive.At("外.png"));
        Assert.Empty(_archive.Stale());
        _archive.Rebuild("--date", "2001-01-01");
        _archive.Rebuild();
        Assert.Equal(before, File.ReadAllBytes(_archive.Out("游记", "春游.pdf")));
    }
}
