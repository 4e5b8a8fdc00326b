using Typeset.Preflight.Reading;
using Typeset.Testing;

namespace Typeset.Cli.Tests;

/// <summary>A reading file that carries its sources carries all that it takes to build it again.</summary>
public sealed class AttachedSourcesTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Streams _streams = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_comes_out_of_the_file_builds_the_same_pages()
    {
        _folder.Write("mine/booklet.yaml", "title: 春\nstyle: look/mine.yaml\narticles: [articles/01.md]\n");
        _folder.Write("mine/articles/01.md", "---\ntitle: 春\n---\n\n春眠不觉晓，处处闻啼鸟。\n\n![树皮](images/bark.jpg){width=40%}\n");
        _folder.Write("mine/look/mine.yaml", "extends: book-a5\npress: {profile: press.icc}\n");
        _folder.Write("mine/unused.txt", "不用的文件");
        Directory.CreateDirectory(_folder.At("mine", "images"));
        File.Copy(Repository.At("seeds", "shancheng-zhiwu", "images", "bark.jpg"), _folder.At("mine", "images", "bark.jpg"));
        File.Copy(Repository.At("profiles", "FOGRA39L_coated.icc"), _folder.At("mine", "look", "press.icc"));
        Assert.Equal(ExitCode.Ok, Build(_folder.At("mine"), "first"));
        var first = File.ReadAllBytes(_folder.At("first", "mine.pdf"));
        Assert.Equal(
            ["articles/01.md", "booklet.docx", "booklet.yaml", "images/bark.jpg", "look/mine.yaml", "look/press.icc", "styles/base.yaml", "styles/book-16k.yaml", "styles/book-a5.yaml"],
            Files(first).Keys.Order(StringComparer.Ordinal));
        foreach (var (name, bytes) in Files(first))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.At("again", "mine", name))!);
            File.WriteAllBytes(_folder.At("again", "mine", name), bytes);
        }

        Assert.Equal(ExitCode.Ok, Build(_folder.At("again", "mine"), "second"));
        Assert.Equal(first, File.ReadAllBytes(_folder.At("second", "mine.pdf")));
    }

    [Fact]
    public void Raw_manuscripts_go_along_with_their_corrections()
    {
        var raw = _folder.Write("raw/演讲.txt", "在年会上的讲话\n\n同志们：\n\n    今年的工作很好，明年的工作会更好。\n");
        _folder.Write("raw/演讲.corrections.yaml", "corrections: []\n");
        _folder.Write("raw/booklet.yaml.txt", "另一份");
        Assert.Equal(ExitCode.Ok, _streams.Run("build", raw, "--attach", "--title", "讲话", "--style", "book-a5", "--date", "2026-01-31", "-o", _folder.At("out")));
        Assert.Equal(["booklet.docx", "styles/base.yaml", "styles/book-16k.yaml", "styles/book-a5.yaml", "演讲.corrections.yaml", "演讲.txt"], Files(File.ReadAllBytes(_folder.At("out", "演讲.pdf"))).Keys.Order(StringComparer.Ordinal));
    }

    private int Build(string folder, string into) => _streams.Run("build", folder, "--attach", "--date", "2026-01-31", "-o", _folder.At(into));

    private static Dictionary<string, byte[]> Files(byte[] pdf)
    {
        var file = PdfFile.Open(pdf);
        return file.ObjectNumbers.Select(file.Object).Where(static item => item["Type"].AsName == "Filespec").ToDictionary(static item => item["UF"].AsText!, item => file.Decode((PdfStream)item["EF"]["F"]).ToArray());
    }
}
