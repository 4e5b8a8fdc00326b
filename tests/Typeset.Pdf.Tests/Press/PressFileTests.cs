using System.Text;
using Typeset.Core;
using Typeset.Pages;
using Typeset.Pdf.Images;
using Typeset.Pdf.Tests.Reading;
using static Typeset.Pdf.Tests.BookletBuilder;

namespace Typeset.Pdf.Tests.Press;

/// <summary>What goes onto the plates.</summary>
public sealed class PressFileTests
{
    private static readonly PdfOptions Press = new() { Standard = PdfStandard.X4 };
    private static readonly PdfOptions Bare = Press with { Press = new PressOptions { Marks = false, Slug = false } };

    [Theory]
    [InlineData(0, true, 10)]
    [InlineData(3, true, 13)]
    [InlineData(3, false, 3)]
    [InlineData(5, true, 15)]
    public void Boxes_lie_in_one_another_to_the_thousandth(int bleed, bool marks, int margin)
    {
        var options = Press with { Press = new PressOptions { Bleed = bleed.Mm, Marks = marks, Slug = marks } };
        var page = Written.File(new BookletBuilder().Page().Build(), options).Pages()[0];
        AssertBox(page, "MediaBox", 0, 148 + 2 * margin, 210 + 2 * margin);
        AssertBox(page, "BleedBox", margin - bleed, 148 + margin + bleed, 210 + margin + bleed);
        AssertBox(page, "TrimBox", margin, 148 + margin, 210 + margin);
        Assert.Null(page["ArtBox"]);
        Assert.Null(page["CropBox"]);
    }

    [Fact]
    public void Text_stands_on_the_black_plate_and_prints_over_what_is_below()
    {
        var content = ContentOf(new BookletBuilder().Page().Line(Faces.Song, 10, 60, 120, "春"), Bare);
        Assert.Contains("/GO gs\n0 0 0 1 k", content);
        Assert.DoesNotContain("rg", content);
        Assert.DoesNotMatch(@"\bg\n", content);
    }

    [Fact]
    public void Tints_and_colours_knock_out()
    {
        var content = ContentOf(new BookletBuilder().Page()
            .Add(new Rule(Box(10, 10, 50, 5), Ink.Black), new Rule(Box(10, 20, 50, 5), Ink.Black with { BlackTint = 150 }), new Rule(Box(10, 30, 50, 5), new Ink(200, 16, 46))), Bare);
        Assert.Matches(@"/GO gs\s+0 0 0 1 k[^G]+/GK gs\s+0 0 0 \.15 k", content);
        Assert.Matches(@"0 1 \.80\d* \.1[45]\d* k", content);
    }

    [Fact]
    public void A_grey_of_RGB_is_a_tint_of_black() =>
        Assert.Contains("0 0 0 .498 k", ContentOf(new BookletBuilder().Page().Add(new Rule(Box(10, 10, 50, 5), new Ink(128, 128, 128))), Bare));

    [Fact]
    public void A_spot_ink_is_a_separation_that_looks_like_its_colour()
    {
        var booklet = new BookletBuilder().Page().Line(Faces.Song, 30, 60, 120, "红头", new Ink(200, 16, 46, Spot: "PANTONE 186 C")).Build();
        var file = Written.File(booklet, Bare);
        Assert.Contains("/Sp1 cs 1 scn", file.ContentOf(file.Pages()[0]));
        var spaces = file.Dictionary(file.Dictionary(file.Pages()[0]["Resources"])["ColorSpace"]);
        var separation = Assert.IsType<PdfArray>(file.Resolve(spaces["Sp1"]));
        Assert.Equal(["Separation", "PANTONE 186 C", "DeviceCMYK"], separation.Items.Take(3).Select(static i => ((PdfName)i).Text));
        Assert.DoesNotContain("Separation", Encoding.Latin1.GetString(Written.Bytes(booklet, PdfOptions.Archive with { CrossReferences = CrossReferences.Table })));
    }

