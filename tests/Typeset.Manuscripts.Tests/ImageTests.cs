using Typeset.Core;

namespace Typeset.Manuscripts.Tests;

public sealed class ImageTests
{
    /// <summary>A JPEG with an Exif segment: turned by 90°, 150 ppi, 8 × 5 pixels.</summary>
    private static readonly byte[] Turned = Convert.FromHexString(
        "FFD8" + "FFE1" + "0052" + "457869660000" + "4D4D002A00000008"
        + "0003" + "011200030000000100060000" + "011A0005000000010000003A" + "011B0005000000010000003A" + "00000000"
        + "0000000000000000" + "0000009600000001" + "0000000000000000"
        + "FFC0" + "000B08" + "00050008" + "01011100" + "FFD9");

    [Fact]
    public void A_photograph_marked_as_turned_brings_a_warning_and_its_exif_resolution()
    {
        var (image, diagnostics) = Cover(Turned);
        Assert.Equal("TS1306", Assert.Single(diagnostics.Sorted()).Id);
        Assert.Equal((8, 5, 150.0), (image!.PixelWidth, image.PixelHeight, image.HorizontalPpi));
    }

    [Fact]
    public void Any_prefix_of_an_image_is_refused_or_read_but_never_thrown_over()
    {
        foreach (var file in new[] { Samples.Png, Samples.Jpeg, Turned })
        {
            for (var length = 0; length < file.Length; length++)
            {
                var (image, diagnostics) = Cover(file[..length]);
                Assert.True(image is not null || diagnostics.HasErrors);
            }
        }
    }

    [Fact]
    public void Any_changed_byte_of_an_image_is_refused_or_read_but_never_thrown_over()
    {
        foreach (var file in new[] { Samples.Png, Samples.Jpeg, Turned })
        {
            for (var at = 0; at < file.Length; at++)
            {
                foreach (byte value in new byte[] { 0, 1, 0x7F, 0xFF })
                {
                    byte[] changed = [.. file];
                    changed[at] = value;
                    var (image, diagnostics) = Cover(changed);
                    Assert.True(image is { PixelWidth: > 0, PixelHeight: > 0, HorizontalPpi: > 0 } || diagnostics.HasErrors);
                }
            }
        }
    }

    private static (Documents.ImageData? Image, DiagnosticBag Diagnostics) Cover(byte[] file)
    {
        var diagnostics = new DiagnosticBag();
        var folder = Folders.Of(new Dictionary<string, byte[]>
        {
            ["booklet.yaml"] = "title: 册\ncover: { image: a.img }\narticles: [articles/a.md]\n"u8.ToArray(),
            ["articles/a.md"] = "---\ntitle: 甲\n---\n文\n"u8.ToArray(),
            ["a.img"] = file,
        });
        return (BookletReader.Read(folder, diagnostics, CancellationToken.None)!.Booklet.Cover.Image, diagnostics);
    }
}
