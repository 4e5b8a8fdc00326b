using Typeset.Cli.Files;
using Typeset.Endurance;

namespace Typeset.Batch.Tests;

/// <summary>What a change of the installation's styles makes stale.</summary>
public sealed class ShippedStyleTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("typeset-home-").FullName;
    private readonly ScratchArchive _archive = new ScratchArchive().Add("a5", style: "book-a5").Add("a4", style: "gongwen-a4").Add("16k", style: "book-16k");
    private readonly TypesetProgram _program;

    public ShippedStyleTests()
    {
        var installation = Installation.Find();
        Directory.CreateSymbolicLink(Path.Combine(_home, "fonts"), installation.Fonts);
        Directory.CreateDirectory(Path.Combine(_home, "styles"));
        foreach (var style in Directory.GetFiles(installation.Styles)) File.Copy(style, StyleFile(Path.GetFileName(style)));
        _program = new(TypesetProgram.Built) { Environment = { ["TYPESET_HOME"] = _home } };
        Assert.Equal(0, Rebuild("--jobs", "1").ExitCode);
    }

    public void Dispose()
    {
        _archive.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public void Only_booklets_with_the_style_or_one_that_inherits_from_it_are_stale()
    {
        Change("book-a5.yaml");
        Assert.Equal(["a5 style"], Stale());
        Change("book-16k.yaml");
        Assert.Equal(["16k style", "a5 style"], Stale());
        Change("xuexi-a4.yaml");
        Assert.Equal(["16k style", "a5 style"], Stale());
        Change("base.yaml");
        Assert.Equal(["16k style", "a4 style", "a5 style"], Stale());
    }

    [Fact]
    public void The_outputs_of_the_others_are_left_as_they_lie()
    {
        var before = File.GetLastWriteTimeUtc(_archive.Out("a4.pdf"));
        var (changed, kept) = (File.ReadAllBytes(_archive.Out("a5.pdf")), File.ReadAllBytes(_archive.Out("16k.pdf")));
        File.WriteAllText(StyleFile("book-a5.yaml"), File.ReadAllText(StyleFile("book-a5.yaml")).Replace("head-margin: 26mm", "head-margin: 25mm", StringComparison.Ordinal));
        Assert.Equal(0, Rebuild("--jobs", "1").ExitCode);
        Assert.NotEqual(changed, File.ReadAllBytes(_archive.Out("a5.pdf")));
        Assert.Equal(kept, File.ReadAllBytes(_archive.Out("16k.pdf")));
        Assert.Equal(before, File.GetLastWriteTimeUtc(_archive.Out("a4.pdf")));
        Assert.Empty(Stale());
    }

    private string StyleFile(string name) => Path.Combine(_home, "styles", name);

    private void Change(string style) => File.AppendAllText(StyleFile(style), "# changed\n");

    private IEnumerable<string> Stale() => ScratchArchive.StaleIn(Rebuild("--dry-run", "--json").Output);

    private ProgramEnd Rebuild(params string[] options) => _program.Run(["rebuild", _archive.Archive, "-o", _archive.Output, .. options]);
}
