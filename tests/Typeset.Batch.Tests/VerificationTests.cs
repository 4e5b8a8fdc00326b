using Typeset.Cli;

namespace Typeset.Batch.Tests;

/// <summary>An archive held to its manifest.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly ScratchArchive _archive = new ScratchArchive().Add("one").Add("two").Add("three");

    public VerificationTests() => Assert.Equal(ExitCode.Ok, _archive.Rebuild());

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void Missing_changed_and_foreign_files_are_told()
    {
        File.Delete(_archive.Out("one.pdf"));
        File.AppendAllText(_archive.Out("two.pdf"), "x");
        File.WriteAllText(_archive.Out("letter.txt"), "x");
        Assert.Equal(ExitCode.BookletErrors, _archive.Verify());
        Assert.Contains("foreign  letter.txt\nmissing  one.pdf\nchanged  two.pdf\n", _archive.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bit_is_enough()
    {
        var file = _archive.Out("three.pdf");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Equal(ExitCode.BookletErrors, _archive.Verify());
        Assert.Contains("changed  three.pdf", _archive.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"format":2,"booklets":[]}""")]
    [InlineData("""{"format":1,"booklets":[{"outputs":[{"path":"../x","sha256":"00"}]}]}""")]
    public void A_manifest_that_is_none_ends_with_three(string manifest)
    {
        File.WriteAllText(_archive.Out("manifest.json"), manifest);
        Assert.Equal(ExitCode.NoInput, _archive.Verify());
    }
}
