using Typeset.Core;
using Typeset.OpenType;
using Typeset.Pages.Imposition;
using Typeset.Testing;

namespace Typeset.Pages.Tests;

/// <summary>What is printed around the pages.</summary>
public sealed class SheetMarkTests
{
    private static readonly Size A5 = new(148.Mm, 210.Mm);
    private static readonly FontFace Song = FontFace.Open(File.ReadAllBytes(Repository.At("fonts", "NotoSerifSC-Regular.ttf")));
    private static readonly SheetSlug Slug = new("春日丛刊", new DateTimeOffset(2026, 4, 20, 0, 0, 0, TimeSpan.Zero), [Song]);

    [Theory]
    [InlineData("saddle:4")]
    [InlineData("perfect:16")]
    [InlineData("perfect:32")]
    [InlineData("cut-stack:2x2")]
    public void Marks_touch_neither_ink_nor_the_edge_of_the_sheet(string scheme)
    {
        var job = Impose(32, scheme);
        foreach (var form in SheetForm.Of(job, ofCover: false))
        {
            var ink = SheetMarks.InkOf(form.Side);
            foreach (var area in Rules(job, form).Where(area => !IsStep(area)))
            {
                Assert.True(area.X >= Length.Zero && area.Y >= Length.Zero && area.Right <= form.Size.Width && area.Bottom <= form.Size.Height);
                Assert.True(area.Right <= ink.X || area.X >= ink.Right || area.Bottom <= ink.Y || area.Y >= ink.Bottom);
            }
        }
    }

    [Fact]
    public void Crop_marks_stand_where_the_knife_cuts_and_not_at_the_spine()
    {
        var job = Impose(4, "saddle:4");
        var side = job.Sheets.Single().Front;
        var upright = Rules(job, SheetForm.Of(job, ofCover: false)[0]).Where(static area => area.Height == 6.Mm).Select(static area => area.X + area.Width / 2).Distinct().Order();
        Assert.Equal([side.Pages[0].Trim.X, side.Pages[1].Trim.Right], upright);
    }

    [Fact]
    public void Fold_marks_are_dashed_and_meet_on_both_sides()
    {
        var job = Impose(16, "perfect:16");
        var (front, back) = (SheetForm.Of(job, ofCover: false)[0], SheetForm.Of(job, ofCover: false)[1]);
        var dashes = Folds(front);
        Assert.Equal(3, dashes.Length);
        Assert.Equal(dashes, Folds(back).Select(x => job.SheetSize.Width - x).Order());

        Length[] Folds(SheetForm form) => [.. Rules(job, form).Where(static area => area.Height == 1.2.Mm).Select(static area => area.X + area.Width / 2).Distinct().Order()];
    }

    [Fact]
    public void Steps_on_the_spines_go_down_from_signature_to_signature()
    {
        var job = Impose(64, "perfect:16");
        var steps = SheetForm.Of(job, ofCover: false).SelectMany(form => Rules(job, form).Where(IsStep)).ToArray();
        Assert.Equal(4, steps.Length);
        Assert.All(steps.Zip(steps[1..]), pair => Assert.Equal(pair.First.Bottom, pair.Second.Y));
    }

    [Fact]
    public void The_slug_line_says_booklet_scheme_sheet_side_and_the_date_given()
    {
        var job = Impose(8, "saddle:4");
        var line = string.Concat(SheetMarks.Around(SheetForm.Of(job, ofCover: false)[3], job.Options, Slug, Ink.Black).Items.OfType<GlyphRun>().Select(static run => run.Text));
        Assert.Equal("春日丛刊  saddle:4  sheet 2/2  back  2026-04-20", line);
    }

    [Fact]
    public void A_sheet_without_room_says_so()
    {
        var diagnostics = new DiagnosticBag();
        var options = new ImpositionOptions { Scheme = new SaddleStitch(4), Sheet = new Size(302.Mm, 216.Mm) };
        var job = Imposer.Impose([new PageInfo(A5, default)], options, diagnostics)!;
        var marks = SheetMarks.Around(SheetForm.Of(job, ofCover: false)[0], options, Slug, Ink.Black);
        Assert.True(marks.IsCurtailed);
        Assert.Empty(marks.Items);
    }

    [Fact]
    public void A_spine_of_five_millimetres_carries_title_and_issuer_one_character_below_the_other()
    {
        var (form, items) = CoverOf(pages: 112);
        var (left, right) = (form.Side.Pages[0].Trim.Right, form.Side.Pages[1].Trim.X);
        var runs = items.Where(static run => run.Text.Length == 1 && run.Ink == Ink.Black).ToArray();
        Assert.Equal("《春日》学会︒", string.Concat(runs.Select(static run => run.Text)).Replace('︽', '《').Replace('︾', '》'));
        Assert.All(runs.Zip(runs[1..]), static pair => Assert.True(pair.Second.Origin.Y > pair.First.Origin.Y));
        Assert.All(runs, run => Assert.True(run.Origin.X >= left && run.Origin.X + run.Size <= right));
    }

    [Fact]
    public void A_narrower_spine_carries_nothing() => Assert.DoesNotContain(CoverOf(pages: 60).Items, static run => run.Text.Length == 1);

    private static (SheetForm Form, GlyphRun[] Items) CoverOf(int pages)
    {
        var options = new ImpositionOptions { Scheme = new PerfectBound(16), Cover = CoverPages.Wrap };
        var job = Imposer.Impose([.. Enumerable.Repeat(new PageInfo(A5, default), pages)], options, new DiagnosticBag())!;
        var form = SheetForm.Of(job, ofCover: true)[0];
        var slug = Slug with { Title = "《春 日》", Issuer = "学会。" };
        return (form, [.. SheetMarks.Around(form, options, slug, Ink.Black).Items.OfType<GlyphRun>()]);
    }

    [Fact]
    public void Proofs_have_frames_around_their_pages_and_nothing_else()
    {
        var job = Impose(3, "nup:1x2");
        Assert.Equal([2 * 4, 1 * 4], SheetForm.Of(job, ofCover: false).Select(form => SheetMarks.Around(form, job.Options, Slug, Ink.Black).Items.Length));
    }

    private static bool IsStep(Rectangle area) => area.Width == 5.Mm && area.Height == 6.Mm;

    private static IEnumerable<Rectangle> Rules(ImposedBooklet job, SheetForm form) =>
        SheetMarks.Around(form, job.Options, Slug, Ink.Black).Items.OfType<Rule>().Select(static rule => rule.Area);

    private static ImposedBooklet Impose(int pages, string scheme) =>
        Imposer.Impose([.. Enumerable.Repeat(new PageInfo(A5, default), pages)], new ImpositionOptions { Scheme = SchemeNames.Find(scheme)! }, new DiagnosticBag())!;
}
