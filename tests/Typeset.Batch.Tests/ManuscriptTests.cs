using Typeset.Cli;

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
        _archive.Put("旧稿/春.docx", "不是压缩包，而是文字。").Put("旧稿/~$春.docx", "x").Put("旧稿/README.md", "x");
        _archive.Rebuild();
        Assert.True(File.Exists(_archive.Out("旧稿", "春.txt.pdf")));
        Assert.Contains("2 booklets", _archive.Said, StringComparison.Ordinal);
    }
}
