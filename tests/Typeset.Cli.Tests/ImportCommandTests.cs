using System.Text;
using Typeset.Cli.Files;

namespace Typeset.Cli.Tests;

/// <summary>What <c>import</c>, and <c>build</c> of raw manuscripts, do with files and folders.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private string Out => Path.Combine(_scratch.Path, "out");

    [Fact]
    public void A_text_becomes_a_folder_that_can_be_read_and_imported_again()
    {
        var raw = Raw("a.txt");
        Assert.Equal(ExitCode.Ok, Run("import", raw, "-o", Out));
        Assert.Equal([".import-files.json", "articles/01.md", "booklet.yaml", "import-report.json", "import-report.txt"], Files());
        Assert.Equal(ExitCode.Ok, Run("import", raw, "-o", Out));
        Assert.Equal(5, Files().Length);
    }

    [Fact]
    public void An_edited_folder_is_not_overwritten_without_a_word_and_never_lost()
    {
        var raw = Raw("a.txt");
        Run("import", raw, "-o", Out);
        File.AppendAllText(Path.Combine(Out, "articles/01.md"), "编者加的话\n");
        Assert.Equal(ExitCode.NoOutput, Run("import", raw, "-o", Out));
        Assert.EndsWith("编者加的话\n", File.ReadAllText(Path.Combine(Out, "articles/01.md")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, Run("import", raw, "-o", Out, "--overwrite"));
        Assert.EndsWith("编者加的话\n", File.ReadAllText(Path.Combine(Out, "articles/01.md.bak")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_other_things_is_left_alone()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "mine.txt"), "我的");
        Assert.Equal(ExitCode.NoOutput, Run("import", Raw("a.txt"), "-o", Out));
        Assert.Equal(["mine.txt"], Files());
    }

    [Theory]
    [InlineData("binary.txt", new byte[] { 0, 1, 2, 3, 0, 0, 7 })]
    [InlineData("cut.docx", new byte[] { 0x50, 0x4B, 3, 4, 20, 0 })]
    [InlineData("mixed.txt", new byte[] { 0xE6, 0xB1, 0x89, 0xE5, 0xAD, 0x97, 10, 0xBA, 0xBA, 0xD7, 0xD6, 0xBA, 0xBA, 0xD7, 10 })]
    public void What_cannot_be_read_is_refused_and_nothing_is_written(string name, byte[] bytes)
    {
        var raw = Path.Combine(_scratch.Path, name);
        File.WriteAllBytes(raw, bytes);
        Assert.Equal(ExitCode.NoInput, Run("import", raw, "-o", Out));
        Assert.Equal(ExitCode.NoInput, Run("build", raw, "-o", Out));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void A_gigabyte_is_refused_by_its_size_without_being_read()
    {
        var raw = Path.Combine(_scratch.Path, "big.txt");
        using (var file = File.Create(raw)) file.SetLength(1L << 30);
        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(ExitCode.NoInput, Run("import", raw, "-o", Out));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20);
        Assert.Contains("64 MiB", _errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Files_of_a_folder_become_one_booklet_in_the_order_of_their_numbers()
    {
        var folder = Path.Combine(_scratch.Path, "raw");
        Directory.CreateDirectory(folder);
        foreach (var number in (int[])[10, 2, 1]) File.WriteAllText(Path.Combine(folder, $"{number}.txt"), Article($"第{number}号文章的题目"));
        Assert.Equal(["1.txt", "2.txt", "10.txt"], RawFiles.Find([folder], new Core.DiagnosticBag()).Select(static file => Path.GetFileName(file)));
        Assert.Equal(ExitCode.Ok, Run("import", folder, "-o", Out));
        Assert.Equal(["articles/01.md", "articles/02.md", "articles/03.md"], Files().Where(static file => file.StartsWith("articles/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("import", "klingon")]
    [InlineData("import", "")]
    [InlineData("build", "klingon")]
    public void An_encoding_that_is_not_known_is_a_wrong_command_line_and_told_with_those_that_are(string command, string encoding)
    {
        Assert.Equal(ExitCode.Usage, Run(command, Raw("a.txt"), "-o", Out, "--encoding", encoding));
        Assert.Contains("gb18030", _errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("UTF8")]
    public void A_known_encoding_is_taken_in_any_case(string encoding) => Assert.Equal(ExitCode.Ok, Run("import", Raw("a.txt"), "-o", Out, "--encoding", encoding));

    private string _errors = "";

    private int Run(params string[] arguments)
    {
        var streams = new Streams();
        var exit = streams.Run(arguments);
        _errors = streams.Error;
        return exit;
    }

    private string Raw(string name)
    {
        var path = Path.Combine(_scratch.Path, name);
        File.WriteAllText(path, Article("河边的树"), Encoding.UTF8);
        return path;
    }

    private static string Article(string title) => $"{title}\n\n2026年3月1日\n\n　　河边有一排树，春天先绿的总是最东头那一棵，谁也说不出为什么。\n　　到了夏天，树下坐满了人，说的还是去年的话。\n";

    private string[] Files() => [.. Directory.GetFiles(Out, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Out, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
