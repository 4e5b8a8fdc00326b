using System.Text;
using Typeset.Core;
using Typeset.Pages;
using Typeset.Pdf.Tests.Reading;
using static Typeset.Pdf.Tests.BookletBuilder;

namespace Typeset.Pdf.Tests.Press;

/// <summary>What each standard asks of a file as a whole.</summary>
public sealed class StandardTests
{
    [Theory]
    [InlineData(PdfStandard.None, "1.7")]
    [InlineData(PdfStandard.A1b, "1.4")]
    [InlineData(PdfStandard.A2b, "1.7")]
    [InlineData(PdfStandard.A2aUa1, "1.7")]
    [InlineData(PdfStandard.X1a, "1.4")]
    [InlineData(PdfStandard.X4, "1.6")]
    public void The_header_has_the_version_that_the_standard_builds_on(PdfStandard standard, string version) =>
        Assert.StartsWith("%PDF-" + version, Encoding.Latin1.GetString(Bytes(standard), 0, 8));

    [Theory]
    [InlineData(PdfStandard.A1b, "<pdfaid:part>1<", "<pdfaid:conformance>B<")]
    [InlineData(PdfStandard.A2b, "<pdfaid:part>2<", "<pdfaid:conformance>B<")]
    [InlineData(PdfStandard.A2aUa1, "<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "<pdfaSchema:prefix>pdfuaid<")]
    [InlineData(PdfStandard.A3aUa1, "<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<")]
    [InlineData(PdfStandard.X4, "<pdfxid:GTS_PDFXVersion>PDF/X-4<", "<pdf:Trapped>False<", "<xmpMM:DocumentID>uuid:")]
    public void The_metadata_claims_the_standard(PdfStandard standard, params string[] claims)
    {
        var file = File(standard);
        var metadata = Encoding.UTF8.GetString(((PdfStream)file.Resolve(file.Catalog["Metadata"])).Data);
        Assert.All(claims, claim => Assert.Contains(claim, metadata));
        System.Xml.Linq.XDocument.Parse(metadata.Trim());
    }

    [Fact]
    public void A_file_without_a_standard_claims_none()
    {
        var file = File(PdfStandard.None);
        Assert.Null(file.Catalog["OutputIntents"]);
        Assert.DoesNotContain("pdfaid", Encoding.UTF8.GetString(((PdfStream)file.Resolve(file.Catalog["Metadata"])).Data));
    }

    [Theory]
    [InlineData(PdfStandard.A1b, "GTS_PDFA1", 3)]
    [InlineData(PdfStandard.A2aUa1, "GTS_PDFA1", 3)]
    [InlineData(PdfStandard.X1a, "GTS_PDFX", 4)]
    [InlineData(PdfStandard.X4, "GTS_PDFX", 4)]
    public void The_intent_has_its_profile(PdfStandard standard, string kind, int components)
    {
        var file = File(standard);
        var intent = file.Dictionary(((PdfArray)file.Resolve(file.Catalog["OutputIntents"])).Items[0]);
        Assert.Equal(kind, intent.NameOf("S"));
        var profile = (PdfStream)file.Resolve(intent["DestOutputProfile"]);
        Assert.Equal(components, ((PdfToken)profile.Dictionary["N"]!).Integer);
        Assert.Equal((components == 3 ? IccProfile.Srgb : IccProfile.Fogra39).Bytes.ToArray(), profile.Data);
    }

    [Theory]
    [InlineData(PdfStandard.A1b)]
    [InlineData(PdfStandard.X1a)]
    public void Files_of_PDF_1_4_have_no_object_streams_and_no_soft_masks(PdfStandard standard)
    {
        var booklet = new BookletBuilder().Page()
            .Add(new ImageItem(TestImages.Place(TestImages.MakePng(9, 7, 16, Images.PngColour.RgbAlpha)), Box(10, 10, 90, 70), SourceSpan.None)).Build();
        var text = Encoding.Latin1.GetString(Written.Bytes(booklet, new PdfOptions { Standard = standard }));
        Assert.DoesNotContain("/ObjStm", text);
        Assert.DoesNotContain("/XRef", text);
        Assert.DoesNotContain("/SMask", text);
        Assert.DoesNotContain("/BitsPerComponent 16", text);
    }

    [Fact]
    public void A_subset_of_PDF_A_1_lists_its_characters()
    {
        var file = File(PdfStandard.A1b);
        var descriptors = file.Objects.Values.OfType<PdfDictionary>().Where(static d => d.NameOf("Type") == "FontDescriptor").ToList();
        Assert.NotEmpty(descriptors);
        Assert.All(descriptors, d => Assert.Equal(0x80, ((PdfStream)file.Resolve(d["CIDSet"])).Data[0] & 0x80));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "not a tag!")]
    public void Title_and_language_are_there_whatever_the_booklet_leaves_out(string title, string language)
    {
        var booklet = Samples.Structured() with { Info = new DocumentInfo(title, "", "", language, null) };
        var file = Written.File(booklet, PdfOptions.Reading);
        Assert.Equal("zh-CN", ((PdfString)file.Catalog["Lang"]!).Text);
        Assert.Contains("<dc:title>", Encoding.UTF8.GetString(((PdfStream)file.Resolve(file.Catalog["Metadata"])).Data));
    }

    [Fact]
    public void A_link_without_a_description_says_where_it_leads()
    {
        var booklet = new BookletBuilder().Page().Add(new LinkItem(Box(10, 10, 20, 20), null, "https://example.org/", "")).Build();
        var file = Written.File(booklet, PdfOptions.Reading);
        var link = file.Objects.Values.OfType<PdfDictionary>().Single(static d => d.NameOf("Subtype") == "Link");
        Assert.Equal("https://example.org/", ((PdfString)link["Contents"]!).Text);
    }

    [Theory]
    [InlineData(PdfStandard.A1b)]
    [InlineData(PdfStandard.A2b)]
    [InlineData(PdfStandard.A2aUa1)]
    [InlineData(PdfStandard.A3aUa1)]
    [InlineData(PdfStandard.X1a)]
    [InlineData(PdfStandard.X4)]
    public void One_and_eight_threads_write_the_same_bytes_of_every_standard(PdfStandard standard)
    {
        var options = new PdfOptions { Standard = standard };
        Assert.Equal(Written.Bytes(Samples.Small(), options), Written.Bytes(Samples.Small(), options with { Threads = 8 }));
    }

    private static byte[] Bytes(PdfStandard standard) => Written.Bytes(Samples.Small(), new PdfOptions { Standard = standard });

    private static PdfFile File(PdfStandard standard) => PdfFile.Read(Bytes(standard));
}
