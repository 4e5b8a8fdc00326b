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

    /// <summary>A paragraph anywhere, of any sample and of an original, takes a sentence.</summary>
    [Theory]
    [InlineData("gongwen-jianghua", "gongwen-a4", 1)]
    [InlineData("shancheng-zhiwu", "book-a5", 2)]
    [InlineData("niandu-heji", "book-16k", 3)]
    [InlineData("baozhi-zhaibian", "xuexi-a4", 4)]
    [InlineData("000", "xuexi-a4", 5)]
    public void Wherever_a_sentence_is_put_in_what_stands_before_keeps_its_lines_and_pages(string sample, string style, int seed)
    {
        if (Specimen.All().FirstOrDefault(one => one.Name == sample) is not { } specimen) return;
        var whole = TwinFiles.Docx(specimen.LayOut(style));
        var (edited, opening) = Insert(whole, 1, new Random(seed).NextDouble());

        var renderings = office.Render(office.Put($"whole.{sample}.docx", whole), office.Put($"edited.{sample}.docx", edited));

        var (lines, changed) = (PlacedLines(renderings[0]), PlacedLines(renderings[1]));
        var sentence = Array.FindIndex(changed, static line => line.Text.Contains(Sentence[..4], StringComparison.Ordinal));
        var at = Array.FindLastIndex(lines, sentence, line => line.Text.StartsWith(opening[..10], StringComparison.Ordinal));
        output.WriteLine($"{sample}: {at} of {lines.Length} lines stand before the paragraph that was edited");
        Assert.InRange(at, 1, lines.Length);
        Assert.Equal(lines[..at], changed[..at]);
    }

    [Fact]
    public void A_new_title_is_in_the_contents_after_an_update_with_the_number_of_its_page()
    {
        var (document, opening) = Insert(TwinFiles.Docx(Specimen.Of(Sample).LayOut(Style)), 0);

        var (before, after, pages) = office.UpdateFields(office.Put("titled.docx", document), "heading", opening, "编者新加的一篇", "文章标题");

        var entry = Assert.Single(after, static line => line.StartsWith("编者新加的一篇", StringComparison.Ordinal));
        Assert.Equal(NumbersOf(before).Length + 1, NumbersOf(after).Length);
        var page = pages.Pages.Last(static page => page.Lines.Any(static line => line.Text == "编者新加的一篇"));
        Assert.Equal(page.Furniture[^1].Text, NumberOf(entry));
    }

    [Fact]
    public void A_new_note_stands_at_the_foot_of_its_page_and_the_pages_before_stay()
    {
        var whole = TwinFiles.Docx(Specimen.Of(Sample).LayOut(Style));
        var (_, opening) = Insert(whole, 0);
        var path = office.Put("noted.docx", whole);
        var (_, _, untouched) = office.UpdateFields(path);

        var (_, after, pages) = office.UpdateFields(path, "note", opening, "编者新加的注文。");

        var at = pages.Pages.ToList().FindIndex(static page => page.Lines.Any(static line => line.Text.Contains("编者新加的注文。", StringComparison.Ordinal)));
        Assert.InRange(at, 1, pages.Pages.Length - 1);
        for (var i = FirstBodyPage(pages, after); i < at - 1; i++) Assert.Equal(untouched.Pages[i].Text, pages.Pages[i].Text);
        foreach (var entry in after) Assert.Equal(NumberOf(entry), FolioOfPageWith(TitleOf(entry), pages));
    }

    [Fact]
    public void Without_its_first_paragraph_a_document_keeps_true_contents()
    {
        var path = office.Put("shorter.docx", TwinFiles.Docx(Specimen.Of(Sample).LayOut(Style)));
        using var document = WordprocessingDocument.Open(path, false);
        var first = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().First(static paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Body").InnerText;
        document.Dispose();

        var (before, after, pages) = office.UpdateFields(path, "delete", Opening(first));

        Assert.Equal(NumbersOf(before).Length, NumbersOf(after).Length);
        Assert.DoesNotContain(pages.Pages, page => page.Text.Contains(Opening(first), StringComparison.Ordinal));
        foreach (var entry in after) Assert.Equal(NumberOf(entry), FolioOfPageWith(TitleOf(entry), pages));
    }

    private static int FirstBodyPage(Rendering pages, string[] contents) =>
        pages.Pages.ToList().FindLastIndex(page => page.Text.StartsWith(TitleOf(contents[0]), StringComparison.Ordinal));

    private static string Opening(string text) => string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter)).Take(12));

    /// <summary>Puts the sentence so often at the end of a long paragraph somewhere in the body (0 to 1); gives the document and how that paragraph begins.</summary>
    private static (byte[] Document, string Opening) Insert(byte[] docx, int times, double where = 0.5)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var document = WordprocessingDocument.Open(stream, true))
        {
            var paragraphs = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>()
                .Where(static paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Body" && paragraph.InnerText.Length > 100).ToArray();
            var chosen = paragraphs[(int)(paragraphs.Length * where)];
            var opening = Opening(chosen.InnerText);
            if (times > 0) chosen.AppendChild(new Run(new Text(string.Concat(Enumerable.Repeat(Sentence, times)))));
            document.Save();
            stream.Flush();
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
