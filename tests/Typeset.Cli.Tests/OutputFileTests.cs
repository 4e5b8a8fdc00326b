using System.Text;
using Typeset.Cli.Files;

namespace Typeset.Cli.Tests;

public sealed class OutputFileTests
{
    [Fact]
    public void A_file_takes_the_place_of_the_earlier_one_when_it_is_whole()
    {
        using var scratch = new ScratchFolder();
        var path = scratch.Write("a.pdf", "old");
        OutputFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            Assert.Equal("old", File.ReadAllText(path));
            return true;
        });
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(scratch.Path));
    }

    [Fact]
    public void Nothing_is_left_of_a_file_whose_writing_failed()
    {
        using var scratch = new ScratchFolder();
        var path = scratch.Write("a.pdf", "old");
        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(path, stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes(new string('x', 200_000)));
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(scratch.Path));
    }

    [Fact]
    public void A_file_that_is_not_to_be_kept_leaves_the_earlier_one()
    {
        using var scratch = new ScratchFolder();
        var path = scratch.Write("a.pdf", "old");
        Assert.False(OutputFile.Write(path, _ => false));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(scratch.Path));
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_a_refusal_with_its_own_exit_code()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("file", "");
        var refusal = Assert.Throws<HostException>(() => OutputFile.Write(scratch.At("file", "a.pdf"), _ => true));
        Assert.Equal(ExitCode.NoOutput, refusal.ExitCode);
    }

    [Fact]
    public void A_folder_in_the_place_is_left_alone()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("a.pdf/inside", "");
        Assert.Equal(ExitCode.NoOutput, Assert.Throws<HostException>(() => OutputFile.Write(scratch.At("a.pdf"), _ => true)).ExitCode);
        Assert.Empty(Directory.GetFiles(scratch.Path));
    }

    [Fact]
    public void Folders_down_to_the_file_are_made()
    {
        using var scratch = new ScratchFolder();
        OutputFile.Write(scratch.At("x", "y", "a.pdf"), _ => true);
        Assert.True(File.Exists(scratch.At("x", "y", "a.pdf")));
    }
}