    [Fact]
    public void Marks_of_a_page_in_black_are_black_and_of_one_in_colour_in_every_ink()
    {
        Assert.DoesNotContain("scn", ContentOf(new BookletBuilder().Page().Line(Faces.Song, 10, 60, 120, "春"), Press));
        var file = Written.File(new BookletBuilder().Page().Add(new Rule(Box(10, 10, 50, 5), new Ink(200, 16, 46))).Build(), Press);
        var spaces = file.Dictionary(file.Dictionary(file.Pages()[0]["Resources"])["ColorSpace"]);
        Assert.Equal("All", ((PdfName)((PdfArray)file.Resolve(spaces["Sp1"])).Items[1]).Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    public void No_mark_reaches_into_the_bleed_or_off_the_medium(int bleed)
    {
        var options = Press with { Press = new PressOptions { Bleed = bleed.Mm } };
        var file = Written.File(new BookletBuilder().Page().Build(), options);
        double margin = (10.0 + bleed) * 72 / 25.4, edge = bleed * 72 / 25.4, width = 148 * 72 / 25.4, height = 210 * 72 / 25.4;
        var rules = PdfContent.Parse(((PdfStream)file.Resolve(file.Pages()[0]["Contents"])).Data).Where(static o => o.Operator == "re").ToList();
        Assert.Equal(16, rules.Count);
        Assert.All(rules, rule =>
        {
            var (left, bottom, right, top) = (rule.Number(0), rule.Number(1), rule.Number(0) + rule.Number(2), rule.Number(1) + rule.Number(3));
            Assert.True(left >= width + edge || right <= -edge || bottom >= height + edge || top <= -edge);
            Assert.True(left >= -margin && bottom >= -margin && right <= width + margin && top <= height + margin);
        });
    }

    [Fact]
    public void The_slug_line_says_booklet_page_date_and_sheet()
    {
        var file = Written.File(new BookletBuilder().Page(new PageLabel(PageLabelStyle.Decimal, 7)).Line(Faces.Song, 10, 60, 120, "春张样").Line(Faces.Latin, 10, 60, 140, "x").Build(), Press);
        Assert.Contains("样张  p. 7  2026-03-04  1/1", ShownText.Of(file, file.Pages()[0]).Text);
    }

    [Fact]
    public void A_title_that_is_too_long_is_cut_and_the_rest_is_kept()
    {
        var booklet = new BookletBuilder { Info = new DocumentInfo(new string('春', 200), "", "", "zh-CN", null) }.Page().Line(Faces.Song, 10, 60, 120, "春").Build();
        var file = Written.File(booklet, Press);
        Assert.Matches("春{10,40}…  p. 1  1/1", ShownText.Of(file, file.Pages()[0]).Text);
    }

    [Fact]
    public void Links_outline_and_places_stay_out_of_press_files()
    {
        var file = Written.File(Samples.Small(), Press);
        Assert.Null(file.Catalog["Outlines"]);
        Assert.Null(file.Catalog["Names"]);
        Assert.All(file.Pages(), static page => Assert.Null(page["Annots"]));
    }

    [Fact]
    public void Press_files_have_dates_even_where_none_is_given()
    {
        var booklet = Samples.Small() with { Info = Samples.Small().Info with { Date = null } };
        var file = Written.File(booklet, Press);
        var information = file.Dictionary(file.Trailer["Info"]);
        Assert.StartsWith("D:1970", ((PdfString)information["CreationDate"]!).Text);
        Assert.Equal("False", information.NameOf("Trapped"));
        Assert.Equal("PDF/X-4", ((PdfString)information["GTS_PDFXVersion"]!).Text);
    }

    [Theory]
    [InlineData(PngColour.Rgb, 8, "DeviceCMYK")]
    [InlineData(PngColour.RgbAlpha, 16, "DeviceCMYK")]
    [InlineData(PngColour.Palette, 2, "DeviceCMYK")]
    [InlineData(PngColour.Grey, 1, "DeviceGray")]
    [InlineData(PngColour.Grey, 16, "DeviceGray")]
    [InlineData(PngColour.GreyAlpha, 8, "DeviceGray")]
    internal void Images_lose_their_RGB_and_what_can_be_seen_through(PngColour colour, int depth, string space)
    {
        var booklet = new BookletBuilder().Page().Add(new ImageItem(TestImages.Place(TestImages.MakePng(9, 7, depth, colour)), Box(10, 10, 90, 70), SourceSpan.None)).Build();
        var file = Written.File(booklet, Bare);
        var image = file.Objects.Values.OfType<PdfStream>().Single(static s => s.Dictionary.NameOf("Subtype") == "Image");
        Assert.Equal(space, image.Dictionary.NameOf("ColorSpace"));
        Assert.Null(image.Dictionary["SMask"]);
    }

    [Fact]
    public void Every_pixel_of_a_picture_is_converted_by_itself()
    {
        byte[] rgb = [200, 16, 46, 255, 255, 255, 0, 0, 0, 12, 200, 99];
        var image = new ImageEncoder(Press).Encode(TestImages.Place(RgbPng(4, 1, rgb)));
        var colours = Pdf.Colour.PressColours.Of(IccProfile.Fogra39, IccProfile.Srgb, 300);
        var expected = rgb.Chunk(3).SelectMany(c => TestImages.Big((int)colours.InksOf(c[0], c[1], c[2])));
        Assert.Equal(expected, Unfiltered(image.Picture));
    }

    [Fact]
    public void Transparent_pixels_are_blended_with_paper()
    {
        var png = PngFile.Read(TestImages.MakePng(3, 1, 8, PngColour.Palette, transparency: [0, 128]));
        var rows = new List<byte[]>();
        new OpaquePng(png).ReadRows(row => rows.Add(row.ToArray()));
        Assert.All(rows[0], static value => Assert.InRange(value, (byte)0, (byte)255));
        Assert.Equal(3 * (new OpaquePng(png).IsGrey ? 1 : 3), rows[0].Length);
    }

    [Theory]
    [InlineData(100, 150, "TS7003")]
    [InlineData(100, 100, null)]
    [InlineData(10, 300, "TS7004")]
    public void An_image_too_coarse_for_print_is_told(int pixels, double points, string? id)
    {
        var diagnostics = new DiagnosticBag();
        var image = new PlacedImage("图.png", ImageEncoding.Png, pixels * 5, pixels * 5, TestImages.MakePng(6, 4, 8, PngColour.Grey));
        Written.Bytes(new BookletBuilder().Page().Add(new ImageItem(image, Box(10, 10, points, points), SourceSpan.None)).Build(), Press with { Diagnostics = diagnostics });
        Assert.Equal(id, diagnostics.Sorted().SingleOrDefault()?.Id);
    }

    [Fact]
    public void Files_of_one_layout_share_their_fonts_and_no_byte_changes()
    {
        var cache = new PdfFontCache();
        foreach (var options in (PdfOptions[])[PdfOptions.Reading, PdfOptions.Archive, Press, PdfOptions.Reading])
        {
            Assert.Equal(Written.Bytes(Samples.Small(), options), Written.Bytes(Samples.Small(), options with { FontCache = cache, Threads = 4 }));
        }

        Assert.Subset(ProgramsOf(Press).ToHashSet(), ProgramsOf(PdfOptions.Archive).ToHashSet());
    }

    private static List<string> ProgramsOf(PdfOptions options)
    {
        var file = Written.File(Samples.Small(), options);
        return [.. file.Objects.Values.OfType<PdfDictionary>().Where(static d => d.NameOf("Type") == "FontDescriptor").Select(static d => d.NameOf("FontName")!)];
    }

    private static byte[] RgbPng(int width, int height, byte[] rgb)
    {
        var file = new MemoryStream();
        file.Write(PngFile.Signature);
        TestImages.WriteChunk(file, "IHDR", [.. TestImages.Big(width), .. TestImages.Big(height), 8, (byte)PngColour.Rgb, 0, 0, 0]);
        TestImages.WriteChunk(file, "IDAT", TestImages.Deflate([.. rgb.Chunk(width * 3).SelectMany(static row => row.Prepend((byte)0))]));
        TestImages.WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A single row under PNG's Up is what it is.</summary>
    internal static byte[] Unfiltered(ImageStream picture)
    {
        using var inflated = new System.IO.Compression.ZLibStream(new MemoryStream(picture.Data.ToArray()), System.IO.Compression.CompressionMode.Decompress);
        var bytes = new MemoryStream();
        inflated.CopyTo(bytes);
        return bytes.ToArray()[1..];
    }

    private static void AssertBox(PdfDictionary page, string name, double corner, double right, double top)
    {
        double[] expected = [corner, corner, right, top];
        var box = ((PdfArray)page[name]!).Items.Select(static i => ((PdfToken)i).Number);
        Assert.All(box.Zip(expected), static pair => Assert.Equal(pair.Second * 72 / 25.4, pair.First, 0.002));
    }

    private static string ContentOf(BookletBuilder builder, PdfOptions options)
    {
        var file = Written.File(builder.Build(), options);
        return file.ContentOf(file.Pages()[0]);
    }
}
