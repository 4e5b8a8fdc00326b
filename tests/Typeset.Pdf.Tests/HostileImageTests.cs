using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Typeset.Pdf.Images;
using Typeset.Testing;

namespace Typeset.Pdf.Tests;

/// <summary>Images that someone made to break the reader: each is an image still, or one typed exception.</summary>
public sealed class HostileImageTests
{
    private static readonly byte[][] Pngs =
    [
        TestImages.MakePng(9, 7, 8, PngColour.Rgb),
        TestImages.MakePng(9, 7, 2, PngColour.Palette, interlaced: true, transparency: [1, 2]),
        TestImages.MakePng(9, 7, 16, PngColour.RgbAlpha, interlaced: true),
        TestImages.MakePng(9, 7, 1, PngColour.Grey, transparency: [0, 1]),
    ];

    [Property(MaxTest = 500)]
    public Property A_PNG_with_wrong_content_under_right_check_sums_is_an_image_or_refused() =>
        Prop.ForAll(Gen.Choose(0, Pngs.Length - 1).ToArbitrary(), Edits().ToArbitrary(), static (image, edits) => IsImageOrRefused(WithContent(Pngs[image], edits)));

    [Property(MaxTest = 500)]
    public Property A_JPEG_with_wrong_bytes_is_an_image_or_refused() =>
        Prop.ForAll(Edits().ToArbitrary(), static edits => IsImageOrRefused(Edited(TestImages.MakeJpeg(6, 4, 3, adobe: true), edits)));

    /// <summary>Every kind that is decoded for the press: grey, colours and inks, in one scan and in many.</summary>
    private static readonly byte[][] Jpegs =
    [
        .. from components in (int[])[1, 3, 4] from progressive in (bool[])[false, true]
           select new RealJpeg(40, 24, components) { Pixel = (x, y) => [.. Enumerable.Range(0, components).Select(c => (byte)(x * 6 + y * y * 3 + c * 50))], IsProgressive = progressive }.Bytes(),
    ];

    /// <summary>A row of 65,535 samples of four inks, some tables of the decoder's: nothing that grows with what a small file claims.</summary>
    private const long MostMemory = 50_000_000;

    [Theory]
    [InlineData(2_000)]
    public void Damaged_images_on_their_way_to_the_plate_are_images_or_refused_and_take_little_memory(int rounds)
    {
        var random = new Random(20260131);
        byte[][] images = [.. Jpegs, .. Pngs];
        var refused = 0;
        for (var round = 0; round < rounds; round++)
        {
            var bytes = Damaged(images[round % images.Length], random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            if (!IsEncodedForPress(bytes)) refused++;
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
        }

        Assert.InRange(refused, rounds / 4, rounds - 1);
    }

    [Theory]
    [InlineData(65_535, 1_525)]
    [InlineData(1_525, 65_535)]
    [InlineData(9_000, 9_000)]
    public void A_JPEG_that_claims_more_pixels_than_its_bytes_can_hold_is_refused_before_room_is_made(int width, int height)
    {
        foreach (var jpeg in Jpegs)
        {
            var claimed = (byte[])jpeg.Clone();
            var frame = claimed.AsSpan().IndexOfAny((byte)0xC0, (byte)0xC2);
            while (claimed[frame - 1] != 0xFF) frame += 1 + claimed.AsSpan(frame + 1).IndexOfAny((byte)0xC0, (byte)0xC2);
            (claimed[frame + 4], claimed[frame + 5], claimed[frame + 6], claimed[frame + 7]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.False(IsEncodedForPress(claimed));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
        }
    }

    [Fact]
    public void A_progressive_JPEG_of_ten_thousand_scans_is_refused()
    {
        var jpeg = Jpegs[1];
        var scan = jpeg.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] repeated = [.. jpeg[..scan], .. Enumerable.Repeat(jpeg[scan..^2], 10_000).SelectMany(static s => s), 0xFF, 0xD9];
        Assert.False(IsEncodedForPress(repeated));
    }

    /// <summary>A few bytes changed, a bit turned, or the end cut off and an end marker put there.</summary>
    private static byte[] Damaged(byte[] image, Random random)
    {
        var bytes = (byte[])image.Clone();
        switch (random.Next(4))
        {
            case 0: return [.. bytes[..random.Next(bytes.Length)], 0xFF, 0xD9];
            case 1: return bytes[..random.Next(bytes.Length)];
            case 2: bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8)); return bytes;
            default:
                for (var i = 0; i < 4; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }

    private static bool IsEncodedForPress(byte[] bytes)
    {
        try
        {
            return new ImageEncoder(new PdfOptions { Standard = PdfStandard.X4 }).Encode(TestImages.Place(bytes)).Picture.Data.Length > 0;
        }
        catch (ImageFormatException)
        {
            return false;
        }
    }

    private static Gen<(int Place, byte Value)[]> Edits() =>
        Gen.NonEmptyListOf(from place in Gen.Choose(0, 100_000) from value in Gen.Choose(0, 255) select (place, (byte)value)).Select(static l => l.Take(4).ToArray());

    private static bool IsImageOrRefused(byte[] bytes)
    {
        try
        {
            return EncodedImage.Of(TestImages.Place(bytes)).Picture.Data.Length > 0;
        }
        catch (ImageFormatException)
        {
            return true;
        }
    }

    private static byte[] Edited(byte[] bytes, (int Place, byte Value)[] edits)
    {
        foreach (var (place, value) in edits) bytes[place % bytes.Length] = value;
        return bytes;
    }

    /// <summary>The same chunks with bytes of their contents changed.</summary>
    private static byte[] WithContent(byte[] png, (int Place, byte Value)[] edits)
    {
        var file = new MemoryStream();
        file.Write(PngFile.Signature);
        for (var at = 8; at < png.Length;)
        {
            var length = png[at + 2] << 8 | png[at + 3];
            var content = png[(at + 8)..(at + 8 + length)];
            if (length > 0) Edited(content, [.. edits.Where(e => e.Place % 3 != at % 3)]);
            TestImages.WriteChunk(file, System.Text.Encoding.ASCII.GetString(png, at + 4, 4), content);
            at += length + 12;
        }

        return file.ToArray();
    }
}
