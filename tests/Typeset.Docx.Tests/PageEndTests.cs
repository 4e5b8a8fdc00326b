using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Flow;
using Typeset.Docx.Pins;
using Typeset.Originals;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Typeset.Docx.Tests;

/// <summary>What holds the ends of pages to the layout's: gaps, notes that stay whole, headings that stay.</summary>
public sealed class PageEndTests
{
    /// <summary>book-a5: lines of 340 twips, notes 170 twips below the text.</summary>
    private static readonly PagePinner Pinner = new(new Workshop().Style("book-a5"));

    [Theory]
    [InlineData(0, 340, false, 0)]
    [InlineData(304, 340, false, 0)]
    [InlineData(320, 340, false, 16)]
    [InlineData(320, 340, true, 61)]
    [InlineData(680, 340, false, 376)]
    [InlineData(1400, 340, false, 680)]
    public void A_gap_at_a_page_s_foot_is_widened_until_nothing_more_can_stand_above_it(int free, int next, bool hasNotes, int twips) =>
        Assert.Equal(twips, Pinner.Between(Rest(free, next, hasNotes)));

    [Theory]
    [InlineData(0, 340, false, 0)]
    [InlineData(320, 340, true, 61)]
    [InlineData(680, 340, false, 0)]
    [InlineData(10, 40, false, 6)]
    [InlineData(5, 35, false, 0)]
    public void A_gap_inside_a_page_is_widened_by_little_and_never_pushes_a_line_off(int free, int next, bool hasNotes, int twips) =>
        Assert.Equal(twips, Pinner.Above(Rest(free, next, hasNotes)));

    [Fact]
    public void A_page_that_must_end_needs_no_pin() => Assert.Equal((0, 0), (Pinner.Between(null), Pinner.Above(null)));

    private static PageRest Rest(int free, int next, bool hasNotes) => new(Twip(free), Twip(next), hasNotes);

    private static Length Twip(int count) => new(count * Length.PerPoint / Twips.PerPoint);

    public static TheoryData<string> Samples => [.. Workshop.Samples()];

    [Theory, MemberData(nameof(Samples))]
    public void What_begins_a_page_had_no_room_on_the_page_before(string sample)
    {
        var map = Twin.OfSample(sample).Layout.Map.Value;
        var rests = map.Chapters.SelectMany(static chapter => chapter.Blocks.SelectMany(static block => (PageRest?[])[block.RestBefore, block.RestWithin])).OfType<PageRest>().ToArray();
        Assert.All(rests, static rest => Assert.True(rest.Free >= Length.Zero && rest.Next > Length.Zero, rest.ToString()));
        Assert.All(rests.Where(static rest => !rest.HasNotes), static rest => Assert.True(rest.Next > rest.Free, rest.ToString()));
        Assert.NotEmpty(rests);
    }

    [Fact]
    public void The_gap_before_a_figure_that_begins_a_page_is_wider_with_pins()
    {
        Assert.InRange(GapBelow("三倍。", pins: true), GapBelow("三倍。", pins: false) + 1, 800);

        static int GapBelow(string end, bool pins)
        {
            using var document = Twin.OfSample("shancheng-zhiwu", "book-a5", pins).Open();
            var paragraph = document.MainDocumentPart!.Document!.Descendants<W.Paragraph>().Single(p => p.InnerText.EndsWith(end, StringComparison.Ordinal) && p.NextSibling<W.Paragraph>()!.Descendants<W.Drawing>().Any());
            return int.Parse(paragraph.ParagraphProperties!.SpacingBetweenLines!.After!.Value!, CultureInfo.InvariantCulture);
        }
    }

    [Theory]
    [InlineData("短注。", false)]
    [InlineData("长注", true)]
    public void Notes_stay_whole_but_for_those_that_take_half_a_page(string text, bool mayBeParted)
    {
        var note = text.EndsWith('。') ? text : string.Concat(Enumerable.Repeat(text, 500));
        using var document = Write($"一句话[^1]。\n\n[^1]: {note}\n").Open();
        var style = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<W.Style>().Single(static style => style.StyleId == "Note");
        Assert.NotNull(style.StyleParagraphProperties!.KeepLines);
        var paragraph = document.MainDocumentPart.FootnotesPart!.Footnotes!.Elements<W.Footnote>().Single(static note => note.Id! > 0).Elements<W.Paragraph>().Single();
        Assert.Equal(mayBeParted, paragraph.ParagraphProperties!.KeepLines?.Val?.Value == false);
    }

    [Fact]
    public void A_heading_on_a_crowded_page_is_free_of_a_paragraph_that_the_page_parts()
    {
        var parted = new TextMap("文", default) { RestWithin = default(PageRest) };
        var crowd = new PageCrowd();
        crowd.Add(new TextMap("题", default));
        Assert.False(crowd.Endangers(parted));
        crowd.Add(null, 25);
        Assert.True(crowd.Endangers(parted));
        Assert.False(crowd.Endangers(new TextMap("文", default)));
        Assert.False(crowd.Endangers(parted with { BeginsPage = true }));
        crowd.Restart();
        Assert.False(crowd.Endangers(parted));
    }

    [Fact]
    public void A_line_of_a_cell_that_nothing_draws_together_reaches_into_the_cell_s_margin()
    {
        using var document = Twin.OfSample("shancheng-zhiwu", "book-a5").Open();
        var cell = document.MainDocumentPart!.Document!.Descendants<W.TableCell>().Single(static cell => cell.InnerText == "仅1株，待核");
        Assert.InRange(int.Parse(cell.TableCellProperties!.TableCellMargin!.RightMargin!.Width!.Value!, CultureInfo.InvariantCulture), 0, 89);
    }

    [Fact]
    public void The_last_row_of_a_table_gives_way_to_the_rule_below_it()
    {
        using var document = Write("| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n| 三 | 四 |\n").Open();
        var heights = document.MainDocumentPart!.Document!.Descendants<W.TableRowHeight>().Select(static height => (int)height.Val!.Value).ToArray();
        Assert.Equal([heights[0], heights[0], heights[0] - Twips.Of(new Workshop().Style("book-a5").Tables.OuterRule)], heights);
    }

    private static Twin Write(string markdown)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["booklet.yaml"] = "title: 试排\nstyle: book-a5\n", ["articles/01.md"] = "---\ntitle: 一篇\n---\n\n" + markdown,
        };
        var folder = new SourceFolder("", path => files.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : default(ReadOnlyMemory<byte>?), static path => path == "articles" ? ["articles/01.md"] : []);
        return Twin.Of(Workshop.Request(".") with { Folder = folder });
    }
}
