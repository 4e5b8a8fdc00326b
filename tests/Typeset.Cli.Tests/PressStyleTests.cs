using System.Text.Json;
using Typeset.Testing;

namespace Typeset.Cli.Tests;

/// <summary>What a booklet's style tells the press: profile, standard, ink and paper.</summary>
public sealed class PressStyleTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Streams _streams = new();

    public PressStyleTests()
    {
        _folder.Write("mine/articles/01.md", "---\ntitle: 春\n---\n\n春眠不觉晓，处处闻啼鸟。\n");
        File.Copy(Repository.At("profiles", "FOGRA39L_coated.icc"), _folder.At("mine", "press.icc"));
        File.Copy(Repository.At("profiles", "FOGRA39L_coated.icc"), _folder.At("outside.icc"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("press.icc")]
    [InlineData("./press.icc")]
    public void A_profile_beside_the_style_is_the_output_intent(string path)
    {
        Assert.Equal(ExitCode.Ok, Build($"standard: x-1a, profile: {path}"));
        var pdf = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_folder.At("out", "mine.press.pdf")));
        Assert.Contains("PDF/X-1a:2003", pdf, StringComparison.Ordinal);

        // The shipped profile is known by its registered name; the same one in a file of one's own by what it calls itself.
        Assert.Contains("FOGRA39L Coated", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside.icc", "TS7010")]
    [InlineData("/etc/passwd", "TS7010")]
    [InlineData("none.icc", "TS7010")]
    [InlineData("articles/01.md", "TS7001")]
    public void A_profile_that_is_not_there_leads_out_or_is_none_keeps_the_file_back_and_is_told_at_its_place(string path, string id)
    {
        Assert.Equal(ExitCode.BookletErrors, Build($"profile: {path}"));
        Assert.Contains(id, _streams.Error, StringComparison.Ordinal);
        Assert.Contains("booklet.yaml:", _streams.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("out", "mine.press.pdf")));
    }

    [Fact]
    public void A_profile_is_sought_beside_the_style_that_names_it()
    {
        _folder.Write("styles/own.yaml", "extends: book-a5\npress: {profile: own.icc}\n");
        File.Copy(_folder.At("outside.icc"), _folder.At("styles", "own.icc"));
        Write("");
        Assert.Equal(ExitCode.Ok, _streams.Run("build", _folder.At("mine"), "--style", _folder.At("styles", "own.yaml"), "--emit", "press", "--date", "2026-01-31", "-o", _folder.At("out")));
    }

    [Theory]
    [InlineData("paper: 'bulky:70', bulk: 2", 0.14)]
    [InlineData("paper: offset", 0.1)]
    [InlineData("paper: 100", 0.125)]
    [InlineData("bulk: 1.5", 0.12)]
    public void Sheets_are_as_thick_as_the_style_s_paper(string press, double caliper)
    {
        Write(press);
        Assert.Equal(ExitCode.Ok, Impose());
        Assert.Equal(caliper, Caliper(), 6);
    }

    [Fact]
    public void The_command_line_goes_before_the_style()
    {
        Write("paper: bulky, bulk: 2");
        Assert.Equal(ExitCode.Ok, Impose("--paper", "offset:80"));
        Assert.Equal(0.1, Caliper(), 6);
    }

    [Theory]
    [InlineData("paper: papyrus")]
    [InlineData("bulk: 9")]
    public void A_paper_that_makes_no_sense_is_told_at_its_place(string press)
    {
        Write(press);
        Assert.Equal(ExitCode.BookletErrors, Impose());
        Assert.Contains("TS7011", _streams.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_manuscripts_are_imposed_as_they_are_built()
    {
        var raw = _folder.Write("raw/演讲.txt", "在年会上的讲话\n\n同志们：\n\n    今年的工作很好，明年的工作会更好。\n");
        Assert.Equal(ExitCode.Ok, _streams.Run("impose", raw, "--title", "讲话", "--style", "book-a5", "--date", "2026-01-31", "-o", _folder.At("out")));
        Assert.True(File.Exists(_folder.At("out", "演讲.sheets.pdf")));
    }

    [Fact]
    public void A_finished_PDF_is_refused_and_the_message_says_what_to_do()
    {
        Assert.Equal(ExitCode.Ok, Build(""));
        Assert.Equal(ExitCode.Usage, _streams.Run("impose", _folder.At("out", "mine.press.pdf")));
        Assert.Contains("TS7522", _streams.Error, StringComparison.Ordinal);
    }

    private void Write(string press) => _folder.Write("mine/booklet.yaml", $"title: 春\nstyle: book-a5\nstyle-overrides:\n  press: {{{press}}}\narticles: [articles/01.md]\n");

    private int Build(string press)
    {
        Write(press);
        return _streams.Run("build", _folder.At("mine"), "--emit", "press", "--date", "2026-01-31", "-o", _folder.At("out"));
    }

    private int Impose(params string[] more) => _streams.Run(["impose", _folder.At("mine"), "--dry-run", "--json", .. more]);

    private double Caliper() => JsonDocument.Parse(_streams.Output).RootElement[0].GetProperty("caliperMillimetres").GetDouble();
}
