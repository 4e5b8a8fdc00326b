using Typeset.Core;
using Typeset.Pages;
using Typeset.Pdf.Tests.Reading;

namespace Typeset.Pdf.Tests;

public sealed class NavigationTests
{
    [Fact]
    public void The_outline_nests_by_level_even_where_levels_are_left_out() =>
        Assert.Equal("封面 | 目录 [雨水 | （无）] | 尾", OutlineUnder(Written.File(Samples.Small()), file => file.Dictionary(file.Catalog["Outlines"])));

    [Fact]
    public void An_entry_that_leads_nowhere_stays_as_a_heading()
    {
        var file = Written.File(Samples.Small());
        Assert.Null(file.Objects.Values.OfType<PdfDictionary>().Single(static d => d["Title"] is PdfString { Text: "（无）" })["Dest"]);
    }

    [Fact]
    public void A_deep_outline_counts_what_is_open()
    {
        var builder = new BookletBuilder().Page().Destination("a", 0, Length.Zero);
        foreach (var level in new[] { 1, 2, 3, 3, 1, 2 }) builder.Outline(level, "x", "a");
        var file = Written.File(builder.Build());
        Assert.Equal(4, ((PdfToken)file.Dictionary(file.Catalog["Outlines"])["Count"]!).Integer);
    }

    [Fact]
    public void Labels_that_count_on_share_a_range()
    {
        var builder = new BookletBuilder();
        foreach (var label in new PageLabel[] { new(PageLabelStyle.None, 0, "封面"), new(PageLabelStyle.LowerRoman, 1), new(PageLabelStyle.LowerRoman, 2) }) builder.Page(label);
        for (var i = 3; i < 8; i++) builder.Page(new PageLabel(PageLabelStyle.Decimal, i));
        builder.Page(new PageLabel(PageLabelStyle.Decimal, 1, "附-")).Page(new PageLabel(PageLabelStyle.None, 0)).Page(default(PageLabel));
        Assert.Equal("0:封面// 1:/r/ 3:/D/3 8:附-/D/ 9://", LabelsOf(Written.File(builder.Build())));
    }

    [Fact]
    public void A_link_to_a_place_that_is_not_there_is_left_out()
    {
        var file = Written.File(Samples.Small());
        Assert.Single(((PdfArray)file.Pages()[1]["Annots"]!).Items);
    }

    [Fact]
    public void A_place_is_measured_from_the_foot_of_its_page()
    {
        var file = Written.File(new BookletBuilder().Page().Page().Destination("b", 1, 100.Pt).Build());
        var names = (PdfArray)file.Dictionary(file.Dictionary(file.Catalog["Names"])["Dests"])["Names"]!;
        var place = ((PdfArray)names.Items[1]).Items;
        Assert.Same(file.Pages()[1], file.Resolve(place[0]));
        Assert.Equal("495.276", ((PdfToken)place[3]).Text);
    }

    [Fact]
    public void Thousands_of_names_are_found_in_order()
    {
        var builder = new BookletBuilder().Page();
        for (var i = 0; i < 5000; i++) builder.Destination("节" + i, 0, Length.Zero);
        var file = Written.File(builder.Build());
        var names = NamesUnder(file, file.Dictionary(file.Dictionary(file.Catalog["Names"])["Dests"]));
        Assert.Equal(5000, names.Count);
        Assert.Equal(names.OrderBy(static n => n, Comparer<byte[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b))), names);
    }

    [Fact]
    public void A_place_on_a_page_that_is_not_there_is_left_out() =>
        Assert.Null(Written.File(new BookletBuilder().Page().Destination("x", 7, Length.Zero).Build()).Catalog["Names"]);

    [Fact]
    public void An_address_in_other_letters_is_escaped()
    {
        var file = Written.File(Samples.Small());
        var action = file.Dictionary(((PdfArray)file.Pages()[3]["Annots"]!).Items[0]);
        Assert.Equal("https://example.org/%E6%98%A5?a=1", ((PdfString)((PdfDictionary)action["A"]!)["URI"]!).Text);
    }

    [Fact]
    public void Without_a_date_the_file_tells_none()
    {
        var file = Written.File(new BookletBuilder { Info = new DocumentInfo("<甲 & 乙>", "", "", "zh-CN", null) }.Page().Build());
        Assert.Equal(["Producer", "Title"], file.Dictionary(file.Trailer["Info"]).Entries.Select(static e => e.Key));
        var xmp = System.Text.Encoding.UTF8.GetString(((PdfStream)file.Resolve(file.Catalog["Metadata"])).Data);
        Assert.Contains("&lt;甲 &amp; 乙&gt;", xmp);
        Assert.DoesNotContain("Date", xmp);
    }

    [Theory]
    [InlineData(8, 0, "D:20260304050607+08'00'")]
    [InlineData(-3, -30, "D:20260304050607-03'30'")]
    public void A_date_keeps_its_offset(int hours, int minutes, string expected)
    {
        var date = new DateTimeOffset(2026, 3, 4, 5, 6, 7, new TimeSpan(hours, minutes, 0));
        var file = Written.File(new BookletBuilder { Info = new DocumentInfo("t", "", "", "", date) }.Page().Build());
        Assert.Equal(expected, ((PdfString)file.Dictionary(file.Trailer["Info"])["CreationDate"]!).Text);
    }

    private static string OutlineUnder(PdfFile file, Func<PdfFile, PdfDictionary> parentOf)
    {
        var titles = new List<string>();
        for (var item = parentOf(file)["First"]; item is not null; item = file.Dictionary(item)["Next"])
        {
            var entry = file.Dictionary(item);
            Assert.Same(parentOf(file), file.Dictionary(entry["Parent"]));
            titles.Add(((PdfString)entry["Title"]!).Text + (entry["First"] is null ? "" : $" [{OutlineUnder(file, _ => entry)}]"));
        }

        return string.Join(" | ", titles);
    }

    private static string LabelsOf(PdfFile file)
    {
        var numbers = (PdfArray)file.Dictionary(file.Catalog["PageLabels"])["Nums"]!;
        return string.Join(' ', numbers.Items.Chunk(2).Select(static pair =>
        {
            var label = (PdfDictionary)pair[1];
            return $"{((PdfToken)pair[0]).Text}:{(label["P"] as PdfString)?.Text}/{label.NameOf("S")}/{(label["St"] as PdfToken)?.Text}";
        }));
    }

    private static List<byte[]> NamesUnder(PdfFile file, PdfDictionary node)
    {
        if (node["Names"] is PdfArray names) return [.. names.Items.Where(static (_, i) => i % 2 == 0).Select(static n => ((PdfString)n).Bytes)];
        return [.. ((PdfArray)node["Kids"]!).Items.SelectMany(kid => LimitedNames(file, file.Dictionary(kid)))];
    }

    private static List<byte[]> LimitedNames(PdfFile file, PdfDictionary node)
    {
        var names = NamesUnder(file, node);
        var limits = ((PdfArray)node["Limits"]!).Items.Select(static l => ((PdfString)l).Bytes).ToList();
        Assert.Equal([names[0], names[^1]], limits);
        return names;
    }
}
