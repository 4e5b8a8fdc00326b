using System.Text;
using Typeset.Core;

namespace Typeset.Manuscripts.Tests;

public sealed class EncodingTests
{
    private const string Text = "title: 山城\n";

    public static TheoryData<byte[]> Readable =>
    [
        Encoding.UTF8.GetBytes(Text),
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
        [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)],
    ];

    [Theory, MemberData(nameof(Readable))]
    public void Utf8_and_marked_utf16_are_read(byte[] file)
    {
        var (source, _) = Read(file);
        Assert.Equal("山城", source!.Booklet.Title[0]);
    }

    [Fact]
    public void Gbk_is_refused_at_its_first_character_with_a_hint()
    {
        byte[] gbk = [.. "title: 1\nissue: "u8, 0xD6, 0xD0, 0xCE, 0xC4];
        var (source, diagnostics) = Read(gbk);
        Assert.Null(source);
        var diagnostic = Assert.Single(diagnostics.Sorted());
        Assert.Equal("booklet.yaml:2:8 TS1002", $"{diagnostic.Span} {diagnostic.Id}");
        Assert.Contains("UTF-8", diagnostic.Hint(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_are_left_out_and_reported()
    {
        var (source, diagnostics) = Read(Encoding.UTF8.GetBytes("title: 山\0城\narticles: [articles/a.md]\n"));
        Assert.Equal("山城", source!.Booklet.Title[0]);
        var diagnostic = diagnostics.Sorted().First(static found => found.Id == "TS1003");
        Assert.Equal("booklet.yaml:1:9", diagnostic.Span.ToString());
    }

    [Fact]
    public void Half_a_surrogate_in_utf16_is_refused()
    {
        var (source, diagnostics) = Read([0xFF, 0xFE, (byte)'t', 0, 0x00, 0xD8, (byte)'x', 0]);
        Assert.Null(source);
        Assert.Equal("TS1002", Assert.Single(diagnostics.Sorted()).Id);
    }

    private static (BookletSource? Source, DiagnosticBag Diagnostics) Read(byte[] file)
    {
        var diagnostics = new DiagnosticBag();
        return (BookletReader.Read(Folders.Of(new Dictionary<string, byte[]> { ["booklet.yaml"] = file }), diagnostics, CancellationToken.None), diagnostics);
    }
}
