using System.Diagnostics;
using Typeset.Core;
using Typeset.Shaping.Runs;
using Typeset.Shaping.Tables;
using Xunit.Abstractions;

namespace Typeset.Shaping.Tests;

public sealed class FastPathTests(ITestOutputHelper output)
{
    public static IEnumerable<object[]> Settings =>
        from name in ShippedFonts.Names
        from features in (string[])["", "-kern", "halt", "palt,vert"]
        select (object[])[name, features];

    /// <summary>What the cache sets without lookups, and where pieces are cut, must not show.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void Cutting_a_line_into_pieces_gives_the_glyphs_of_the_whole_line(string name, string features)
    {
        var settings = FeatureSettings.Parse(features);
        var stack = ShippedFonts.Stack(name, name);
        var face = new ShapingFace(ShippedFonts.Library.Find(name)!);
        var setting = new TextSetting(stack, face.Face.UnitsPerEm.Pt) { Options = new() { Han = settings, Latin = settings } };
        foreach (var text in SampleText.Lines(new Random(7), 150))
        {
            foreach (var side in (TextSide[])[TextSide.Han, TextSide.Latin])
            {
                var script = LayoutTags.Of(side == TextSide.Han ? "hani" : "latn");
                Assert.Equal(Whole(face, script, settings, text), Pieces(setting, side, text));
            }
        }
    }

    [Fact]
    public void A_book_of_Han_text_is_shaped_in_a_moment()
    {
        var random = new Random(1);
        var stack = ShippedFonts.Stack("NotoSerifSC-Regular", "SourceSerif4-Regular");
        var setting = new TextSetting(stack, 16.Pt);
        var paragraph = string.Concat(Enumerable.Range(0, 1000).Select(i => i % 20 == 19 ? "，" : ((char)random.Next(0x4E00, 0x6000)).ToString()));
        var sides = new TextSide[paragraph.Length];
        var shaper = new Shaper(new GlyphReports());
        var builder = new ShapedTextBuilder();
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 8; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 756; i++)
            {
                builder.Clear();
                TextSides.Resolve(paragraph, sides);
                shaper.Shape(paragraph, sides, setting, builder);
            }

            if (watch.Elapsed < best) best = watch.Elapsed;
            output.WriteLine($"{watch.Elapsed.TotalMilliseconds:F1} ms");
        }

        Assert.True(best < TimeSpan.FromSeconds(2), $"756,000 characters took {best.TotalMilliseconds} ms");
    }

    private static string Whole(ShapingFace face, uint script, FeatureSettings features, string text)
    {
        var glyphs = new RunShaper().Shape(face.PlanFor(script, features), text, 0);
        var shaped = new ShapedGlyph[glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var glyph = glyphs[i];
            shaped[i] = new(glyph.Glyph, 0, TextSide.Han, Raw(glyph.Advance), Raw(glyph.XOffset), -Raw(glyph.YOffset), glyph.Cluster);
        }

        return GlyphDump.Of(new ShapedText(shaped, [face.Face]), face.Face.UnitsPerEm.Pt);
    }

    private static int Raw(int units) => units * (int)Length.PerPoint;

    private static string Pieces(TextSetting setting, TextSide side, string text)
    {
        var builder = new ShapedTextBuilder();
        var sides = new TextSide[text.Length];
        Array.Fill(sides, side);
        new Shaper(new GlyphReports()).Shape(text, sides, setting, builder);
        return GlyphDump.Of(builder.Build(), setting.Size);
    }
}
