using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Tests;

/// <summary>Raw files of any encoding become the text that was saved, or are refused with the place.</summary>
public sealed class RawDecoderTests
{
    private const string Simplified = "老运河穿城段全长18.7公里，曾经是这座城市的粮道、盐道和菜道。\n治理没有采取“一次挖干净”的办法，而是先地下、后地上。\n";
    private const string Traditional = "老運河穿城段全長18.7公里，曾經是這座城市的糧道、鹽道和菜道。\n治理沒有採取一次挖乾淨的辦法，而是先地下、後地上。\n";

    public static TheoryData<string, string> Saved
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var name in (string[])["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"]) cases.Add(name, Simplified);
            foreach (var name in (string[])["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"]) cases.Add(name, Traditional);
            foreach (var name in (string[])["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"]) cases.Add(name, "第一行\n第二行\n");
            return cases;
        }
    }

    [Theory, MemberData(nameof(Saved))]
    public void The_encoding_is_found_without_a_mark_and_without_a_doubt(string encoding, string text)
    {
        var (read, diagnostics) = Decode(TextEncoding.Find(encoding)!.Strict.GetBytes(text));
        Assert.Equal(text, read);
        Assert.Empty(diagnostics);
    }

    [Theory, MemberData(nameof(Saved))]
    public void Long_files_are_told_apart_by_their_head(string encoding, string text)
    {
        var many = string.Concat(Enumerable.Repeat(text, 20_000));
        var (read, diagnostics) = Decode(TextEncoding.Find(encoding)!.Strict.GetBytes(many));
        Assert.Equal(many, read);
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("utf-8", new byte[] { 0xEF, 0xBB, 0xBF })]
    [InlineData("utf-16le", new byte[] { 0xFF, 0xFE })]
    [InlineData("utf-16be", new byte[] { 0xFE, 0xFF })]
    public void A_byte_order_mark_decides_and_is_no_text(string encoding, byte[] mark)
    {
        var (read, _) = Decode([.. mark, .. TextEncoding.Find(encoding)!.Strict.GetBytes(Simplified)]);
        Assert.Equal(Simplified, read);
    }

    [Fact]
    public void Characters_of_four_bytes_come_through_gb18030()
    {
        const string Text = "㐂𠮷的人在这里，他们都来了。\n";
        Assert.Equal(Text, Decode(TextEncoding.Gb18030.Strict.GetBytes(Text)).Text);
    }

    [Fact]
    public void Two_characters_of_gbk_are_read_with_a_doubt()
    {
        var (read, diagnostics) = Decode([0xBB, 0xD6, 0xD6, 0xAE]);
        Assert.Equal("恢之", read);
        Assert.Equal("TS5204", Assert.Single(diagnostics).Id);
    }

    [Fact]
    public void A_named_encoding_overrides_the_guess()
    {
        byte[] bytes = TextEncoding.Big5.Strict.GetBytes("一二");
        Assert.Equal("一二", Decode(bytes, TextEncoding.Big5).Text);
    }

    [Fact]
    public void A_line_of_gbk_among_utf8_is_refused_with_its_line()
    {
        byte[] mixed = [.. Encoding.UTF8.GetBytes(Simplified), .. TextEncoding.Gb18030.Strict.GetBytes("这一行是从别处来的文字。\n"), .. Encoding.UTF8.GetBytes(Simplified)];
        AssertRefused(mixed, "a.txt:3:1 TS5201", "GB18030", "UTF-8");
    }

    [Fact]
    public void A_line_of_utf8_among_gbk_is_refused_with_its_line()
    {
        byte[] mixed = [.. TextEncoding.Gb18030.Strict.GetBytes(Simplified + Simplified), .. Encoding.UTF8.GetBytes("这一行是从别处来的文字。\n"), .. TextEncoding.Gb18030.Strict.GetBytes(Simplified)];
        AssertRefused(mixed, "a.txt:5:1 TS5201", "UTF-8", "GB18030");
    }

    [Fact]
    public void Big5_among_gbk_is_refused_with_its_line()
    {
        byte[] mixed = [.. TextEncoding.Gb18030.Strict.GetBytes(Simplified + Simplified + Simplified), .. TextEncoding.Big5.Strict.GetBytes("這一行是從別處來的文字，這裡沒有問題。\n")];
        AssertRefused(mixed, "a.txt:7:1 TS5201", "Big5", "GB18030");
    }

    [Fact]
    public void A_byte_cut_out_of_a_character_is_refused_with_its_place()
    {
        var bytes = Encoding.UTF8.GetBytes(Simplified);
        byte[] damaged = [.. bytes[..100], .. bytes[101..]];
        var diagnostic = Assert.Single(Decode(damaged).Diagnostics);
        var character = Encoding.UTF8.GetByteCount(Encoding.UTF8.GetString(bytes[..100]).TrimEnd('\uFFFD'));
        Assert.Equal(("TS5202", (character + 1).ToString(CultureInfo.InvariantCulture)), (diagnostic.Id, diagnostic.Arguments[1]));
    }

    [Theory]
    [InlineData("%PDF-1.7\n%âãÏÓ", "PDF")]
    [InlineData("PK\u0003\u0004....", "ZIP")]
    [InlineData("{\\rtf1\\ansi ...}", "RTF")]
    public void Files_of_other_kinds_are_named(string head, string kind)
    {
        var diagnostic = Assert.Single(Decode(Encoding.Latin1.GetBytes(head)).Diagnostics);
        Assert.Equal(("TS5205", kind), (diagnostic.Id, diagnostic.Arguments[1]));
    }

    [Fact]
    public void Noise_is_no_text()
    {
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);
        Assert.Equal("TS5205", Assert.Single(Decode(noise).Diagnostics).Id);
        Assert.Equal("TS5205", Assert.Single(Decode([.. noise.Select(static value => value == 0 ? (byte)1 : value)]).Diagnostics).Id);
    }

    [Fact]
    public void Line_separators_end_lines_and_form_feeds_stay()
    {
        var (read, diagnostics) = Decode(Encoding.UTF8.GetBytes("甲\u2028乙\u0085丙\f丁\u000B戊"));
        Assert.Equal("甲\n乙\n丙\f丁\n戊", read);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void An_empty_file_is_an_empty_text() => Assert.Equal("", Decode([]).Text);

    private static void AssertRefused(byte[] bytes, string place, params string[] encodings)
    {
        var (read, diagnostics) = Decode(bytes);
        Assert.Null(read);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(place, $"{diagnostic.Span} {diagnostic.Id}");
        Assert.Equal(encodings, diagnostic.Arguments[..2]);
    }

    private static (string? Text, Diagnostic[] Diagnostics) Decode(byte[] bytes, TextEncoding? named = null)
    {
        var diagnostics = new DiagnosticBag();
        return (RawDecoder.Decode("a.txt", bytes, named, diagnostics)?.Text, [.. diagnostics.Sorted()]);
    }
}
