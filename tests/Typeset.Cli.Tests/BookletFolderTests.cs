using System.Text;
using Typeset.Cli.Files;

namespace Typeset.Cli.Tests;

public sealed class BookletFolderTests
{
    [Fact]
    public void A_folder_of_booklets_means_all_of_them_in_order()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("b/booklet.yaml", "");
        scratch.Write("a/booklet.yaml", "");
        scratch.Write("c/d/booklet.yaml", "");
        scratch.Write("e/readme.md", "");
        Assert.Equal([scratch.At("a"), scratch.At("b"), scratch.At("c", "d")], BookletFolder.Find(scratch.Path).ToArray());
    }

    [Fact]
    public void A_manifest_means_its_folder()
    {
        using var scratch = new ScratchFolder();
        var manifest = scratch.Write("a/booklet.yaml", "");
        Assert.Equal([scratch.At("a")], BookletFolder.Find(manifest).ToArray());
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("file")]
    [InlineData("empty")]
    public void What_is_no_booklet_is_refused(string name)
    {
        using var scratch = new ScratchFolder();
        scratch.Write("file", "");
        Directory.CreateDirectory(scratch.At("empty"));
        Assert.Equal(ExitCode.NoInput, Assert.Throws<HostException>(() => BookletFolder.Find(scratch.At(name))).ExitCode);
    }

    [Fact]
    public void A_booklet_reads_and_lists_what_lies_in_it()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("a/articles/2.md", "二");
        scratch.Write("a/articles/1.md", "一");
        var folder = BookletFolder.Open(scratch.At("a"));
        Assert.Equal(["1.md", "2.md"], folder.List("articles").ToArray());
        Assert.Equal("二", Encoding.UTF8.GetString(folder.Read("articles/2.md")!.Value.Span));
        Assert.Null(folder.Read("articles/3.md"));
        Assert.Null(folder.Read("articles"));
        Assert.Empty(folder.List("images"));
    }

    [Theory]
    [InlineData("../secret.md")]
    [InlineData("articles/../../secret.md")]
    [InlineData("./../secret.md")]
    [InlineData("link.md")]
    [InlineData("linked/secret.md")]
    [InlineData("/etc/hostname")]
    [InlineData("nul\0byte")]
    public void Nothing_outside_a_booklet_can_be_read_through_it(string path)
    {
        using var scratch = new ScratchFolder();
        var secret = scratch.Write("secret.md", "secret");
        scratch.Write("other/secret.md", "secret");
        scratch.Write("a/articles/1.md", "");
        File.CreateSymbolicLink(scratch.At("a", "link.md"), secret);
        Directory.CreateSymbolicLink(scratch.At("a", "linked"), scratch.At("other"));
        Assert.Null(BookletFolder.Open(scratch.At("a")).Read(path));
    }

    [Fact]
    public void A_link_that_stays_inside_is_followed()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("a/articles/1.md", "一");
        File.CreateSymbolicLink(scratch.At("a", "first.md"), scratch.At("a", "articles", "1.md"));
        Assert.NotNull(BookletFolder.Open(scratch.At("a")).Read("first.md"));
    }
}
