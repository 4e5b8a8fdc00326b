using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Typeset.Core;
using Typeset.Docx.Runs;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Docx.Tests;

/// <summary>What manuscripts hold that a word processor never sees: the document is valid all the same, or a message says what is lost.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("甲\u0001乙", "甲\ufffd乙")]
    [InlineData("甲\ufffe乙", "甲\ufffd乙")]
    [InlineData("甲𠮷乙", "甲𠮷乙")]
    public void Characters_that_XML_forbids_become_replacement_characters_and_are_told_of(string text, string written)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Equal(written, new DocxLinks(diagnostics, new Bookmarks()).Clean(text));
        Assert.Equal(text == written ? 0 : 1, diagnostics.Sorted().Count(static d => d.Id == "TS6101"));
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.Equal("甲\ufffd乙", new DocxLinks(new DiagnosticBag(), new Bookmarks()).Clean("甲" + (char)0xd800 + "乙"));

    [Fact]
    public void A_manuscript_with_control_characters_gives_a_valid_document() => AssertValid(Write("甲\u0001乙\u000b丙\ufffe。"));

    [Fact]
    public void Hebrew_and_Arabic_stand_in_valid_runs()
    {
        var twin = Write("他写下שלום עולם与مرحبا بالعالم两句问候。");
        Assert.Contains("שלום", TextOf(twin), StringComparison.Ordinal);
        AssertValid(twin);
    }

    [Fact]
    public void What_runs_from_right_to_left_says_so_with_the_spaces_and_numbers_inside_it()
    {
        using var document = Write("他写下שלום 12 עולם两句（שלום）。").Open();
        var runs = document.MainDocumentPart!.Document!.Descendants<W.Run>().Where(static run => run.RunProperties?.RightToLeftText is not null).Select(static run => run.InnerText);
        Assert.Equal("שלום 12 עולםשלום", string.Concat(runs));
        var fonts = document.MainDocumentPart.Document.Descendants<W.Run>().First(static run => run.InnerText.Contains('ש')).RunProperties!.RunFonts!;
        Assert.Equal("Liberation Serif", fonts.ComplexScript!.Value);
    }

    [Fact]
    public void An_article_with_ten_thousand_notes_has_as_many_in_the_document()
    {
        var text = new StringBuilder();
        for (var i = 1; i <= 10_000; i++) text.Append(CultureInfo.InvariantCulture, $"第{i}句话[^{i}]。\n\n");
        for (var i = 1; i <= 10_000; i++) text.Append(CultureInfo.InvariantCulture, $"[^{i}]: 注{i}。\n\n");
        var twin = Write(text.ToString());
        using var document = twin.Open();
        Assert.Equal(10_000, document.MainDocumentPart!.FootnotesPart!.Footnotes!.Elements<W.Footnote>().Count(static note => note.Id! > 0));
        Assert.Equal(10_000, document.MainDocumentPart.Document!.Descendants<W.FootnoteReference>().Count());
    }

    [Fact]
    public void A_table_of_five_thousand_rows_keeps_them_all_and_repeats_its_head()
    {
        var text = new StringBuilder("| 号 | 名 |\n| --- | --- |\n");
        for (var i = 1; i <= 5000; i++) text.Append(CultureInfo.InvariantCulture, $"| {i} | 第{i}行 |\n");
        var twin = Write(text.ToString());
        using var document = twin.Open();
        var table = Assert.Single(document.MainDocumentPart!.Document!.Descendants<W.Table>());
        var rows = table.Elements<W.TableRow>().ToArray();
        Assert.Equal(5001, rows.Length);
        Assert.Single(table.Descendants<W.TableHeader>());
        Assert.All(rows, static row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<W.CantSplit>()));
        var heights = rows.Select(static row => row.TableRowProperties!.GetFirstChild<W.TableRowHeight>()!.Val!.Value).ToArray();
        Assert.InRange(heights.Count(height => height > heights[0]), 150, 350);
        Assert.InRange(heights.Max() - heights[0], 1u, 60u);
    }

    [Fact]
    public void A_link_that_is_no_address_is_left_out_and_its_text_stands()
    {
        var twin = Write("见[这里](http://[)一句。");
        Assert.Contains("这里", TextOf(twin), StringComparison.Ordinal);
        AssertValid(twin);
    }

    private static Twin Write(string markdown) => ScratchTwin.Write(markdown);

    private static string TextOf(Twin twin)
    {
        using var document = twin.Open();
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }

    private static void AssertValid(Twin twin)
    {
        using var document = twin.Open();
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(static error => $"{error.Path?.XPath}: {error.Description}"));
    }
}
