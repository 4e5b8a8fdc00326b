using Typeset.Core;
using Typeset.Pages;
using Typeset.Pdf.Images;
using Typeset.Pdf.Tests.Colour;
using Typeset.Pdf.Tests.Reading;
using Typeset.Testing;
using static Typeset.Pdf.Tests.BookletBuilder;

namespace Typeset.Pdf.Tests.Press;

/// <summary>JPEGs in four inks on their way to the plates: none goes there unseen.</summary>
public sealed class CmykImageTests
{
    private static readonly PdfOptions Press = new() { Standard = PdfStandard.X4, Press = new PressOptions { Marks = false, Slug = false } };

    /// <summary>A red, paper, a grey in black alone, full black alone: each a quarter of the picture, so that blocks of JPEG hold one colour.</summary>
    private static readonly byte[][] Modest = [[0, 255, 204, 0], [0, 0, 0, 0], [0, 0, 0, 128], [0, 0, 0, 255]];

    private static readonly byte[][] Wet = [[255, 255, 255, 255], [0, 0, 0, 0], [255, 204, 204, 51], [0, 0, 0, 255]];

    [Fact]
    public void Inks_of_no_profile_go_as_they_are_and_that_is_told()
    {
        var (picture, ids) = Encode(Jpeg(Modest), Press);
        Assert.True(picture.IsJpeg);
        Assert.Equal(["TS7007"], ids);
    }

    [Fact]
    public void Inks_of_the_very_press_go_as_they_are()
    {
        var (picture, ids) = Encode(Jpeg(Modest, IccProfile.Fogra39.Bytes.ToArray()), Press);
        Assert.True(picture.IsJpeg);
        Assert.Empty(ids);
    }

    [Theory]
    [InlineData("Coated FOGRA39 (ISO 12647-2:2004)", true)]
    [InlineData("PSO Coated FOGRA 51", false)]
    [InlineData("Some press", false)]
    public void Inks_of_the_same_condition_by_another_publisher_go_as_they_are(string name, bool isSame)
    {
        var (picture, ids) = Encode(Jpeg(Modest, new InkProfile(name).Bytes()), Press);
        Assert.Equal(isSame, picture.IsJpeg);
        Assert.Equal(isSame ? [] : ["TS7006"], ids);
    }

    [Fact]
    public void Inks_of_another_press_become_those_of_this_one_and_black_stays_black_alone()
    {
        var (picture, ids) = Encode(Jpeg(Modest, new InkProfile("Some press").Bytes()), Press);
        Assert.Equal(["TS7006"], ids);
        var (red, paper, grey, black) = Quarters(picture);
        Assert.NotEqual(Modest[0], red);
        Assert.Equal([0, 0, 0, 0], paper);
        Assert.Equal([0, 0, 0], grey[..3]);
        Assert.InRange(grey[3], (byte)100, (byte)150);
        Assert.Equal([0, 0, 0, 255], black);
    }

    /// <summary>The lighter black of one press is a lesser tint on the other.</summary>
    [Fact]
    public void A_tint_of_black_looks_as_light_on_the_other_press()
    {
        var press = Press with { Press = Press.Press with { Profile = IccProfile.ReadPress(new InkProfile("Dark") { BlackLightness = 10 }.Bytes()) } };
        var (picture, _) = Encode(Jpeg(Modest, new InkProfile("Pale") { BlackLightness = 50 }.Bytes()), press);
        var expected = 255 * (100 - (100 - 50 * 128 / 255.0)) / 90;
        Assert.InRange(Quarters(picture).Grey[3], expected - 1, expected + 1);
    }

    [Theory]
    [InlineData("A2B1")]
    [InlineData("all")]
    public void Inks_of_a_profile_that_cannot_be_read_are_taken_for_this_press_s_with_a_warning(string missing)
    {
        byte[] profile = missing == "all" ? [1, 2, 3] : new InkProfile("Half") { Without = [missing] }.Bytes();
        var (picture, ids) = Encode(Jpeg(Modest, profile), Press);
        Assert.True(picture.IsJpeg);
        Assert.Equal(["TS7008"], ids);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(240, true)]
    [InlineData(400, false)]
    public void Too_much_ink_is_taken_away_where_it_is_and_told(int limit, bool isReduced)
    {
        var (picture, ids) = Encode(Jpeg(Wet, IccProfile.Fogra39.Bytes.ToArray()), Press with { Press = Press.Press with { InkLimit = limit } });
        Assert.Equal(isReduced ? ["TS7009"] : [], ids);
        Assert.Equal(!isReduced, picture.IsJpeg);
        if (!isReduced) return;
        var (full, paper, mixed, black) = Quarters(picture);
        Assert.InRange(full.Sum(static i => i), limit * 2.55 - 4, limit * 2.55);
        Assert.Equal(255, full[3]);
        Assert.Equal([0, 0, 0, 0], paper);
        Assert.InRange(mixed.Sum(static i => i), 0, limit * 2.55);
        Assert.Equal([0, 0, 0, 255], black);
    }

