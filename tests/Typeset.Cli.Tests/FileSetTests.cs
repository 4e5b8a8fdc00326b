using Typeset.Testing;

namespace Typeset.Cli.Tests;

public sealed class FileSetTests
{
    private static readonly string[] Endings = [".pdf", ".archive.pdf", ".docx"];

    private readonly Streams _streams = new();

    [Fact]
    public void Files_written_beside_each_other_are_those_written_one_by_one()
    {
        using var scratch = new ScratchFolder();
        var sample = Repository.At("seeds", "baozhi-zhaibian");
        Assert.Equal(ExitCode.Ok, _streams.Run("build", sample, "-o", scratch.At("together"), "--emit", "docx,reading,archive"));
        foreach (var kind in (string[])["reading", "archive", "docx"]) Assert.Equal(ExitCode.Ok, _streams.Run("build", sample, "-o", scratch.At("alone"), "--emit", kind));
        foreach (var ending in Endings)
        {
            Assert.Equal(Bytes(scratch, "alone", ending), Bytes(scratch, "together", ending));
        }
    }

    [Fact]
    public void One_place_that_cannot_be_written_leaves_no_drafts()
    {
        using var scratch = new ScratchFolder();
        Directory.CreateDirectory(scratch.At("out/baozhi-zhaibian.docx/in-the-way"));
        Assert.Equal(ExitCode.NoOutput, _streams.Run("build", Repository.At("seeds", "baozhi-zhaibian"), "-o", scratch.At("out"), "--emit", "reading,docx"));
        Assert.Empty(Directory.GetFiles(scratch.At("out")));
    }

    private static byte[] Bytes(ScratchFolder scratch, string folder, string ending) => File.ReadAllBytes(scratch.At($"{folder}/baozhi-zhaibian{ending}"));
}
