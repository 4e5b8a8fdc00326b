using Typeset.Core;
using Typeset.Docx.Fonts;
using Typeset.OpenType;

namespace Typeset.Docx.Tests.Fonts;

public sealed class FontEmbeddingTests
{
    /// <summary>The example of ECMA-376 part 4 §10.1.5 and what LibreOffice does with it: the GUID's bytes from the last to the first.</summary>
    [Fact]
    public void The_first_32_bytes_are_obfuscated_with_the_key_read_backwards()
    {
        var bytes = new byte[40];
        FontObfuscation.Apply(bytes, "{00112233-4455-6677-8899-AABBCCDDEEFF}");
        Assert.Equal("FFEEDDCCBBAA99887766554433221100FFEEDDCCBBAA998877665544332211000000000000000000", Convert.ToHexString(bytes));
    }

    [Fact]
    public void The_key_is_made_from_the_content()
    {
        var key = FontObfuscation.KeyOf([1, 2, 3]);
        Assert.Matches("^\\{[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}\\}$", key);
        Assert.Equal(key, FontObfuscation.KeyOf([1, 2, 3]));
        Assert.NotEqual(key, FontObfuscation.KeyOf([1, 2, 4]));
    }

    [Fact]
    public void No_two_shipped_faces_have_the_same_family_and_style()
    {
        var names = FaceNaming.NamesOf(ShippedFaces.Files.Select(ShippedFaces.Open));
        Assert.Equal(names.Length, names.Select(static name => (name.Family, name.IsBold, name.IsItalic)).Distinct().Count());
        Assert.Contains(names, static name => name is { Family: "Noto Serif SC", IsBold: true });
        Assert.Contains(names, static name => name is { Family: "Noto Sans SC Medium", IsBold: false });
    }

    [Fact]
    public void Faces_that_meet_are_told_apart()
    {
        var names = FaceNaming.NamesOf([ShippedFaces.Open("LXGWWenKai-Regular.ttf"), ShippedFaces.WithRights("LXGWWenKai-Regular.ttf", 8)]);
        Assert.Equal(["LXGW WenKai", "LXGW WenKai 2"], names.Select(static name => name.Family));
    }

    [Theory]
    [InlineData(0x0000, true, 0)]
    [InlineData(0x0008, true, 0)]
    [InlineData(0x000C, true, 0)]
    [InlineData(0x0002, false, 1)]
    [InlineData(0x0004, false, 1)]
    [InlineData(0x0208, false, 1)]
    [InlineData(0x0108, true, 1)]
    public void Rights_to_embed_are_respected_and_told_of(int bits, bool isEmbedded, int diagnosticCount)
    {
        var bag = new DiagnosticBag();
        var embedded = Embed(ShippedFaces.WithRights("LiberationSerif-Regular.ttf", (ushort)bits), FontCoverage.Used, bag);
        Assert.Equal(isEmbedded, embedded is not null);
        Assert.Equal(diagnosticCount, bag.Sorted().Length);
    }

    [Fact]
    public void A_font_that_may_not_be_cut_is_embedded_whole()
    {
        var face = ShippedFaces.WithRights("LiberationSerif-Regular.ttf", 0x0108);
        Assert.NotEqual(0, Restore(Embed(face, FontCoverage.Used, new())!).GlyphOf('Ж'));
    }

    [Fact]
    public void What_an_editor_will_type_comes_along_by_option()
    {
        var face = ShippedFaces.Open("FandolFang-Regular.otf");
        Assert.Equal(["永x。", "永x。编", "永x。编龘"], new[] { FontCoverage.Used, FontCoverage.Common, FontCoverage.Whole }
            .Select(coverage => Restore(Embed(face, coverage, new())!))
            .Select(static font => string.Concat("永x。编龘".Where(letter => font.GlyphOf(letter) != 0 || letter == '龘' && font.GlyphOf('亍') != 0))));
    }

