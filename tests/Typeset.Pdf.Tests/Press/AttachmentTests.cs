using System.Text;
using Typeset.Pdf.Tests.Reading;

namespace Typeset.Pdf.Tests.Press;

/// <summary>Files carried inside the file.</summary>
public sealed class AttachmentTests
{
    private static readonly PdfOptions Carrying = new()
    {
        Standard = PdfStandard.A3aUa1,
        Attachments =
        [
            new("booklet.yaml", "application/yaml", "原稿", "title: 样张"u8.ToArray()),
            new("articles/01-春.md", "text/markdown", "原稿", "# 春\n"u8.ToArray()),
        ],
    };

    [Fact]
    public void Each_is_tied_to_the_document_as_its_source_and_comes_out_as_it_went_in()
    {
        var file = Written.File(Samples.Small(), Carrying);
        var files = ((PdfArray)file.Resolve(file.Catalog["AF"])).Items.Select(file.Dictionary).ToList();
        Assert.Equal(["articles/01-春.md", "booklet.yaml"], files.Select(static f => ((PdfString)f["UF"]!).Text));
        Assert.All(files, static f => Assert.Equal("Source", f.NameOf("AFRelationship")));
        var stream = (PdfStream)file.Resolve(((PdfDictionary)files[0]["EF"]!)["F"]);
        Assert.Equal("# 春\n", Encoding.UTF8.GetString(stream.Data));
        Assert.Equal("text/markdown", Uri.UnescapeDataString(stream.Dictionary.NameOf("Subtype")!.Replace('#', '%')));
    }

    [Fact]
    public void They_stand_in_the_tree_of_names_beside_the_places()
    {
        var file = Written.File(Samples.Small(), Carrying);
        var names = file.Dictionary(file.Catalog["Names"]);
        Assert.NotNull(names["Dests"]);
        Assert.Equal(4, ((PdfArray)file.Dictionary(names["EmbeddedFiles"])["Names"]!).Items.Count);
    }

    [Theory]
    [InlineData(PdfStandard.A2aUa1)]
    [InlineData(PdfStandard.A1b)]
    [InlineData(PdfStandard.X4)]
    public void Standards_that_take_no_files_carry_none(PdfStandard standard)
    {
        var file = Written.File(Samples.Small(), Carrying with { Standard = standard });
        Assert.Null(file.Catalog["AF"]);
        Assert.DoesNotContain(file.Objects.Values.OfType<PdfStream>(), static s => s.Dictionary.NameOf("Type") == "EmbeddedFile");
    }
}
