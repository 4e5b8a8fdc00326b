using Typeset.Preflight.Clauses;
using Typeset.Preflight.Tests.Mutation;
using Typeset.Testing;
using static Typeset.Preflight.Tests.Mutation.Build;

namespace Typeset.Preflight.Tests;

/// <summary>What a check says of the ink in JPEGs.</summary>
public sealed class JpegInkTests
{
    [Theory]
    [InlineData(280, 1)]
    [InlineData(null, 0)]
    public void The_limit_is_that_of_the_order(int? limit, int findings) =>
        Assert.Equal(findings, PdfCheck.Run(With(Jpeg), [ClauseLists.Named("press")!], new PrintOrder { InkLimit = limit }, CancellationToken.None).Findings.Count(static f => f.Clause.Id == "P-ink" && f.Place.Page == Page));

    [Fact]
    public void A_list_of_ones_own_keeps_its_limit()
    {
        var own = ClauseLists.Read("""{"key":"k","name":"n","standard":"s","clauses":[{"id":"O-ink","clause":"","check":"total-ink","severity":"error","limits":[280],"en":"","zh":""}]}"""u8.ToArray());
        Assert.Single(PdfCheck.Run(With(Jpeg), [own], new PrintOrder { InkLimit = 320 }, CancellationToken.None).Findings, static f => f.Place.Page == Page);
    }

    [Fact]
    public void Damaged_picture_data_are_told()
    {
        byte[] cut = [.. Jpeg[..(Jpeg.Length / 2)], 0xFF, 0xD9];
        var report = PdfCheck.Run(With(cut), [ClauseLists.Named("press")!], new PrintOrder(), CancellationToken.None);
        Assert.Equal("TS8005", Assert.Single(report.Unread).Id);
        Assert.False(report.IsClean);
    }

    private const int Page = 8;

    /// <summary>Four inks of 75, 75, 75 and 65 %: 290 % together.</summary>
    private static readonly byte[] Jpeg = new RealJpeg(320, 320, 4) { Pixel = static (x, y) => (x / 16 + y / 16) % 2 == 0 ? [191, 191, 191, 166] : [40, 30, 20, 10], IsAdobe = false }.Bytes();

    private static byte[] With(byte[] jpeg)
    {
        var graph = PdfGraph.Read(GoodFiles.Of(Mutant.Sample, "x-4").Pdf);
        var image = Stream(jpeg, ("Type", Name("XObject")), ("Subtype", Name("Image")), ("Filter", Name("DCTDecode")), ("Width", Number(320)), ("Height", Number(320)), ("BitsPerComponent", Number(8)), ("ColorSpace", Name("DeviceCMYK")));
        ArchiveMutants.Resource(graph, "XObject", "ImX", graph.Add(image), 8);
        graph.EditContent(8, static c => c + "\nq 72 0 0 72 50 50 cm /ImX Do Q\n");
        return graph.Write();
    }
}