    [Fact]
    public void A_broken_font_is_left_out_with_a_warning()
    {
        var bytes = File.ReadAllBytes(Typeset.Testing.Repository.At("fonts", "LiberationSerif-Regular.ttf"));
        Assert.True(FontFace.Open(bytes).TryGetTable(Tag.Loca, out var loca));
        var start = bytes.AsSpan().IndexOf(loca.Span);
        for (var i = 0; i < loca.Length; i++) bytes[start + i] = (byte)(i / 4 % 2 == 0 ? 0x7F : 0);
        var bag = new DiagnosticBag();
        Assert.Null(Embed(FontFace.Open(bytes, name: "broken"), FontCoverage.Used, bag));
        Assert.Equal("TS6503", Assert.Single(bag.Sorted()).Id);
    }

    [Fact]
    public void Common_characters_are_3500_in_ascending_order()
    {
        var common = EditingCharacters.Common.ToArray();
        Assert.Equal(3500, common.Length);
        Assert.Equal(common.Distinct().Order(), common);
        Assert.Contains('的', common);
    }

    [Fact]
    public void Files_that_are_kept_for_the_next_document_are_those_that_a_new_face_gives()
    {
        var (used, fresh) = (ShippedFaces.WithRights("LiberationSerif-Regular.ttf", 0), ShippedFaces.WithRights("LiberationSerif-Regular.ttf", 0));
        var names = FaceNaming.NamesOf([used])[0];
        foreach (var text in (ReadOnlySpan<string>)["abc", "abcd", "bc"]) CutFonts.Of(used).Cut(names, Codes(text));
        foreach (var text in (ReadOnlySpan<string>)["abc", "cba", "abcd", "xyz"])
        {
            var again = CutFonts.Of(used).Cut(names, Codes(text));
            var kept = again.Part.Deflated.ToArray();
            var anew = CutFonts.Of(fresh).Cut(names, Codes(text));
            Assert.Equal((anew.Key, anew.Glyphs, anew.Part.Checksum), (again.Key, again.Glyphs, again.Part.Checksum));
            Assert.Equal(anew.Part.Deflated.ToArray(), kept);
        }

        Assert.Same(CutFonts.Of(used).Cut(names, Codes("xyz")), CutFonts.Of(used).Cut(names, Codes("zyx")));
        Assert.NotEqual(CutFonts.Of(used).Cut(names, Codes("xyz")).Key, CutFonts.Of(used).Cut(names with { Family = "Other" }, Codes("xyz")).Key);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_files_in_the_same_order()
    {
        string[] files = ["LiberationSerif-Regular.ttf", "FandolFang-Regular.otf", "SourceSerif4-Regular.ttf", "LiberationSerif-Bold.ttf"];
        var (one, three) = (EmbedAnew(1), EmbedAnew(3));
        Assert.Equal(files.Length, one.Length);
        Assert.Equal(one, three);

        (string, string, uint)[] EmbedAnew(int threads)
        {
            FontFace[] faces = [.. files.Select(static file => FontFace.Open(File.ReadAllBytes(Typeset.Testing.Repository.At("fonts", file)), name: file))];
            var uses = faces.Zip(FaceNaming.NamesOf(faces), static (face, names) => new FaceUse(face, names, [.. Codes("排印之道 abc")])).ToArray();
            return [.. FontEmbedder.Embed(uses, new FontWish(FontCoverage.Used, threads), new DiagnosticBag(), default).Select(static face => (face.Use.Names.Family, face.Font.Key, face.Font.Part.Checksum))];
        }
    }

    private static IEnumerable<int> Codes(string text) => text.Select(static letter => (int)letter);

    private static EmbeddedFace? Embed(FontFace face, FontCoverage coverage, DiagnosticBag bag) =>
        FontEmbedder.Embed([new FaceUse(face, FaceNaming.NamesOf([face])[0], ['永', 'A'])], new FontWish(coverage), bag, default).SingleOrDefault();

    private static FontFace Restore(EmbeddedFace embedded)
    {
        var bytes = Unpacked.BytesOf(embedded.Font.Part);
        FontObfuscation.Apply(bytes, embedded.Font.Key);
        Assert.Equal(embedded.Font.Key, FontObfuscation.KeyOf(bytes.AsSpan(..^DesktopFont.SharedLength(embedded.Use.Face))));
        return FontFace.Open(bytes);
    }
}
