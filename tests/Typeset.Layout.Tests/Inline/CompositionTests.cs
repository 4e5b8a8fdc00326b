using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;

namespace Typeset.Layout.Tests.Inline;

public sealed class CompositionTests
{
    private const string Prose = "我们在春天里种下一棵树，到秋天它已经高过屋檐。“真快啊！”邻居说（他七十多岁了），“2024年的时候，它还只有1.5米。”——那棵树·那年……";

    private static readonly LineRules Rules = new() { RuntControl = false };

    [Fact]
    public void The_last_Han_character_of_a_full_line_ends_where_the_measure_ends_to_the_raw_unit()
    {
        var measure = 12.Em.At(16.Pt);
        var ends = Lines(Prose, measure).SkipLast(1).Select(static line => line[^1]).Where(static glyph => glyph.Text[0] >= '\u4e00').ToArray();
        Assert.NotEmpty(ends);
        Assert.All(ends, glyph => Assert.Equal(measure.Raw, glyph.X + 16.Pt.Raw));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(16)]
    public void In_clreq_mode_too_every_full_line_is_flush_to_the_raw_unit(int ems)
    {
        var rules = new LineRules { Mode = LineBreakMode.Clreq, Hanging = false };
        var measure = ems.Em.At(16.Pt);
        var items = ShippedFaces.Compose(ShippedFaces.Setter(rules), RichText.Plain(Prose, SourceSpan.None), ShippedFaces.Text, measure, rules);
        var ends = LinesOf(items).SkipLast(1).Select(static line => line[^1]).Where(static glyph => glyph.Text[0] >= '\u4e00' || "，。”）".Contains(glyph.Text[0])).ToArray();
        Assert.NotEmpty(ends);
        Assert.All(ends, glyph => Assert.Equal(measure.Raw, glyph.X + (glyph.Text[0] is >= '\u4e00' and <= '\u9fff' ? 16 : 8) * Length.PerPoint));
    }

    [Fact]
    public void In_clreq_mode_an_opening_mark_at_a_line_head_has_its_ink_at_the_edge()
    {
        var rules = new LineRules { Mode = LineBreakMode.Clreq };
        var items = ShippedFaces.Compose(ShippedFaces.Setter(rules), RichText.Plain("（春眠）", SourceSpan.None), ShippedFaces.Text, 100.Pt, rules);
        Assert.Equal(-8.Pt.Raw, LinesOf(items)[0][0].X);
    }

    [Fact]
    public void A_hung_mark_begins_where_the_measure_ends()
    {
        var line = Lines("春眠不觉晓，处处闻啼鸟声", 5.Em.At(16.Pt))[0];
        Assert.Equal("，", line[^1].Text);
        Assert.Equal(5.Em.At(16.Pt).Raw, line[^1].X);
    }

    [Fact]
    public void Text_of_all_runs_together_is_the_manuscript_without_spaces_at_line_ends()
    {
        var runs = Compose(Prose, 7.Em.At(16.Pt), ShippedFaces.Text).OfType<GlyphRun>();
        Assert.Equal(Prose, string.Concat(runs.Select(static run => run.Text)));
    }

    [Fact]
    public void Every_character_has_a_glyph_and_ranges_follow_each_other()
    {
        foreach (var run in Compose(Prose, 7.Em.At(16.Pt), ShippedFaces.Text).OfType<GlyphRun>())
        {
            var at = 0;
            foreach (var glyph in run.Glyphs)
            {
                Assert.Equal(at, glyph.TextStart);
                at += glyph.TextLength;
            }

            Assert.Equal(run.Text.Length, at);
        }
    }

