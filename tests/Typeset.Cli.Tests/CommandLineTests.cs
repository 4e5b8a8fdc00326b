using Typeset.Core;

namespace Typeset.Cli.Tests;

public sealed class CommandLineTests
{
    private readonly Streams _streams = new();

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("build")]
    [InlineData("build", "x", "--no-such-option")]
    [InlineData("build", "x", "--emit", "reading,film")]
    [InlineData("check")]
    [InlineData("check", "x", "--trim", "A4")]
    [InlineData("check", "x", "--profile", "nothing")]
    [InlineData("check", "x", "--emit", "docx")]
    [InlineData("inspect")]
    [InlineData("inspect", "lines", "text")]
    [InlineData("inspect", "lines", "--measure", "0em", "text")]
    [InlineData("inspect", "lines", "--measure", "many", "text")]
    [InlineData("inspect", "lines", "--measure", "6em", "--mode", "sideways", "text")]
    public void A_wrong_command_line_ends_with_two_and_says_why(params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, _streams.Run(arguments));
        Assert.NotEmpty(_streams.Error);
        Assert.Empty(_streams.Output);
    }

    [Theory]
    [InlineData("typeset: 命令 build 缺少参数 booklet。", "build")]
    [InlineData("typeset: 选项 --measure 不可缺少", "inspect", "lines", "x")]
    [InlineData("typeset: --mode 不接受 sideways。", "inspect", "lines", "-m", "6em", "x", "--mode", "sideways")]
    [InlineData("typeset: 没有命令或参数 nothing。", "nothing")]
    [InlineData("typeset: 选项 --output 缺少值。", "build", "x", "--output")]
    public void Complaints_about_the_command_line_are_Chinese_too(string expected, params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, _streams.Run(Language.Chinese, arguments));
        Assert.Contains(expected, _streams.Error);
    }

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("help")]
    public void Help_names_every_command(params string[] arguments)
    {
        Assert.Equal(ExitCode.Ok, _streams.Run(arguments));
        foreach (var command in (string[])["build", "new", "styles", "fonts", "inspect", "compare", "impose", "check"]) Assert.Contains($"  {command} ", _streams.Output);
    }

    [Theory]
    [InlineData("build", "--help")]
    [InlineData("help", "build")]
    public void Help_on_a_command_names_its_options(params string[] arguments)
    {
        Assert.Equal(ExitCode.Ok, _streams.Run(arguments));
        foreach (var option in (string[])["--output", "--emit", "--style", "--fonts", "--date", "--json", "--watch", "--verbose", "--lang"]) Assert.Contains(option, _streams.Output);
    }

    [Fact]
    public void Help_speaks_Chinese_too()
    {
        Assert.Equal(ExitCode.Ok, _streams.Run(Language.Chinese, "--help"));
        Assert.Contains("新建一个小册子文件夹", _streams.Output);
        Assert.Contains("用法：\n", _streams.Output);
        Assert.DoesNotContain("Show help", _streams.Output);
    }

    [Fact]
    public void A_missing_booklet_ends_with_three()
    {
        Assert.Equal(ExitCode.NoInput, _streams.Run("build", "no/such/folder"));
        Assert.Contains("TS9001", _streams.Error);
    }

    [Fact]
    public void An_unknown_style_ends_with_three() => Assert.Equal(ExitCode.NoInput, _streams.Run("styles", "show", "no-such-style"));

    [Fact]
    public void Styles_are_listed_and_shown()
    {
        Assert.Equal(ExitCode.Ok, _streams.Run("styles"));
        Assert.Contains("xuexi-a4\n", _streams.Output);
        Assert.Equal(ExitCode.Ok, _streams.Run("styles", "show", "xuexi-a4"));
    }

    [Fact]
    public void A_text_breaks_in_a_measure()
    {
        Assert.Equal(ExitCode.Ok, _streams.Run("inspect", "lines", "--measure", "4em", "春眠不觉晓处处"));
        Assert.Equal("春眠不觉\n晓处处\n", _streams.Output);
    }

    [Fact]
    public void A_new_booklet_is_started_once()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(ExitCode.Ok, _streams.Run("new", scratch.At("mine")));
        Assert.True(File.Exists(scratch.At("mine", "booklet.yaml")));
        Assert.True(File.Exists(scratch.At("mine", "articles", "01-how-to.md")));
        Assert.Equal(ExitCode.NoOutput, _streams.Run("new", scratch.At("mine")));
    }

    [Fact]
    public void Two_booklets_of_one_name_are_not_written_over_each_other()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("x/same/booklet.yaml", "");
        scratch.Write("y/same/booklet.yaml", "");
        Assert.Equal(ExitCode.Usage, _streams.Run("build", scratch.At("x"), scratch.At("y"), "-o", scratch.At("out")));
        Assert.False(Directory.Exists(scratch.At("out")));
    }

    [Fact]
    public void A_date_that_is_none_is_refused()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("a/booklet.yaml", "");
        Assert.Equal(ExitCode.Usage, _streams.Run("build", scratch.At("a"), "-o", scratch.At("out"), "--date", "soon"));
        Assert.Contains("“soon”", _streams.Error);
    }

    [Fact]
    public void The_fonts_of_a_DOCX_are_told_on_demand()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("a/booklet.yaml", "title: 试排\nstyle: book-a5\n");
        scratch.Write("a/articles/1.md", "---\ntitle: 甲\n---\n\n正文。\n");
        Assert.Equal(ExitCode.Ok, _streams.Run("build", scratch.At("a"), "-o", scratch.At("out"), "--emit", "docx", "-v"));
        Assert.Matches(@"NotoSerifSC-Regular +used  \d+ glyphs  \d+ KB  fsType 0  substitute 宋体", _streams.Error);
        Assert.Equal(ExitCode.Ok, _streams.Run("build", scratch.At("a"), "-o", scratch.At("out"), "--emit", "docx", "--json", "--embed", "none"));
        Assert.Contains("\"embedded\": \"none\"", _streams.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("box", ExitCode.Ok)]
    [InlineData("stop", ExitCode.BookletErrors)]
    [InlineData("hide", ExitCode.Usage)]
    public void Characters_that_no_font_has_keep_files_back_as_asked(string word, int exit)
    {
        using var scratch = new ScratchFolder();
        scratch.Write("a/booklet.yaml", "title: 试排\nstyle: book-a5\n");
        scratch.Write("a/articles/1.md", "---\ntitle: 甲\n---\n\n正\U00013000文。\n");
        Assert.Equal(exit, _streams.Run("build", scratch.At("a"), "-o", scratch.At("out"), "--missing", word));
        Assert.Equal(exit == ExitCode.Ok, File.Exists(scratch.At("out", "a.pdf")));
    }
}
