using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Pages.Imposition;

namespace Typeset.Pages.Tests;

/// <summary>What is asked of press and binder: names, paper, sheets, and what is refused.</summary>
public sealed class JobTests
{
    private static readonly Size A4 = new(210.Mm, 297.Mm), A5 = new(148.Mm, 210.Mm);

    [Theory]
    [InlineData("saddle", "saddle:4")]
    [InlineData("saddle:16", "saddle:16")]
    [InlineData("perfect", "perfect:16")]
    [InlineData("perfect:32", "perfect:32")]
    [InlineData("cut-stack:4", "cut-stack:2x2")]
    [InlineData("cut-stack:6", "cut-stack:2x3")]
    [InlineData("cut-stack:3x2", "cut-stack:3x2")]
    [InlineData("nup:2x4", "nup:2x4")]
    public void A_scheme_is_found_by_its_name(string text, string name) => Assert.Equal(name, SchemeNames.Find(text)?.Name);

    [Theory]
    [InlineData("")]
    [InlineData("saddle:5")]
    [InlineData("saddle:32")]
    [InlineData("perfect:0")]
    [InlineData("perfect:-4")]
    [InlineData("nup")]
    [InlineData("nup:0x2")]
    [InlineData("nup:21x1")]
    [InlineData("nup:2x2x2")]
    [InlineData("cut-stack:")]
    [InlineData("cut-stack:99999999999")]
    [InlineData("spiral")]
    public void What_is_no_scheme_is_not_found(string text) => Assert.Null(SchemeNames.Find(text));

    [Theory]
    [InlineData("80", 80, 1250)]
    [InlineData("coated", 128, 850)]
    [InlineData("bulky:60", 60, 1750)]
    public void A_paper_is_found_by_name_and_mass(string text, int grams, int bulk) => Assert.Equal(new PaperStock(grams, bulk), StandardPapers.Find(text));

    [Theory]
    [InlineData("0")]
    [InlineData("-80")]
    [InlineData("9000")]
    [InlineData("papyrus")]
    [InlineData("coated:x")]
    [InlineData("coated:80:2")]
    public void What_is_no_paper_is_not_found(string text) => Assert.Null(StandardPapers.Find(text));

    [Fact]
    public void Eighty_grams_of_offset_are_a_tenth_of_a_millimetre() => Assert.Equal(0.1, new PaperStock(80, 1250).Caliper.Millimetres, 4);

    [Theory]
    [InlineData(210, 297, "889×1194", 16)]
    [InlineData(148, 210, "889×1194", 32)]
    [InlineData(185, 260, "787×1092", 16)]
    [InlineData(130, 184, "787×1092", 32)]
    [InlineData(297, 210, "889×1194", 16)]
    [InlineData(600, 800, "787×1092", 1)]
    public void A_page_is_so_many_parts_of_a_full_sheet(int width, int height, string sheet, int leaves)
    {
        var use = PaperUse.Of(new Size(width.Mm, height.Mm), 1)!;
        Assert.Equal((sheet, leaves), (use.FullSheet, use.Leaves));
    }

    [Fact]
    public void Forty_eight_pages_of_sixteens_are_three_printed_sheets() => Assert.Equal(3000, PaperUse.Of(A4, 48)!.PrintedSheetThousandths);

    [Fact]
    public void A_page_larger_than_a_full_sheet_is_no_part_of_it() => Assert.Null(PaperUse.Of(new Size(1000.Mm, 1000.Mm), 1));

