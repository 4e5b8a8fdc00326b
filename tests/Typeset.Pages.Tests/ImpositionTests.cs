using System.Collections.Immutable;
using FsCheck;
using FsCheck.Xunit;
using Typeset.Core;
using Typeset.Pages.Imposition;

namespace Typeset.Pages.Tests;

/// <summary>Sheets are folded, nested, gathered, cut and trimmed, and what comes out is read.</summary>
public sealed class ImpositionTests
{
    private static readonly Size A5 = new(148.Mm, 210.Mm);

    /// <summary>Two hundred pages of it can be stitched.</summary>
    private static readonly PaperStock Thin = new(60, 1250);

    private static readonly ImpositionScheme[] Bound =
    [
        new SaddleStitch(4), new SaddleStitch(8), new SaddleStitch(16),
        new PerfectBound(4), new PerfectBound(8), new PerfectBound(16), new PerfectBound(32),
        new CutAndStack(new Grid(1, 1)), new CutAndStack(new Grid(1, 2)), new CutAndStack(new Grid(2, 2)), new CutAndStack(new Grid(2, 3)),
    ];

    public static TheoryData<string, BindingEdge> SchemesAndBindings
    {
        get
        {
            var data = new TheoryData<string, BindingEdge>();
            foreach (var scheme in Bound)
            {
                data.Add(scheme.Name, BindingEdge.Left);
                data.Add(scheme.Name, BindingEdge.Right);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(SchemesAndBindings))]
    public void A_bound_booklet_has_every_page_once_in_order_and_upright(string scheme, BindingEdge binding)
    {
        for (var pages = 1; pages <= 200; pages++)
        {
            var job = Impose(pages, Named(scheme) with { Binding = binding, Paper = Thin });
            var read = BoundBooklet.Bind(job).SelectMany(static leaf => new[] { leaf.Recto, leaf.Verso }).ToList();
            Assert.All(read, static page => Assert.True(page.IsUpright));
            Assert.Equal(Enumerable.Range(0, pages).Select(static page => (int?)page).Concat(Enumerable.Repeat<int?>(null, job.Blanks)), read.Select(static page => page.Placed.Page));
            Assert.Equal(Enumerable.Range(1, read.Count), read.Select(static page => page.Placed.Number));
        }
    }

    [Theory, MemberData(nameof(SchemesAndBindings))]
    public void Blank_pages_stand_before_those_that_must_stay_last(string scheme, BindingEdge binding)
    {
        for (var pages = 3; pages <= 70; pages++)
        {
            var job = Impose(pages, Named(scheme) with { Binding = binding, Blanks = BlankPolicy.BeforeLast, LastPages = 2 });
            var read = BoundBooklet.Bind(job).SelectMany(static leaf => new[] { leaf.Recto.Placed.Page, leaf.Verso.Placed.Page });
            Assert.Equal([.. Pages(0, pages - 2), .. Enumerable.Repeat<int?>(null, job.Blanks), .. Pages(pages - 2, pages)], read);
        }
    }

    [Theory, MemberData(nameof(SchemesAndBindings))]
    public void After_folding_and_nesting_all_trims_lie_upon_each_other_whatever_the_paper(string scheme, BindingEdge binding)
    {
        foreach (var pages in new[] { 1, 4, 16, 46, 64, 97 })
        {
            var job = Impose(pages, Named(scheme) with { Binding = binding, Paper = new PaperStock(100, 1300) });
            foreach (var signature in job.Signatures)
            {
                var leaves = BoundBooklet.Bind(job with { Signatures = [signature] });
                if (job.Options.Scheme is CutAndStack) continue;
                var trims = leaves.SelectMany(leaf => new[] { leaf.Recto, leaf.Verso }.Select(page => InTheBook(page.Trim, leaf.LeavesAround, job))).Distinct();
                Assert.Single(trims);
            }
        }
    }

    [Theory]
    [InlineData("saddle:4")]
    [InlineData("saddle:16")]
    [InlineData("perfect:32")]
    public void Both_pages_at_a_fold_move_alike_and_the_farther_the_deeper_they_lie(string scheme)
    {
        var job = Impose(96, Named(scheme));
        foreach (var signature in job.Signatures)
        {
            var leaves = BoundBooklet.Bind(job with { Signatures = [signature] });
            for (var i = 0; i < leaves.Count / 2; i++)
            {
                var (shift, opposite) = (leaves[i].Recto.Placed.CreepShift, leaves[^(i + 1)]);
                Assert.Equal(job.Options.Paper.Caliper * i, shift);
                Assert.All([leaves[i].Verso, opposite.Recto, opposite.Verso], page => Assert.Equal(shift, page.Placed.CreepShift));
            }
        }
    }

    [Fact]
    public void The_innermost_of_sixteen_sheets_moves_by_fifteen_times_the_paper()
    {
        var job = Impose(64, Named("saddle:4") with { Paper = new PaperStock(80, 1250) });
        Assert.Equal(new PaperStock(80, 1250).Caliper * 15, job.MaximumCreep);
        Assert.Equal(1.5, job.MaximumCreep.Millimetres, 3);
        Assert.Equal(3.2, job.Spine.Millimetres, 3);
    }

    [Theory, MemberData(nameof(SchemesAndBindings))]
    public void No_ink_reaches_over_a_fold_or_into_a_neighbour(string scheme, BindingEdge binding)
    {
        var job = Impose(96, Named(scheme) with { Binding = binding });
        foreach (var side in job.Sheets.SelectMany(static sheet => new[] { sheet.Front, sheet.Back }))
        {
            foreach (var page in side.Pages)
            {
                Assert.True(page.Clip.X >= Length.Zero && page.Clip.Y >= Length.Zero && page.Clip.Right <= job.SheetSize.Width && page.Clip.Bottom <= job.SheetSize.Height);
                Assert.All(side.Pages.Where(other => other != page), other => Assert.False(Overlap(page.Clip, other.Clip)));
            }
        }
    }

    [Theory]
    [InlineData("saddle:4")]
    [InlineData("saddle:16")]
    [InlineData("perfect:8")]
    [InlineData("perfect:16")]
    [InlineData("perfect:32")]
    public void Each_fold_crosses_the_one_before_and_the_last_is_the_spine(string scheme)
    {
        foreach (var binding in new[] { BindingEdge.Left, BindingEdge.Right })
        {
            foreach (var folds in Impose(64, Named(scheme) with { Binding = binding }).Sheets.Select(static sheet => sheet.Folds))
            {
                Assert.All(folds.Zip(folds[1..]), static pair => Assert.NotEqual(pair.First.Part == FoldedPart.Top, pair.Second.Part == FoldedPart.Top));
                Assert.Equal(binding == BindingEdge.Left ? FoldedPart.Left : FoldedPart.Right, folds[^1].Part);
            }
        }
    }

    [Theory, MemberData(nameof(SchemesAndBindings))]
    public void Every_leaf_has_paper_to_trim_off_wherever_it_is_not_bound_so_that_no_fold_stays_closed(string scheme, BindingEdge binding)
    {
        var job = Impose(96, Named(scheme) with { Binding = binding });
        if (job.Options.Scheme is CutAndStack) return;
        foreach (var leaf in job.Sheets.SelectMany(sheet => new FoldedPaper(sheet, job.SheetSize).Leaves()))
        {
            var (paper, trim, allowance) = (leaf.Panel.Now, leaf.Recto.Single().Trim, job.Options.TrimAllowance);
            Assert.True(trim.Y - paper.Y >= allowance && paper.Bottom - trim.Bottom >= allowance);
            Assert.True((binding == BindingEdge.Left ? paper.Right - trim.Right : trim.X - paper.X) >= allowance);
        }
    }

    [Theory]
    [InlineData("saddle:4", 0)]
    [InlineData("perfect:16", 4)]
    public void The_outermost_leaf_begins_at_the_fold_or_behind_what_is_milled_off(string scheme, int milling)
    {
        var job = Impose(64, Named(scheme) with { Milling = 4.Mm });
        var outermost = new FoldedPaper(job.Sheets.First(), job.SheetSize).Leaves().First();
        Assert.Equal(milling.Mm, outermost.Recto.Single().Trim.X - outermost.Panel.Now.X);
    }

    [Property(MaxTest = 200)]
    public void Any_page_paper_and_allowance_folds_to_the_booklet(PositiveInt pages, PositiveInt page, byte which, byte grams, byte trim, byte milling)
    {
        var folding = Bound.Where(static scheme => scheme is not CutAndStack).ToArray();
        var options = new ImpositionOptions
        {
            Scheme = folding[which % folding.Length], Binding = (BindingEdge)(grams % 2), Sheet = new Size(2000.Mm, 2000.Mm),
            Paper = new PaperStock(20 + grams % 30, 1000 + milling * 3), TrimAllowance = new Length(trim * 7919), Milling = new Length(milling * 7717),
        };
        var size = new Size(new Length(60.Mm.Raw + page.Get * 7907 % 40.Mm.Raw), new Length(80.Mm.Raw + page.Get * 6151 % 50.Mm.Raw));
        var job = Impose(1 + pages.Get % 150, options, size);
        foreach (var signature in job.Signatures)
        {
            var leaves = BoundBooklet.Bind(job with { Signatures = [signature] });
            Assert.Single(leaves.SelectMany(leaf => new[] { leaf.Recto, leaf.Verso }.Select(side => InTheBook(side.Trim, leaf.LeavesAround, job))).Distinct());
        }

        Assert.Equal(Enumerable.Range(1, job.InnerPages), BoundBooklet.Bind(job).SelectMany(static leaf => new[] { leaf.Recto.Placed.Number, leaf.Verso.Placed.Number }));
    }

    [Theory]
    [InlineData(16, "4 13 16 1")]
    [InlineData(32, "8 25 32 1")]
    public void The_outer_form_is_the_trades(int size, string foot)
    {
        var front = Impose(size, Named($"perfect:{size}")).Sheets.Single().Front.Pages;
        var lowest = front.Max(static page => page.Trim.Y);
        Assert.Equal(foot, string.Join(' ', front.Where(page => page.Trim.Y == lowest).OrderBy(static page => page.Trim.X).Select(static page => page.Number)));
    }

    [Theory]
    [InlineData(BindingEdge.Left)]
    [InlineData(BindingEdge.Right)]
    public void Proofs_are_read_row_by_row_in_the_direction_of_reading(BindingEdge binding)
    {
        for (var pages = 1; pages <= 200; pages += 7)
        {
            var job = Impose(pages, Named("nup:2x3") with { Binding = binding });
            var read = job.Sheets.SelectMany(static sheet => new[] { sheet.Front, sheet.Back }).SelectMany(side => side.Pages
                .OrderBy(static page => page.Trim.Y).ThenBy(page => binding == BindingEdge.Left ? page.Trim.X.Raw : -page.Trim.X.Raw)).Select(static page => page.Page);
            Assert.Equal(Pages(0, pages), read.Where(static page => page is not null));
            Assert.All(job.Sheets.SelectMany(static sheet => sheet.Front.Pages), page => Assert.True(page.Trim.X >= 5.Mm && page.Trim.Right <= job.SheetSize.Width - 5.Mm));
        }
    }

    [Fact]
    public void What_does_not_fill_a_signature_goes_into_smaller_ones_before_the_last()
    {
        Assert.Equal<int>([16, 8, 4, 16], Imposer.SignatureSizes(new PerfectBound(16), 43));
        Assert.Equal<int>([16, 16], Imposer.SignatureSizes(new PerfectBound(16), 31));
        Assert.Equal<int>([8, 4], Imposer.SignatureSizes(new PerfectBound(32), 9));
    }

    [Theory]
    [InlineData(BindingEdge.Left)]
    [InlineData(BindingEdge.Right)]
    public void A_cover_lies_around_the_block_and_its_spine_is_as_wide(BindingEdge binding)
    {
        var job = Impose(100, Named("perfect:16") with { Binding = binding, Cover = CoverPages.Wrap });
        var (outside, inside) = (job.Cover!.Front.Pages.OrderBy(static p => p.Trim.X).ToArray(), job.Cover.Back.Pages.OrderBy(static p => p.Trim.X).ToArray());
        if (binding == BindingEdge.Right) (outside, inside) = ([outside[1], outside[0]], [inside[1], inside[0]]);
        Assert.Equal([99, 0, 1, 98], outside.Concat(inside).Select(static page => page.Page!.Value));
        Assert.Equal(job.Options.Paper.Caliper * 48, job.Cover.Front.Pages[1].Trim.X - job.Cover.Front.Pages[0].Trim.Right);
        Assert.Equal(Pages(2, 98), BoundBooklet.Bind(job).SelectMany(static leaf => new[] { leaf.Recto.Placed.Page, leaf.Verso.Placed.Page }));
    }

    [Fact]
    public void With_a_back_cover_of_its_own_blank_pages_stand_before_it()
    {
        var job = Impose(21, Named("saddle:4") with { Cover = CoverPages.Wrap, Blanks = BlankPolicy.BeforeLast, LastPages = 2 });
        Assert.Equal([.. Pages(2, 19), null, null, null], BoundBooklet.Bind(job).SelectMany(static leaf => new[] { leaf.Recto.Placed.Page, leaf.Verso.Placed.Page }));
    }

    [Fact]
    public void A_cover_of_its_own_lies_around_the_stitched_sheets()
    {
        var job = Impose(20, Named("saddle:4") with { Cover = CoverPages.Wrap });
        Assert.Equal(job.Options.CoverPaper.Caliper, job.Sheets.First().Front.Pages[0].CreepShift);
        var cover = new FoldedPaper(job.Cover!, job.CoverSize).Leaves().ToArray();
        Assert.Equal([0, 1, 18, 19], cover.SelectMany(static leaf => new[] { leaf.Recto.Single().Placed.Page!.Value, leaf.Verso.Single().Placed.Page!.Value }));
    }

    /// <summary>The trim as it lies in the booklet: from the outermost fold, whose paper lies around, outwards.</summary>
    private static Rectangle InTheBook(Rectangle trim, int leavesAround, ImposedBooklet job)
    {
        var pushedOut = job.Options.Paper.Caliper * leavesAround;
        return trim with { X = job.Options.Binding == BindingEdge.Left ? trim.X + pushedOut : trim.X - pushedOut };
    }

    private static bool Overlap(Rectangle a, Rectangle b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;

    private static IEnumerable<int?> Pages(int first, int end) => Enumerable.Range(first, end - first).Select(static page => (int?)page);

    private static ImposedBooklet Impose(int pages, ImpositionOptions options, Size? size = null)
    {
        var diagnostics = new DiagnosticBag();
        var infos = Enumerable.Range(1, pages).Select(page => new PageInfo(size ?? A5, new PageLabel(PageLabelStyle.Decimal, page))).ToImmutableArray();
        var job = Imposer.Impose(infos, options, diagnostics);
        Assert.Empty(diagnostics.Sorted().Where(static d => d.Severity == Severity.Error).Select(static d => d.Message(Language.English)));
        return job!;
    }

    private static ImpositionOptions Named(string scheme) =>
        new() { Scheme = Bound.Append(new NUp(new Grid(2, 3))).Single(known => known.Name == scheme) };
}
