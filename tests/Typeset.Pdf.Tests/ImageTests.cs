using Typeset.Core;
using Typeset.Pages;
using Typeset.Pdf.Images;
using Typeset.Pdf.Tests.Reading;
using static Typeset.Pdf.Tests.BookletBuilder;

namespace Typeset.Pdf.Tests;

public sealed class ImageTests
{
    public static TheoryData<int, int, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<int, int, bool>();
            foreach (var interlaced in new[] { false, true })
            {
                foreach (var depth in new[] { 1, 2, 4, 8, 16 }) kinds.Add(depth, (int)PngColour.Grey, interlaced);
                foreach (var depth in new[] { 1, 2, 4, 8 }) kinds.Add(depth, (int)PngColour.Palette, interlaced);
                foreach (var colour in new[] { PngColour.Rgb, PngColour.GreyAlpha, PngColour.RgbAlpha }) kinds.Add(8, (int)colour, interlaced);
                foreach (var colour in new[] { PngColour.Rgb, PngColour.GreyAlpha, PngColour.RgbAlpha }) kinds.Add(16, (int)colour, interlaced);
            }

            return kinds;
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_of_PNG_keeps_its_samples(int depth, int colour, bool interlaced)
    {
        var header = new PngHeader(13, 11, depth, (PngColour)colour, interlaced);
        var image = EncodedImage.Of(TestImages.Place(TestImages.MakePng(13, 11, depth, (PngColour)colour, interlaced)));
        var (colours, alphas) = (Rows(image.Picture), image.Opacity is null ? null : Rows(image.Opacity));
        for (var y = 0; y < 11; y++)
        {
            var (expectedColour, expectedAlpha) = Split(header, TestImages.RowOf(header, y));
            Assert.Equal(expectedColour, colours[y]);
            if (header.HasAlphaSamples) Assert.Equal(expectedAlpha, alphas![y]);
        }
    }

    [Fact]
    public void A_plain_PNG_is_put_in_as_it_is()
    {
        var bytes = TestImages.MakePng(6, 4, 8, PngColour.Rgb);
        Assert.Equal(PngFile.Read(bytes).Data, EncodedImage.Of(TestImages.Place(bytes)).Picture.Data.ToArray());
    }

    [Fact]
    public void Data_after_the_last_row_do_not_get_into_the_file()
    {
        var rows = Enumerable.Range(0, 4).SelectMany(static _ => new byte[1 + 18]).ToArray();
        var file = new MemoryStream();
        file.Write(PngFile.Signature);
        TestImages.WriteChunk(file, "IHDR", [.. TestImages.Big(6), .. TestImages.Big(4), 8, 2, 0, 0, 0]);
        TestImages.WriteChunk(file, "IDAT", TestImages.Deflate([.. rows, .. new byte[1_000_000]]));
        TestImages.WriteChunk(file, "IEND", []);
        var data = EncodedImage.Of(TestImages.Place(file.ToArray())).Picture.Data;
        using var inflated = new System.IO.Compression.ZLibStream(new MemoryStream(data.ToArray()), System.IO.Compression.CompressionMode.Decompress);
        inflated.ReadExactly(new byte[rows.Length]);
        Assert.Equal(-1, inflated.ReadByte());
    }

    [Fact]
    public void Alphas_of_a_palette_become_opacity()
    {
        var image = EncodedImage.Of(TestImages.Place(TestImages.MakePng(8, 3, 2, PngColour.Palette, transparency: [0, 100, 200])));
        var header = new PngHeader(8, 3, 2, PngColour.Palette, false);
        byte[] alphas = [0, 100, 200, 255];
        var expected = Enumerable.Range(0, 8).Select(x => alphas[PngPicture.SampleAt(TestImages.RowOf(header, 0), x, 2)]);
        Assert.Equal(expected, Rows(image.Opacity!)[0]);
    }

