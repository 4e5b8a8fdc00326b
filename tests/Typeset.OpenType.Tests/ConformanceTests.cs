using System.Globalization;
using Xunit.Abstractions;

namespace Typeset.OpenType.Tests;

/// <summary>What fontTools and hb-subset say of the same fonts.</summary>
[Trait("Category", "Conformance")]
public sealed class ConformanceTests(ITestOutputHelper output) : IDisposable
{
    private const int HanCount = 1500;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("typeset-fonts-");

    public static TheoryData<string> ShippedFaces => Faces.All;
    public static TheoryData<string> SmallFonts => ["quadratic.ttf", "hinted.ttf", "cubic.otf", "cid.otf", "passed.otf"];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(ShippedFaces))]
    public void FontTools_reads_the_same_characters_and_advances(string file)
    {
        var face = Faces.Open(file);
        var lines = Oracle.RunScript("metrics.py", Faces.PathOf(file));
        var split = Array.IndexOf(lines, "-");
        Assert.Equal(lines[..split], CharactersOf(face));
        Assert.Equal(lines[(split + 1)..], Subsets.AllGlyphsOf(face).Select(glyph => face.AdvanceOf(glyph).ToString(CultureInfo.InvariantCulture)));
    }

    [Theory, MemberData(nameof(ShippedFaces))]
    public void FontTools_draws_face_and_subset_as_we_draw_the_face(string file)
    {
        var face = Faces.Open(file);
        Compare(face, Faces.PathOf(file), Subsets.GlyphsOf(face, HanCount));
    }

    /// <summary>All glyphs but =, whose charstring uses arithmetic, which fontTools has not.</summary>
    [Theory, MemberData(nameof(SmallFonts))]
    public void FontTools_draws_small_fonts_and_their_subsets_as_we_do(string file)
    {
        var face = TestFonts.Open(file);

        Compare(face, TestFonts.PathOf(file), [.. Subsets.AllGlyphsOf(face).Where(glyph => glyph == 0 || glyph != face.GlyphOf('='))]);
    }

    [Fact]
    public void Subsets_are_no_larger_than_those_of_hb_subset()
    {
        output.WriteLine($"{"face",-28} {"glyphs",7} {"ours",10} {"hb-subset",10}");
        foreach (var file in Faces.Files)
        {
            var face = Faces.Open(file);
            var glyphs = Subsets.GlyphsOf(face, HanCount);
            var (ours, theirs) = (FontSubsetter.Subset(face, glyphs).Program.Length, SizeByHarfBuzz(file, glyphs));
            output.WriteLine($"{file,-28} {glyphs.Length,7} {ours,10} {theirs,10}");
            Assert.True(ours <= theirs * 1.005, $"{file}: {ours} bytes, hb-subset {theirs}");
        }
    }

    private static IEnumerable<string> CharactersOf(FontFace face) => Enumerable.Range(0, 0x110000)
        .Where(code => face.GlyphOf(code) != 0)
        .Select(code => string.Create(CultureInfo.InvariantCulture, $"{code:X} {face.GlyphOf(code)}"));

    private void Compare(FontFace face, string path, ushort[] glyphs)
    {
        var subset = FontSubsetter.Subset(face, glyphs);
        var ours = subset.Glyphs.Select(glyph => Subsets.Coarse(face.OutlineOf(glyph))).ToArray();
        var program = Write("subset", subset.Program.ToArray());
        Assert.Equal(ours, Draw(path, subset.Glyphs.Select(static glyph => (int)glyph)));
        Assert.Equal(ours, Draw(program, Enumerable.Range(0, ours.Length)));
    }

    private string[] Draw(string font, IEnumerable<int> glyphs)
    {
        var list = Path.Combine(_folder.FullName, "glyphs.txt");
        File.WriteAllLines(list, glyphs.Select(glyph => glyph.ToString(CultureInfo.InvariantCulture)));
        return Oracle.RunScript("outlines.py", font, list);
    }

    // Of an OpenType/CFF file the CFF table counts, as that is all a PDF embeds; of a TrueType file all that hb-subset leaves.
    private long SizeByHarfBuzz(string file, ushort[] glyphs)
    {
        var result = Path.Combine(_folder.FullName, "hb.font");
        Oracle.Run(
            "hb-subset", Faces.PathOf(file), "--gids=" + string.Join(',', glyphs), "--output-file=" + result, "--unicodes=",
            "--drop-tables+=GSUB,GPOS,GDEF,BASE,OS/2,name,post,cmap,STAT,gasp,vhea,vmtx,VORG");
        var bytes = File.ReadAllBytes(result);
        return FontFace.Open(bytes).TryGetTable(Tag.Cff, out var cff) ? cff.Length : bytes.Length;
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
