using System.Globalization;
using System.Text;
using Typeset.Shaping.Runs;
using Typeset.Shaping.Tables;
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
                    var (dump, count) = Dump(face, script, features, texts[i]);
                    (lines, glyphs) = (lines + 1, glyphs + count);
                    if (dump != expected[i]) failures.Add($"{script} [{features}] {texts[i]}\n  ours {dump}\n  hb   {expected[i]}");
                }
            }
        }

        output.WriteLine($"{name}: {lines - failures.Count} of {lines} lines, {glyphs} glyphs");
        Assert.True(failures.Count == 0, $"{failures.Count} of {lines} lines differ:\n" + string.Join('\n', failures.Take(8)));
    }

    private static (string Line, int Count) Dump(ShapingFace face, string script, string features, string text)
    {
        var plan = face.PlanFor(LayoutTags.Of(script), FeatureSettings.Parse(features));
        var glyphs = new RunShaper().Shape(plan, text, 0);
        var line = new StringBuilder("[");
        foreach (ref readonly var glyph in glyphs)
        {
            if (line.Length > 1) line.Append('|');
            line.Append(CultureInfo.InvariantCulture, $"{glyph.Glyph}={CodePointsBefore(text, glyph.Cluster)}");
            if (glyph.XOffset != 0 || glyph.YOffset != 0) line.Append(CultureInfo.InvariantCulture, $"@{glyph.XOffset},{glyph.YOffset}");
            line.Append(CultureInfo.InvariantCulture, $"+{glyph.Advance}");
        }

        return (line.Append(']').ToString(), glyphs.Length);
    }

    private static int CodePointsBefore(string text, int index)
    {
        var count = 0;
        for (var i = 0; i < index; i++) count += char.IsLowSurrogate(text[i]) ? 0 : 1;
        return count;
    }
}