    [Fact]
    public void One_transparent_colour_becomes_a_mask_of_that_colour() =>
        Assert.Equal([0x0102 & 0xFF, 4, 6], EncodedImage.Of(TestImages.Place(TestImages.MakePng(6, 4, 8, PngColour.Rgb, transparency: [1, 2, 0, 4, 0, 6]))).Picture.ColourKey);

    [Theory]
    [InlineData(1, false, "DeviceGray")]
    [InlineData(3, true, "DeviceRGB")]
    [InlineData(4, false, "DeviceCMYK")]
    [InlineData(4, true, "DeviceCMYK")]
    public void A_JPEG_is_put_in_as_it_is(int components, bool adobe, string space)
    {
        var bytes = TestImages.MakeJpeg(6, 4, components, adobe);
        var stream = Streams(bytes, ImageEncoding.Jpeg).Single(static s => s.Dictionary.NameOf("Subtype") == "Image");
        Assert.Equal(bytes, stream.Raw);
        Assert.Equal(space, stream.Dictionary.NameOf("ColorSpace"));
        Assert.Equal(components == 4 && adobe, stream.Dictionary["Decode"] is not null);
    }

    [Fact]
    public void An_image_shown_many_times_is_one_object()
    {
        var file = Written.File(Samples.Small());
        Assert.Single(file.Objects.Values.OfType<PdfStream>(), static s => s.Dictionary.NameOf("Subtype") == "Image");
    }

    [Fact]
    public void A_broken_image_is_reported_and_drawn_as_a_crossed_frame()
    {
        var bag = new DiagnosticBag();
        var broken = TestImages.Place(TestImages.MakePng(6, 4, 8, PngColour.Rgb)[..60]);
        var booklet = new BookletBuilder().Page().Add(new ImageItem(broken, Box(60, 60, 60, 40), SourceSpan.None)).Build();
        var file = Written.File(booklet, new PdfOptions { Diagnostics = bag });
        Assert.Equal("TS6001", Assert.Single(bag.Sorted()).Id);
        Assert.Single(file.Objects.Values.OfType<PdfStream>(), static s => s.Dictionary.NameOf("Subtype") == "Form");
    }

    [Fact]
    public void A_PNG_cut_anywhere_is_refused() => RefusedWhereverCut(TestImages.MakePng(13, 11, 8, PngColour.RgbAlpha, interlaced: true));

    [Fact]
    public void A_JPEG_cut_anywhere_is_refused() => RefusedWhereverCut(TestImages.MakeJpeg(6, 4, 3, adobe: true));

