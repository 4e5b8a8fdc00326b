using System.Collections.Immutable;
using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Pages.Imposition;

/// <summary>What a press or a binder cannot do is told before a sheet is laid.</summary>
internal static class JobChecks
{
    /// <summary>Wire stitches hold about 5 mm of paper well (100 pages of 80 g/m²), and the longest legs 10 mm.</summary>
    private static readonly Length GoodStitch = 5.Mm, LongestStitch = 10.Mm;

    /// <summary>Perfect binders' clamps open to about so much.</summary>
    private static readonly Length WidestSpine = 80.Mm;

    public static bool Pages(ImmutableArray<PageInfo> pages, ImpositionOptions options, DiagnosticBag diagnostics)
    {
        var least = options.Cover switch { CoverPages.Front => 3, CoverPages.Wrap => 5, _ => 1 };
        if (pages.IsEmpty) diagnostics.Add(ImpositionMessages.NoPages.Anywhere());
        else if (pages.Length < least) diagnostics.Add(ImpositionMessages.NothingInside.Anywhere(Text(pages.Length), Text(least)));
        else if (pages.FirstOrDefault(page => page.Trim != pages[0].Trim) is { } odd)
        {
            diagnostics.Add(ImpositionMessages.DifferentSizes.Anywhere(Text(pages.IndexOf(odd) + 1), SizeText.Of(odd.Trim), SizeText.Of(pages[0].Trim)));
        }
        else return true;
        return false;
    }

    public static bool Blanks(PageSequence pages, ImpositionOptions options, DiagnosticBag diagnostics)
    {
        if (options.Blanks != BlankPolicy.Refuse || pages.Blanks == 0) return true;
        diagnostics.Add(ImpositionMessages.BlanksNeeded.Anywhere(Text(pages.Length - pages.Blanks), options.Scheme.Name, Text(pages.Blanks)));
        return false;
    }

    public static bool Thickness(int pages, ImpositionOptions options, DiagnosticBag diagnostics)
    {
        var thickness = options.Paper.Caliper * (pages / 2);
        var limit = options.Scheme switch { SaddleStitch => LongestStitch, PerfectBound => WidestSpine, _ => Length.MaxValue };
        if (thickness > limit) diagnostics.Add((options.Scheme is SaddleStitch ? ImpositionMessages.TooThickToStitch : ImpositionMessages.TooThickToBind).Anywhere(SizeText.Of(thickness), SizeText.Of(limit), Text(pages)));
        else if (options.Scheme is SaddleStitch && thickness > GoodStitch) diagnostics.Add(ImpositionMessages.ThickToStitch.Anywhere(SizeText.Of(thickness), SizeText.Of(GoodStitch)));
        return thickness <= limit;
    }

    /// <summary>The sheet that holds the largest piece, or null and an error.</summary>
    public static Size? Sheet(Size page, ImmutableArray<int> sizes, ImpositionOptions options, DiagnosticBag diagnostics)
    {
        if (options.Scheme is NUp proof) return ProofSheet(proof, page, options, diagnostics);
        var grid = options.Scheme switch
        {
            SaddleStitch saddle => FoldedSheets.GridOf(FoldingScheme.Of(saddle.PagesPerSheet), page, options),
            CutAndStack cut => FlatSheets.GridOf(cut, page, options),
            _ => FoldedSheets.GridOf(FoldingScheme.Of(sizes.Max()), page, options),
        };
        if (SheetChoice.Find(options.Sheet, grid.Block, options.TrimAllowance) is { } sheet) return sheet;
        var needed = SizeText.Of(SheetChoice.Grown(grid.Block, options.TrimAllowance));
        diagnostics.Add(options.Sheet is { } asked ? ImpositionMessages.SheetTooSmall.Anywhere(options.Scheme.Name, needed, SizeText.Of(asked)) : ImpositionMessages.NoSheetHolds.Anywhere(needed));
        return null;
    }

    /// <summary>The sheet asked for, or with a warning the smallest usual one that holds the cover; null and an error where none does.</summary>
    public static Size? CoverSheet(SheetGrid cover, ImpositionOptions options, DiagnosticBag diagnostics)
    {
        if (options.Sheet is not null && SheetChoice.Find(options.Sheet, cover.Block, options.TrimAllowance) is { } fitting) return fitting;
        var needed = SizeText.Of(SheetChoice.Grown(cover.Block, options.TrimAllowance));
        var other = SheetChoice.Find(null, cover.Block, options.TrimAllowance);
        if (other is null) diagnostics.Add(ImpositionMessages.NoSheetHolds.Anywhere(needed));
        else if (options.Sheet is { } asked) diagnostics.Add(ImpositionMessages.CoverOnOtherSheet.Anywhere(needed, SizeText.Of(asked), SizeText.Of(other.Value)));
        return other;
    }

    /// <summary>A4 unless told, lying as the pages come out larger.</summary>
    private static Size? ProofSheet(NUp proof, Size page, ImpositionOptions options, DiagnosticBag diagnostics)
    {
        const int smallest = 50;
        var asked = options.Sheet ?? StandardSheets.Find("A4")!.Value;
        var turned = new Size(asked.Height, asked.Width);
        var sheet = FlatSheets.ScaleOf(proof, page, turned) > FlatSheets.ScaleOf(proof, page, asked) ? turned : asked;
        if (FlatSheets.ScaleOf(proof, page, sheet) >= smallest) return sheet;
        diagnostics.Add(ImpositionMessages.ProofTooSmall.Anywhere(proof.Name, SizeText.Of(asked)));
        return null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
