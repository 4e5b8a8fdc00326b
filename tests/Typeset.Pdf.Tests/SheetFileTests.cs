using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.Pages;
using Typeset.Pages.Imposition;
using Typeset.Pdf.Tests.Reading;

namespace Typeset.Pdf.Tests;

/// <summary>Press sheets as the file has them.</summary>
public sealed class SheetFileTests
{
    [Fact]
    public void Every_page_is_written_once_as_a_form()
    {
        var file = Read(Sheets(7, "saddle"));
        Assert.Equal(7, file.Objects.Values.OfType<PdfStream>().Count(static stream => stream.Dictionary.NameOf("Subtype") == "Form"));
        Assert.Equal(4, file.Pages().Count);
    }

    [Fact]
    public void Readers_show_which_side_of_which_sheet_a_page_is()
    {
        var file = Read(Sheets(8, "saddle"));
        var labels = ((PdfArray)file.Dictionary(file.Catalog["PageLabels"])["Nums"]!).Items.Select((item, i) => i % 2 == 0 ? null : ((PdfString)file.Dictionary(item)["P"]!).Text).OfType<string>();
        Assert.Equal(["sheet-01-front", "sheet-01-back", "sheet-02-front", "sheet-02-back"], labels);
    }

    [Fact]
    public void A_side_has_the_sheets_boxes()
    {
        var sheets = Sheets(8, "perfect:8");
        foreach (var (page, form) in Read(sheets).Pages().Zip(SheetForm.Of(sheets.Job, ofCover: false)))
        {
            AssertBox(new Rectangle(default, default, form.Size.Width, form.Size.Height), page["MediaBox"]!, form.Size);
            AssertBox(SheetMarks.TrimOf(form.Side), page["TrimBox"]!, form.Size);
            AssertBox(SheetMarks.InkOf(form.Side), page["BleedBox"]!, form.Size);
        }
    }

    [Fact]
    public void A_page_with_its_head_down_is_turned_by_half()
    {
        var sheets = Sheets(8, "perfect:8");
        var file = Read(sheets);
        var (page, side) = (file.Pages()[0], sheets.Job.Sheets.First().Front);
        var placements = Encoding.Latin1.GetString(((PdfStream)file.Resolve(((PdfArray)page["Contents"]!).Items[0])).Data);
        foreach (var placed in side.Pages)
        {
            var sign = placed.Transform.IsHeadDown ? "-" : "";
            var foot = placed.Transform.Apply(new Point(default, sheets.Job.Trim.Height));
            var expected = $"{sign}1 0 0 {sign}1 {Number(foot.X)} {Number(sheets.Job.SheetSize.Height - foot.Y)} cm\n/Fm{placed.Page + 1} Do\nQ\n";
            Assert.Contains(expected, placements);
        }
    }

    [Fact]
    public void Marks_are_in_every_ink_where_a_page_of_the_side_has_colour_and_black_elsewhere()
    {
        var file = Read(Sheets(8, "saddle", colourOn: 3));
        var inks = file.Pages().Select(page => Encoding.Latin1.GetString(((PdfStream)file.Resolve(((PdfArray)page["Contents"]!).Items[1])).Data).Contains("scn\n", StringComparison.Ordinal));
        Assert.Equal([false, false, false, true], inks);
        Assert.Contains(file.Objects.Values.OfType<PdfArray>(), static array => array.Items is [PdfName { Text: "Separation" }, PdfName { Text: "All" }, ..]);
    }

    [Fact]
    public void The_cover_is_a_file_of_its_own()
    {
        var sheets = Sheets(20, "perfect:16", cover: CoverPages.Wrap);
        Assert.Equal((2, 4), Count(sheets with { OfCover = true }));
        Assert.Equal((2, 16), Count(sheets));

        static (int Sides, int Forms) Count(SheetFile sheets)
        {
            var file = Read(sheets);
            return (file.Pages().Count, file.Objects.Values.OfType<PdfStream>().Count(static stream => stream.Dictionary.NameOf("Subtype") == "Form"));
        }
    }

    [Theory]
    [InlineData(PdfStandard.X4)]
    [InlineData(PdfStandard.X1a)]
    public void The_same_bytes_come_again_of_any_number_of_threads(PdfStandard standard)
    {
        var sheets = Sheets(40, "perfect:16", colourOn: 5);
        var once = Bytes(sheets, standard, threads: 1);
        Assert.Equal(once, Bytes(sheets, standard, threads: 1));
        Assert.Equal(once, Bytes(sheets, standard, threads: 4));
    }

    private static string Number(Length length) =>
        (((length.Raw * 1000 + Length.PerPoint / 2) >> 16) / 1000m).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertBox(Rectangle expected, PdfObject box, Size sheet)
    {
        var numbers = ((PdfArray)box).Items.Cast<PdfToken>().Select(static token => token.Number).ToArray();
        Assert.Equal(expected.X.Points, numbers[0], 0.001);
        Assert.Equal((sheet.Height - expected.Bottom).Points, numbers[1], 0.001);
        Assert.Equal(expected.Right.Points, numbers[2], 0.001);
        Assert.Equal((sheet.Height - expected.Y).Points, numbers[3], 0.001);
    }

    internal static SheetFile Sheets(int pages, string scheme, int colourOn = -1, CoverPages cover = CoverPages.None)
    {
        var builder = new BookletBuilder();
        for (var i = 0; i < pages; i++) builder.Page().Line(Faces.Song, 24, 60, 90, $"第{i + 1}页", i == colourOn ? new Ink(200, 0, 0) : null);
        var booklet = builder.Build();
        var options = new ImpositionOptions { Scheme = SchemeNames.Find(scheme)!, Cover = cover };
        var job = Imposer.Impose(booklet.Pages, options, new DiagnosticBag())!;
        return new SheetFile(booklet, job, OfCover: false, new SheetSlug("样张", booklet.Info.Date, [Faces.Song]));
    }

    internal static byte[] Bytes(SheetFile sheets, PdfStandard standard = PdfStandard.X4, int threads = 1)
    {
        using var output = new MemoryStream();
        SheetWriter.Write(sheets, output, new PdfOptions { Standard = standard, Threads = threads });
        return output.ToArray();
    }

    private static PdfFile Read(SheetFile sheets) => PdfFile.Read(Bytes(sheets));
}
