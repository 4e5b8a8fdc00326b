using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Typeset.Parity;
using Xunit.Abstractions;

namespace Typeset.Comparison.Tests.Twins;

/// <summary>What becomes of a twin that people work on, in LibreOffice.</summary>
[Trait("Category", "Conformance")]
public sealed class EditingTests(Office office, ITestOutputHelper output) : IClassFixture<Office>
{
    private const string Sample = "lilun-xuebian", Style = "xuexi-a4", Sentence = "编者在这里添上一句话，看看前面的行会不会动。";

    [Fact]
    public void The_contents_have_the_same_numbers_after_an_update_of_all_fields()
    {
        var document = office.Put("fields.docx", TwinFiles.Docx(Specimen.Of(Sample).LayOut(Style)));

        var (before, after, _) = office.UpdateFields(document);

        Assert.Equal(NumbersOf(before), NumbersOf(after));
        Assert.True(NumbersOf(after).Length >= 10);
    }

    [Fact]
    public void What_stands_before_a_new_sentence_keeps_its_lines_and_pages()
    {
        var whole = TwinFiles.Docx(Specimen.Of(Sample).LayOut(Style));
        var (edited, opening) = Insert(whole, 1);

        var renderings = office.Render(office.Put("whole.docx", whole), office.Put("edited.docx", edited));

        var (lines, changed) = (PlacedLines(renderings[0]), PlacedLines(renderings[1]));
        var at = Array.FindIndex(lines, line => line.Text.StartsWith(opening, StringComparison.Ordinal));
        output.WriteLine($"{at} of {lines.Length} lines stand before the paragraph that was edited");
        Assert.InRange(at, lines.Length / 3, lines.Length);
        Assert.Equal(lines[..at], changed[..at]);
        Assert.Contains(Sentence, string.Concat(changed.Select(static line => line.Text)));
    }

    [Fact]
    public void Held_page_ends_give_way_to_a_new_sentence_and_leave_no_page_empty()
    {
        var whole = TwinFiles.Docx(Specimen.Of("shancheng-zhiwu").LayOut("book-a5"));

        var renderings = office.Render(office.Put("held.docx", whole), office.Put("given-way.docx", Insert(whole, 1).Document));

        output.WriteLine($"{renderings[0].Pages.Length} pages, then {renderings[1].Pages.Length}");
        Assert.InRange(renderings[1].Pages.Length, renderings[0].Pages.Length, renderings[0].Pages.Length + 1);
    }

    [Fact]
    public void The_contents_are_right_again_after_text_was_put_in_and_fields_were_updated()
    {
        var (edited, _) = Insert(TwinFiles.Docx(Specimen.Of(Sample).LayOut(Style)), 60);

        var (before, after, pages) = office.UpdateFields(office.Put("longer.docx", edited));

        Assert.NotEqual(NumbersOf(before), NumbersOf(after));
        foreach (var entry in after) Assert.Equal(NumberOf(entry), FolioOfPageWith(TitleOf(entry), pages));
    }

    /// <summary>Puts the sentence so often at the end of a long paragraph in the middle of the body; gives the document and how that paragraph begins.</summary>
    private static (byte[] Document, string Opening) Insert(byte[] docx, int times)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var document = WordprocessingDocument.Open(stream, true))
        {
            var paragraphs = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>()
                .Where(static paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Body" && paragraph.InnerText.Length > 100).ToArray();
            var chosen = paragraphs[paragraphs.Length / 2];
            chosen.AppendChild(new Run(new Text(string.Concat(Enumerable.Repeat(Sentence, times)))));
            document.Save();
            stream.Flush();
            var opening = string.Concat(chosen.InnerText.Where(static letter => !char.IsWhiteSpace(letter)).Take(12));
            document.Dispose();
            return (stream.ToArray(), opening);
        }
    }

    private static (int Page, string Text)[] PlacedLines(Rendering rendering) =>
        [.. rendering.Pages.SelectMany(static page => page.Lines.Select(line => (page.Number, line.Text)))];

    private static string[] NumbersOf(string[] entries) => [.. entries.Where(static entry => entry.Contains('\t')).Select(NumberOf)];

    private static string NumberOf(string entry) => entry[(entry.LastIndexOf('\t') + 1)..];

    private static string TitleOf(string entry) => string.Concat(entry[..entry.LastIndexOf('\t')].Where(static letter => !char.IsWhiteSpace(letter)));

    /// <summary>The folio of the last page that begins with a title: the first is that of the contents.</summary>
    private static string FolioOfPageWith(string title, Rendering pages) =>
        pages.Pages.Last(page => page.Text.StartsWith(title, StringComparison.Ordinal)).Furniture[^1].Text;
}
