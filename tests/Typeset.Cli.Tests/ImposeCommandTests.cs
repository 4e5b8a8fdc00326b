using System.Text.Json;
using Typeset.Core;
using Typeset.Testing;

namespace Typeset.Cli.Tests;

public sealed class ImposeCommandTests
{
    private static readonly string Sample = Repository.At("seeds", "gongwen-jianghua");

    private readonly Streams _streams = new();

    [Theory]
    [InlineData("--scheme", "spiral")]
    [InlineData("--scheme", "saddle:5")]
    [InlineData("--sheet", "B9")]
    [InlineData("--sheet", "10x10")]
    [InlineData("--paper", "papyrus")]
    [InlineData("--bulk", "-1")]
    [InlineData("--bulk=-1", null)]
    [InlineData("--bulk", "0")]
    [InlineData("--bulk", "NaN")]
    [InlineData("--trim", "99")]
    [InlineData("--milling", "wide")]
    [InlineData("--blanks", "somewhere")]
    [InlineData("--binding", "top")]
    [InlineData("--cover", "leather")]
    public void An_option_that_makes_no_sense_ends_with_two_and_says_why(string option, string? value)
    {
        using var scratch = new ScratchFolder();
        string[] arguments = value is null ? ["impose", Sample, option, "-o", scratch.At("out")] : ["impose", Sample, option, value, "-o", scratch.At("out")];
        Assert.Equal(ExitCode.Usage, _streams.Run(arguments));
        Assert.Contains(option.Split('=')[0], _streams.Error);
        Assert.False(Directory.Exists(scratch.At("out")));
    }

    [Fact]
    public void A_dry_run_reports_and_writes_nothing()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(ExitCode.Ok, _streams.Run("impose", Sample, "--dry-run", "--json", "-o", scratch.At("out")));
        Assert.False(Directory.Exists(scratch.At("out")));
        var job = JsonDocument.Parse(_streams.Output).RootElement[0];
        var (pages, inner, sheets) = (job.GetProperty("pages").GetInt32(), job.GetProperty("innerPages").GetInt32(), job.GetProperty("sheets").GetInt32());
        Assert.Equal(inner, pages + job.GetProperty("blanks").GetInt32());
        Assert.Equal(inner, sheets * 4);
        Assert.Equal(inner / 2 * 0.1m, job.GetProperty("spineMillimetres").GetDecimal(), 3);
        Assert.Equal((sheets - 1) * 0.1m, job.GetProperty("greatestCreepMillimetres").GetDecimal(), 3);
        var sheet = job.GetProperty("signatures")[0][0];
        Assert.Equal(1, sheet.GetProperty("front")[1].GetInt32());
        Assert.Equal("left", sheet.GetProperty("folds")[0].GetProperty("behind").GetString());
        Assert.Equal(job.GetProperty("sheetMillimetres")[0].GetDecimal() / 2, sheet.GetProperty("folds")[0].GetProperty("atMillimetres").GetDecimal(), 2);
    }

    [Fact]
    public void Sheets_cover_and_pictures_are_written_where_they_are_asked_for()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(ExitCode.Ok, _streams.Run("impose", Sample, "--scheme", "perfect:8", "--cover", "wrap", "-o", scratch.At("out"), "--svg", scratch.At("svg"), "--date", "2026-04-20"));
        Assert.Equal(["gongwen-jianghua.cover.pdf", "gongwen-jianghua.sheets.pdf"], Directory.GetFiles(scratch.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(scratch.At("svg", "gongwen-jianghua-sheet-01-front.svg")));
        Assert.True(File.Exists(scratch.At("svg", "gongwen-jianghua-cover-back.svg")));
        Assert.Contains("gongwen-jianghua.sheets.pdf", _streams.Output);
    }

    [Fact]
    public void One_booklets_sheets_may_have_a_name_of_their_own()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(ExitCode.Ok, _streams.Run("impose", Sample, "--cover", "-o", scratch.At("press", "may.pdf"), "--date", "2026-05-01"));
        Assert.Equal(["may.cover.pdf", "may.pdf"], Directory.GetFiles(scratch.At("press")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_date_that_is_missing_is_told_once_for_sheets_and_cover()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(ExitCode.Ok, _streams.Run("impose", Sample, "--cover", "-o", scratch.At("out")));
        Assert.Equal(2, _streams.Error.Split("TS7002").Length);
    }

    [Fact]
    public void Two_booklets_of_one_name_are_not_written_over_each_other()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("x/same/booklet.yaml", "");
        scratch.Write("y/same/booklet.yaml", "");
        Assert.Equal(ExitCode.Usage, _streams.Run("impose", scratch.At("x"), scratch.At("y"), "-o", scratch.At("out")));
        Assert.False(Directory.Exists(scratch.At("out")));
    }

    [Fact]
    public void A_sheet_that_is_too_small_leaves_nothing_behind()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(ExitCode.BookletErrors, _streams.Run("impose", Sample, "--sheet", "A4", "-o", scratch.At("out")));
        Assert.Contains("TS7503", _streams.Error);
        Assert.False(Directory.Exists(scratch.At("out")));
    }

    [Fact]
    public void The_report_speaks_Chinese_too()
    {
        Assert.Equal(ExitCode.Ok, _streams.Run(Language.Chinese, "impose", Sample, "-n"));
        Assert.Contains("印张：", _streams.Output);
        Assert.Contains("书脊：", _streams.Output);
    }

    [Fact]
    public void Proofs_have_no_cover()
    {
        Assert.Equal(ExitCode.Usage, _streams.Run("impose", Sample, "--scheme", "nup:2x2", "--cover"));
        Assert.Contains("TS7520", _streams.Error);
    }

    [Theory]
    [InlineData("imposition.md", Language.English)]
    [InlineData("imposition.zh-CN.md", Language.Chinese)]
    public void The_example_in_the_document_is_what_the_command_prints(string document, Language language)
    {
        const string prompt = "$ ./typeset ";
        var lines = File.ReadAllLines(Repository.At("docs", document));
        var command = Array.FindIndex(lines, static line => line.StartsWith(prompt, StringComparison.Ordinal));
        var printed = lines[(command + 1)..].TakeWhile(static line => line != "```");
        var arguments = lines[command][prompt.Length..].Split(' ').Select(static word => word.StartsWith("seeds/", StringComparison.Ordinal) ? Repository.At(word) : word);
        Assert.Equal(ExitCode.Ok, _streams.Run(language, [.. arguments]));
        Assert.Equal(printed, _streams.Output.Replace(Repository.At("seeds"), "seeds", StringComparison.Ordinal).TrimEnd('\n').Split('\n'));
    }
}