    [Theory]
    [InlineData(1, "TS7012", true)]
    [InlineData(2, "TS7009", false)]
    public void Specks_of_too_much_ink_are_left_and_told(int blocks, string id, bool isLeft)
    {
        var jpeg = new RealJpeg(320, 240, 4) { Pixel = (x, y) => y < 8 && x / 8 < blocks ? [255, 255, 255, 255] : [0, 0, 0, 0], Profile = IccProfile.Fogra39.Bytes.ToArray() };
        var (picture, ids) = Encode(jpeg.Bytes(), Press);
        Assert.Equal([id], ids);
        Assert.Equal(isLeft, picture.IsJpeg);
    }

    [Fact]
    public void Inks_that_Adobe_did_not_invert_are_read_as_they_stand()
    {
        var jpeg = new RealJpeg(32, 8, 4) { Pixel = (x, _) => Wet[x / 8], IsAdobe = false };
        var (picture, _) = Encode(jpeg.Bytes(), Press);
        Assert.Equal([0, 0, 0, 255], Quarters(picture).Black);
    }

    [Fact]
    public void The_message_says_how_much_ink_there_was_and_where_the_limit_is()
    {
        var remark = Assert.Single(new ImageEncoder(Press).Encode(Place(Jpeg(Wet, IccProfile.Fogra39.Bytes.ToArray()))).Remarks);
        Assert.Equal(["400", "25.0", "300"], remark.Arguments);
    }

    [Fact]
    public void Damaged_picture_data_are_refused_for_the_plate_in_every_colour()
    {
        foreach (var components in (int[])[1, 3, 4])
        {
            var jpeg = new RealJpeg(64, 64, components) { Pixel = (x, y) => [.. Enumerable.Range(0, components).Select(c => (byte)(x * y * 7 + c * 40))] }.Bytes();
            Assert.NotEmpty(new ImageEncoder(Press).Encode(Place(jpeg)).Picture.Data.ToArray());
            Assert.Throws<ImageFormatException>(() => new ImageEncoder(Press).Encode(Place([.. jpeg[..(jpeg.Length / 2)], 0xFF, 0xD9])));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    public void Archive_files_show_a_tagged_picture_by_its_own_profile(int components)
    {
        var profile = components == 4 ? new InkProfile("Some press").Bytes() : IccProfile.Srgb.Bytes.ToArray();
        var jpeg = new RealJpeg(8, 8, components) { Pixel = (_, _) => new byte[components], Profile = profile }.Bytes();
        var booklet = new BookletBuilder().Page().Add(Item(jpeg), Item([.. jpeg])).Build();
        foreach (var options in (PdfOptions[])[PdfOptions.Reading, PdfOptions.Archive, PdfOptions.Archive with { Standard = PdfStandard.A1b }])
        {
            var file = Written.File(booklet, options);
            var spaces = file.Objects.Values.OfType<PdfStream>().Where(static s => s.Dictionary.NameOf("Subtype") == "Image").Select(image => ((PdfArray)file.Resolve(image.Dictionary["ColorSpace"])).Items[1]).ToArray();
            Assert.Equal(2, spaces.Length);
            Assert.Equal(profile, ((PdfStream)file.Resolve(spaces[0])).Data);
            Assert.Equal(spaces[0], spaces[1]);
        }
    }

    private static byte[] Jpeg(byte[][] colours, byte[]? profile = null) => new RealJpeg(32, 8, 4) { Pixel = (x, _) => colours[x / 8], Profile = profile ?? [] }.Bytes();

    private static PlacedImage Place(byte[] jpeg) => new("树皮.jpg", ImageEncoding.Jpeg, 32, 8, jpeg);

    private static ImageItem Item(byte[] jpeg) => new(Place(jpeg), Box(10, 10, 90, 70), SourceSpan.None);

    private static (ImageStream Picture, string[] Ids) Encode(byte[] jpeg, PdfOptions options)
    {
        var diagnostics = new DiagnosticBag();
        Written.Bytes(new BookletBuilder().Page().Add(Item(jpeg)).Build(), options with { Diagnostics = diagnostics });
        return (new ImageEncoder(options).Encode(Place(jpeg)).Picture, [.. diagnostics.Sorted().Select(static d => d.Id).Where(static id => id is not ("TS7003" or "TS7004"))]);
    }

    private static (byte[] Red, byte[] Paper, byte[] Grey, byte[] Black) Quarters(ImageStream picture)
    {
        var row = PressFileTests.Unfiltered(picture);
        return (At(4), At(12), At(20), At(28));

        byte[] At(int x) => row[(x * 4)..(x * 4 + 4)];
    }
}