    [Theory]
    [InlineData("NotoSerifSC-Regular")]
    [InlineData("LXGWWenKai-Regular")]
    [InlineData("FandolFang-Regular")]
    public void A_dash_is_one_line_of_two_em_in_any_face(string face)
    {
        var items = Compose("一——二", 10.Em.At(16.Pt), ShippedFaces.Text, face).OfType<GlyphRun>();
        var ink = items.SelectMany(static run => run.Glyphs.Select(glyph => InkOf(run, glyph))).Where(static ink => ink.Text is "—" or "——").ToArray();
        Assert.True(ink[^1].Left <= ink[0].Right, "the halves touch");
        Assert.InRange(ink[^1].Right - ink[0].Left, 2 * 16.Pt.Raw, 2.05.Em.At(16.Pt).Raw);
        Assert.Equal(3 * 16.Pt.Raw, Lines("一——二", 10.Em.At(16.Pt), face)[0][^1].X);
    }

    [Theory]
    [InlineData("NotoSerifSC-Regular")]
    [InlineData("LXGWWenKai-Regular")]
    [InlineData("FandolFang-Regular")]
    public void Quotes_in_Han_text_take_whole_cells_in_any_face(string face)
    {
        var line = Lines("说“好”的", 10.Em.At(16.Pt), face)[0];
        Assert.Equal(2 * 16.Pt.Raw, line.Single(static glyph => glyph.Text == "好").X);
        Assert.Equal(4 * 16.Pt.Raw, line.Single(static glyph => glyph.Text == "的").X);
    }

    [Fact]
    public void A_note_mark_is_raised_and_stands_for_its_own_text()
    {
        var text = new RichText("春\uFFFC眠", [new InlineRun(0, 1, InlineFormat.None, default), new InlineRun(1, 2, InlineFormat.None, default, false, null, 0), new InlineRun(2, 3, InlineFormat.None, default)]);
        var mark = ShippedFaces.Compose(ShippedFaces.Setter(Rules), text, ShippedFaces.Text, 100.Pt, Rules).OfType<GlyphRun>().Single(static run => run.Text == "①");
        Assert.True(mark.Origin.Y < Length.Zero && mark.Size < 16.Pt);
    }

    [Fact]
    public void Emphasis_dots_stand_under_characters_and_not_under_marks()
    {
        var text = new RichText("春眠，晓", [new InlineRun(0, 4, InlineFormat.EmphasisDots, default)]);
        var dots = ShippedFaces.Compose(ShippedFaces.Setter(Rules), text, ShippedFaces.Text, 100.Pt, Rules).OfType<GlyphRun>().Single(static run => run.Text.Length == 0);
        Assert.Equal(3, dots.Glyphs.Length);
        Assert.All(dots.Glyphs, static dot => Assert.Equal(0, dot.TextLength));
        Assert.True(dots.Origin.Y > Length.Zero);
    }

    [Fact]
    public void Emphasized_Western_text_is_set_in_the_italic_face_and_Han_text_is_not()
    {
        var text = new RichText("枫杨Pterocarya杨", [new InlineRun(0, 13, InlineFormat.EmphasisDots, default)]);
        var runs = ShippedFaces.Compose(ShippedFaces.Setter(Rules), text, ShippedFaces.Text, 200.Pt, Rules).OfType<GlyphRun>().ToArray();
        Assert.Equal("Pterocarya", string.Concat(runs.Where(static run => run.Face.IsItalic).Select(static run => run.Text)));
    }

    [Theory]
    [InlineData("一是把书读好。其余的再说。", 7)]
    [InlineData("第二，要细。其余的再说。", 6)]
    [InlineData("（三）论读书。其余的再说。", 7)]
    [InlineData("4.读书的人。其余的再说。", 7)]
    [InlineData("3.5万册图书。其余的再说。", 0)]
    [InlineData("春天来了。其余的再说。", 0)]
    public void The_lead_of_a_paragraph_is_set_in_the_run_in_font(string text, int length)
    {
        var style = ShippedFaces.Text with { RunInFont = "hei" };
        var bold = Compose(text, 100.Em.At(16.Pt), style).OfType<GlyphRun>().Where(static run => run.Face.PostScriptName == "NotoSansSC-Medium");
        Assert.Equal(text[..length], string.Concat(bold.Select(static run => run.Text)));
    }