    public static TheoryData<string, int> Refusals => new()
    {
        { nameof(ImpositionMessages.NoPages), 0 }, { nameof(ImpositionMessages.TooThickToStitch), 1 }, { nameof(ImpositionMessages.TooThickToBind), 2 },
        { nameof(ImpositionMessages.SheetTooSmall), 3 }, { nameof(ImpositionMessages.NoSheetHolds), 4 }, { nameof(ImpositionMessages.BlanksNeeded), 5 },
        { nameof(ImpositionMessages.NothingInside), 6 }, { nameof(ImpositionMessages.NothingInside), 7 }, { nameof(ImpositionMessages.ProofTooSmall), 8 },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void What_cannot_be_done_is_told_and_not_done(string message, int which)
    {
        var (pages, options) = which switch
        {
            0 => (0, Named("saddle")),
            1 => (10_000, Named("saddle")),
            2 => (10_000, Named("perfect")),
            3 => (16, Named("saddle") with { Sheet = StandardSheets.Find("A4") }),
            4 => (32, Named("perfect:32") with { TrimAllowance = 20.Mm, Milling = 10.Mm }),
            5 => (17, Named("saddle") with { Blanks = BlankPolicy.Refuse }),
            6 => (2, Named("saddle") with { Cover = CoverPages.Front }),
            7 => (4, Named("saddle") with { Cover = CoverPages.Wrap }),
            _ => (4, Named("nup:20x20") with { Sheet = new Size(50.Mm, 50.Mm) }),
        };
        var (job, diagnostics) = Impose(pages, options, which == 4 ? new Size(297.Mm, 420.Mm) : A5);
        Assert.Null(job);
        var told = Assert.Single(diagnostics.Sorted());
        Assert.Equal(typeof(ImpositionMessages).GetField(message)!.GetValue(null), told.Template);
        foreach (var language in new[] { Language.English, Language.Chinese }) Assert.DoesNotContain("{", told.Message(language) + told.Hint(language));
    }

    [Fact]
    public void Pages_of_two_sizes_cannot_be_folded()
    {
        var diagnostics = new DiagnosticBag();
        ImmutableArray<PageInfo> pages = [new(A5, default), new(A5, default), new(A4, default)];
        Assert.Null(Imposer.Impose(pages, Named("saddle"), diagnostics));
        Assert.Equal("Page 3 is 210×297 mm, but page 1 is 148×210 mm; sheets are folded and trimmed to one size.", Assert.Single(diagnostics.Sorted()).Message(Language.English));
    }

    [Fact]
    public void A_thick_stitched_booklet_is_warned_of()
    {
        var (job, diagnostics) = Impose(120, Named("saddle"), A5);
        Assert.NotNull(job);
        Assert.Equal(ImpositionMessages.ThickToStitch, Assert.Single(diagnostics.Sorted()).Template);
    }

    [Theory]
    [InlineData("saddle", 450, 320)]
    [InlineData("saddle:8", 450, 640)]
    [InlineData("perfect:16", 900, 640)]
    [InlineData("nup:2x2", 210, 297)]
    public void The_smallest_sheet_that_holds_pages_and_marks_is_taken(string scheme, int width, int height)
    {
        var (job, _) = Impose(16, Named(scheme), A4);
        Assert.Equal((width, height), ((int)Math.Round(job!.SheetSize.Width.Millimetres), (int)Math.Round(job.SheetSize.Height.Millimetres)));
    }

    [Fact]
    public void A_sheet_may_be_given_either_way_round_and_just_large_enough()
    {
        var (job, _) = Impose(16, Named("saddle") with { Sheet = StandardSheets.Find("a3"), TrimAllowance = Length.Zero }, A4);
        Assert.Equal(420, job!.SheetSize.Width.Millimetres, 3);
    }

    private static (ImposedBooklet? Job, DiagnosticBag Diagnostics) Impose(int pages, ImpositionOptions options, Size trim)
    {
        var diagnostics = new DiagnosticBag();
        return (Imposer.Impose([.. Enumerable.Repeat(new PageInfo(trim, default), pages)], options, diagnostics), diagnostics);
    }

    private static ImpositionOptions Named(string scheme) => new() { Scheme = SchemeNames.Find(scheme)! };

    [Theory]
    [InlineData(320, 450, false)]
    [InlineData(297, 420, true)]
    public void A_cover_that_does_not_fit_the_sheet_asked_for_is_laid_on_another_with_a_warning(int width, int height, bool isTold)
    {
        var diagnostics = new DiagnosticBag();
        var options = new ImpositionOptions { Scheme = SchemeNames.Find("perfect:4")!, Cover = CoverPages.Front, TrimAllowance = 3.Mm, Sheet = new Size(width.Mm, height.Mm), Milling = Length.Zero };
        var job = Imposer.Impose([.. Enumerable.Repeat(new PageInfo(new Size(206.Mm, 285.Mm), default), 60)], options, diagnostics);
        Assert.NotNull(job!.Cover);
        Assert.Equal(isTold ? ["TS7521"] : [], diagnostics.Sorted().Select(static d => d.Id).Where(static id => id == "TS7521"));
        if (isTold) Assert.NotEqual(job.SheetSize, job.CoverSize);
    }
}
