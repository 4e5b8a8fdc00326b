using System.Text.Json;
using Typeset.Testing;

namespace Typeset.Cli.Tests;

public sealed class CompareCommandTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Streams _streams = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pdf_is_the_same_as_itself()
    {
        var pdf = Build("xuexi-a4");
        Assert.Equal(ExitCode.Ok, _streams.Run("compare", pdf, pdf));
        Assert.Contains(" the same, pages ", _streams.Output);
        Assert.DoesNotContain("0/0 the same", _streams.Output);
    }

    [Fact]
    public void Another_measure_ends_with_one_and_shows_where_lines_part()
    {
        Assert.Equal(ExitCode.BookletErrors, _streams.Run("compare", Build("book-a5"), Build("xuexi-a4"), "--limit", "2"));
        Assert.Contains("  − ", _streams.Output);
        Assert.Contains("  + ", _streams.Output);
        Assert.Contains(" more\n", _streams.Output);
    }

    [Fact]
    public void Json_counts_what_agrees()
    {
        Assert.Equal(ExitCode.BookletErrors, _streams.Run("compare", "--json", Build("book-a5"), Build("xuexi-a4")));
        using var json = JsonDocument.Parse(_streams.Output);
        var lines = json.RootElement.GetProperty("lines");
        Assert.InRange(lines.GetProperty("same").GetInt32(), 1, lines.GetProperty("total").GetInt32() - 1);
        Assert.NotEqual(0, json.RootElement.GetProperty("differences").GetArrayLength());
    }

    [Fact]
    public void A_missing_file_ends_with_three() => Assert.Equal(ExitCode.NoInput, _streams.Run("compare", "no.docx", "no.pdf"));

    [Fact]
    public void What_is_no_pdf_ends_with_three()
    {
        var text = Write("x.pdf", "春眠不觉晓");
        Assert.Equal(ExitCode.NoInput, _streams.Run("compare", text, text));
        Assert.Contains("TS6604", _streams.Error);
    }

    [Fact]
    public void Without_a_word_processor_the_command_ends_with_five_and_says_what_to_do()
    {
        Assert.Equal(ExitCode.NoProgram, _streams.Run("compare", Write("x.docx", "PK"), Build("xuexi-a4"), "--soffice", Path.Combine(_folder.Path, "none")));
        Assert.Contains("TS6601", _streams.Error);
        Assert.Contains("libreoffice-writer", _streams.Error);
    }

    [Fact]
    public void A_word_processor_that_makes_no_pdf_or_never_ends_is_told_of()
    {
        if (OperatingSystem.IsWindows()) return;
        var (document, pdf) = (Write("x.docx", "PK"), Build("xuexi-a4"));
        Assert.Equal(ExitCode.NoProgram, _streams.Run("compare", document, pdf, "--soffice", Script("exit 0")));
        Assert.Contains("TS6602", _streams.Error);
        Assert.Equal(ExitCode.NoProgram, _streams.Run("compare", document, pdf, "--timeout", "1", "--soffice", Script("sleep 60")));
        Assert.Contains("TS6603", _streams.Error);
    }

    [Fact]
    public void A_wrong_timeout_is_a_wrong_command_line() => Assert.Equal(ExitCode.Usage, _streams.Run("compare", "a", "b", "--timeout", "0"));

    private string Build(string style)
    {
        var folder = Path.Combine(_folder.Path, style);
        Assert.Equal(ExitCode.Ok, new Streams().Run("build", Repository.At("seeds", "lilun-xuebian"), "--style", style, "-o", folder));
        return Directory.GetFiles(folder, "*.pdf").Single();
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, content);
        return path;
    }

    private string Script(string command)
    {
        var path = Write("soffice", "#!/bin/sh\n" + command + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