    [Theory]
    [InlineData((int)PngColour.Rgb, false)]
    [InlineData((int)PngColour.RgbAlpha, true)]
    [InlineData((int)PngColour.Palette, false)]
    public void A_PNG_with_any_byte_changed_is_refused(int colour, bool interlaced)
    {
        var bytes = TestImages.MakePng(9, 5, 8, (PngColour)colour, interlaced);
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 0x41;
            Assert.Throws<ImageFormatException>(() => EncodedImage.Of(TestImages.Place(changed)));
        }
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(70_000, 1)]
    [InlineData(-1, -1)]
    [InlineData(-1, 1)]
    [InlineData(0, 5)]
    public void A_PNG_that_claims_impossible_sizes_is_refused_before_anything_is_unpacked(int width, int height)
    {
        var file = new MemoryStream();
        file.Write(PngFile.Signature);
        TestImages.WriteChunk(file, "IHDR", [.. TestImages.Big(width), .. TestImages.Big(height), 8, 2, 0, 0, 0]);
        Assert.Throws<ImageFormatException>(() => { ImageHeader.Read(file.ToArray()); });
    }

    [Fact]
    public void A_PNG_whose_data_ask_for_a_dictionary_is_refused()
    {
        var file = new MemoryStream();
        file.Write(PngFile.Signature);
        TestImages.WriteChunk(file, "IHDR", [.. TestImages.Big(6), .. TestImages.Big(4), 8, 2, 0, 0, 0]);
        TestImages.WriteChunk(file, "IDAT", [0x78, 0xF9, 1, 2, 3, 4, 5, 6, 7, 8]);
        TestImages.WriteChunk(file, "IEND", []);
        Assert.Throws<ImageFormatException>(() => EncodedImage.Of(TestImages.Place(file.ToArray())));
    }

    [Fact]
    public void A_large_interlaced_PNG_of_no_content_is_refused()
    {
        var file = new MemoryStream();
        file.Write(PngFile.Signature);
        TestImages.WriteChunk(file, "IHDR", [.. TestImages.Big(9000), .. TestImages.Big(9000), 8, 6, 0, 0, 1]);
        TestImages.WriteChunk(file, "IDAT", TestImages.Deflate(new byte[10]));
        TestImages.WriteChunk(file, "IEND", []);
        Assert.Throws<ImageFormatException>(() => EncodedImage.Of(TestImages.Place(file.ToArray())));
    }

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xC9)]
    public void A_JPEG_that_PDF_cannot_show_is_refused(byte frame) => Assert.Throws<ImageFormatException>(() => { ImageHeader.Read(TestImages.MakeJpeg(6, 4, 3, frame: frame)); });

    [Fact]
    public void Anything_else_is_no_image() => Assert.Throws<ImageFormatException>(() => { ImageHeader.Read("GIF89a"u8); });

    [Fact]
    public void A_header_tells_size_and_kind() =>
        Assert.Equal(new ImageHeader(ImageEncoding.Png, 13, 11, 16, 3, HasAlpha: true), ImageHeader.Read(TestImages.MakePng(13, 11, 16, PngColour.RgbAlpha)));

    private static void RefusedWhereverCut(byte[] bytes)
    {
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            Assert.Throws<ImageFormatException>(() => EncodedImage.Of(TestImages.Place(cut)));
        }
    }

    private static IEnumerable<PdfStream> Streams(byte[] bytes, ImageEncoding encoding)
    {
        var item = new ImageItem(TestImages.Place(bytes, encoding), Box(60, 60, 60, 40), SourceSpan.None);
        return Written.File(new BookletBuilder().Page().Add(item).Build()).Objects.Values.OfType<PdfStream>();
    }

    private static (byte[] Colour, byte[] Alpha) Split(PngHeader header, byte[] row)
    {
        if (!header.HasAlphaSamples) return (row, []);
        var sample = header.Depth / 8;
        var pixels = row.Chunk(header.Samples * sample).ToList();
        return ([.. pixels.SelectMany(p => p[..^sample])], [.. pixels.SelectMany(p => p[^sample..])]);
    }

    /// <summary>An image stream's rows by inflating and undoing the predictors, as a reader of the PDF does.</summary>
    private static List<byte[]> Rows(ImageStream image)
    {
        var bits = image.Components * image.BitsPerComponent;
        var length = (image.Width * bits + 7) / 8;
        using var inflated = new System.IO.Compression.ZLibStream(new MemoryStream(image.Data.ToArray()), System.IO.Compression.CompressionMode.Decompress);
        var rows = new List<byte[]>();
        for (var y = 0; y < image.Height; y++)
        {
            var filter = inflated.ReadByte();
            var row = new byte[length];
            inflated.ReadExactly(row);
            Undo(filter, row, rows.Count == 0 ? new byte[length] : rows[^1], Math.Max(1, bits / 8));
            rows.Add(row);
        }

        return rows;
    }

    private static void Undo(int filter, byte[] row, byte[] above, int pixel)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < pixel ? 0 : row[i - pixel], corner = i < pixel ? 0 : above[i - pixel], up = above[i], guess = left + up - corner;
            int[] paeth = [left, up, corner];
            row[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => paeth.MinBy(c => Math.Abs(guess - c)), _ => 0 });
        }
    }
}
