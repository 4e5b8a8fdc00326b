using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Typeset.Pdf.Images;

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
