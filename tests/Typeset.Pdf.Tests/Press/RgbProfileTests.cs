using Typeset.Core;
using Typeset.Pages;
using Typeset.Pdf.Images;
using Typeset.Pdf.Tests.Colour;
using Typeset.Pdf.Tests.Reading;
using Typeset.Testing;
using static Typeset.Pdf.Tests.BookletBuilder;

namespace Typeset.Pdf.Tests.Press;

/// <summary>Pictures in RGB that bring a profile of their own.</summary>
public sealed class RgbProfileTests
{
    private static readonly PdfOptions Press = new() { Standard = PdfStandard.X4, Press = new PressOptions { Marks = false, Slug = false } };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_scanner_s_table_says_what_its_colours_are(bool isPng)
    {
        var scanner = new InkProfile("Scanner") { IsRgb = true }.Bytes();
        var (red, ids) = Encode(isPng, scanner, [255, 0, 0]);
        Assert.Empty(ids);
        Assert.Equal(Encode(isPng, [], [0, 0, 0]).Inks, red);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_profile_that_cannot_be_used_is_told_and_the_colours_count_as_sRGB(bool isPng)
    {
        foreach (var profile in (byte[][])[[1, 2, 3], new InkProfile("Press").Bytes(), new InkProfile("Half") { IsRgb = true, Without = ["A2B1"] }.Bytes()])
        {
            var (inks, ids) = Encode(isPng, profile, [200, 16, 46]);
            Assert.Equal(["TS7013"], ids);
            Assert.Equal(Encode(isPng, [], [200, 16, 46]).Inks, inks);
        }
    }

    [Theory]
    [InlineData(PngColour.Rgb)]
    [InlineData(PngColour.Palette)]
    [InlineData(PngColour.RgbAlpha)]
    internal void Archive_files_show_a_tagged_PNG_by_its_own_profile(PngColour colour)
    {
        var profile = IccProfile.Srgb.Bytes.ToArray();
        var png = Tagged(TestImages.MakePng(9, 7, 8, colour), profile);
        foreach (var options in (PdfOptions[])[PdfOptions.Reading, PdfOptions.Archive with { Standard = PdfStandard.A1b }])
        {
            var file = Written.File(new BookletBuilder().Page().Add(Item(png, ImageEncoding.Png)).Build(), options);
            var space = (PdfArray)file.Resolve(file.Objects.Values.OfType<PdfStream>().First(static s => s.Dictionary.NameOf("Subtype") == "Image" && s.Dictionary["ColorSpace"] is PdfArray).Dictionary["ColorSpace"]);
            if (((PdfName)space.Items[0]).Text == "Indexed") space = (PdfArray)space.Items[1];
            Assert.Equal("ICCBased", ((PdfName)space.Items[0]).Text);
            Assert.Equal(profile, ((PdfStream)file.Resolve(space.Items[1])).Data);
        }
    }

    private static ImageItem Item(byte[] bytes, ImageEncoding encoding) => new(TestImages.Place(bytes, encoding), Box(10, 10, 90, 70), SourceSpan.None);

    private static (byte[] Inks, string[] Ids) Encode(bool isPng, byte[] profile, byte[] colour)
    {
        var bytes = isPng ? Tagged(OfOneColour(colour), profile) : new RealJpeg(8, 8, 3) { Pixel = (_, _) => colour, Profile = profile }.Bytes();
        var image = new ImageEncoder(Press).Encode(TestImages.Place(bytes, isPng ? ImageEncoding.Png : ImageEncoding.Jpeg));
        return (PressFileTests.Unfiltered(image.Picture)[..4], [.. image.Remarks.Select(static remark => remark.Message.Id)]);
    }

    private static byte[] OfOneColour(byte[] colour)
    {
        var file = new MemoryStream();
        file.Write(PngFile.Signature);
        TestImages.WriteChunk(file, "IHDR", [.. TestImages.Big(1), .. TestImages.Big(1), 8, 2, 0, 0, 0]);
        TestImages.WriteChunk(file, "IDAT", TestImages.Deflate([0, .. colour]));
        TestImages.WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>With an iCCP chunk behind the header.</summary>
    private static byte[] Tagged(byte[] png, byte[] profile)
    {
        const int header = 8 + 25;
        if (profile.Length == 0) return png;
        var chunk = new MemoryStream();
        TestImages.WriteChunk(chunk, "iCCP", [.. "Own"u8, 0, 0, .. TestImages.Deflate(profile)]);
        return [.. png[..header], .. chunk.ToArray(), .. png[header..]];
    }
}
