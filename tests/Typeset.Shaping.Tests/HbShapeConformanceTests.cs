using Typeset.Shaping.Runs;
using Xunit.Abstractions;

namespace Typeset.Shaping.Tests;

[Trait("Category", "Conformance")]
public sealed class HbShapeConformanceTests(ITestOutputHelper output)
{
    private const int LinesPerSetting = 60;

    private static readonly string[] FeatureLists =
        ["", "-kern", "-liga,-calt", "halt", "palt", "vert", "vhal,vert", "fwid", "hwid", "pwid", "tnum", "-locl"];

    public static TheoryData<string> Faces => [.. ShippedFonts.Names];

    [Theory]
    [MemberData(nameof(Faces))]
    public void Every_glyph_its_place_and_its_advance_are_those_of_hb_shape(string name)
    {
        var face = new ShapingFace(ShippedFonts.Library.Find(name)!);
        var random = new Random(20260301);
        var (lines, glyphs) = (0, 0);
        var failures = new List<string>();
        foreach (var script in (string[])["hani", "latn"])
        {
            foreach (var features in FeatureLists)
            {
                var texts = SampleText.Lines(random, LinesPerSetting);
                var expected = HbShape.Shape(ShippedFonts.PathOf(name), script, features, texts);
                Assert.Equal(texts.Count, expected.Length);
                for (var i = 0; i < texts.Count; i++)
                {
                    var (dump, count) = RunDump.Of(face, script, features, texts[i]);
                    (lines, glyphs) = (lines + 1, glyphs + count);
                    if (dump != expected[i]) failures.Add($"{script} [{features}] {texts[i]}\n  ours {dump}\n  hb   {expected[i]}");
                }
            }
        }

        output.WriteLine($"{name}: {lines - failures.Count} of {lines} lines, {glyphs} glyphs");
        Assert.True(failures.Count == 0, $"{failures.Count} of {lines} lines differ:\n" + string.Join('\n', failures.Take(8)));
    }
}