    [Fact]
    public void Strong_text_is_set_in_the_bold_of_its_stack()
    {
        var text = new RichText("春眠", [new InlineRun(0, 1, InlineFormat.None, default), new InlineRun(1, 2, InlineFormat.Strong, default)]);
        var runs = ShippedFaces.Compose(ShippedFaces.Setter(Rules), text, ShippedFaces.Text, 100.Pt, Rules).OfType<GlyphRun>().ToArray();
        Assert.Equal("NotoSansSC-Medium", runs[1].Face.PostScriptName);
    }

    [Fact]
    public void A_number_at_the_end_of_the_last_line_keeps_its_room()
    {
        var rules = Rules;
        var text = RichText.Plain("春眠不觉晓处处闻啼鸟", SourceSpan.None);
        var paragraph = ShippedFaces.Setter(rules).Break(text, ShippedFaces.Text, 5.Em.At(16.Pt), rules, new() { EndRoom = 2.Em.At(16.Pt) });
        Assert.Equal(["春眠不觉晓", "处处闻", "啼鸟"], Enumerable.Range(0, paragraph.LineCount).Select(paragraph.TextOf));
    }

    [Fact]
    public void A_link_over_two_lines_has_an_area_on_each()
    {
        var text = new RichText("春眠不觉晓处处闻啼鸟", [new InlineRun(0, 2, InlineFormat.None, default), new InlineRun(2, 10, InlineFormat.None, default, true, "https://example.org/")]);
        var links = ShippedFaces.Compose(ShippedFaces.Setter(Rules), text, ShippedFaces.Text, 5.Em.At(16.Pt), Rules).OfType<LinkItem>().ToArray();
        Assert.Equal(2, links.Length);
        Assert.Equal(5.Em.At(16.Pt), links[0].Area.Right);
        Assert.Equal("处处闻啼鸟", links[1].Description);
    }

    [Fact]
    public void The_same_paragraph_composes_to_the_same_glyphs_each_time() =>
        Assert.Equal(Dump(Compose(Prose, 7.Em.At(16.Pt), ShippedFaces.Text)), Dump(Compose(Prose, 7.Em.At(16.Pt), ShippedFaces.Text)));

    private readonly record struct Placed(string Text, long X, Length Baseline);

    private readonly record struct Ink(string Text, long Left, long Right);

    private static ImmutableArray<PageItem> Compose(string text, Length measure, TextStyle style, string face = "NotoSerifSC-Regular") =>
        ShippedFaces.Compose(ShippedFaces.Setter(Rules, face), RichText.Plain(text, SourceSpan.None), style, measure, Rules);

    private static string Dump(ImmutableArray<PageItem> items) => string.Join('\n', items.OfType<GlyphRun>().Select(static run =>
        $"{run.Face.PostScriptName} {run.Size} {run.Origin.X.Raw} {run.Origin.Y.Raw} {string.Join(' ', run.Glyphs.Select(static g => $"{g.Id}@{g.X},{g.Y}"))}"));

    /// <summary>The cells of each line from left to right; glyphs that share their text with the one before are left out.</summary>
    private static Placed[][] Lines(string text, Length measure, string face = "NotoSerifSC-Regular") =>
        LinesOf(Compose(text, measure, ShippedFaces.Text, face));

    private static Placed[][] LinesOf(ImmutableArray<PageItem> items) =>
        [.. items.OfType<GlyphRun>()
            .SelectMany(static run => run.Glyphs.Select(glyph => new Placed(run.Text.Substring(glyph.TextStart, glyph.TextLength), run.Origin.X.Raw + glyph.X, run.Origin.Y)))
            .GroupBy(static glyph => glyph.Baseline).OrderBy(static line => line.Key).Select(static line => line.OrderBy(static glyph => glyph.X).ToArray())];

    private static Ink InkOf(GlyphRun run, PlacedGlyph glyph)
    {
        var bounds = run.Face.BoundsOf(glyph.Id);
        long At(int units) => run.Origin.X.Raw + glyph.X + run.Size.Raw * units / run.Face.UnitsPerEm * run.HorizontalScale / 1000;
        return new Ink(run.Text.Substring(glyph.TextStart, glyph.TextLength), At(bounds.XMin), At(bounds.XMax));
    }
}
