using System.Collections.Immutable;
using System.Diagnostics;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Pages.Imposition;

/// <summary>Lays the pages of a booklet on sheets.</summary>
public static class Imposer
{
    /// <summary>
    /// The sheets of a booklet whose pages have these sizes; null, and an error in <paramref name="diagnostics"/>, where they cannot be laid as asked.
    /// </summary>
    public static ImposedBooklet? Impose(ImmutableArray<PageInfo> pages, ImpositionOptions options, DiagnosticBag diagnostics)
    {
        if (!JobChecks.Pages(pages, options, diagnostics)) return null;
        var inside = InsideOf(pages.Length, options.Cover);
        var sizes = SignatureSizes(options.Scheme, inside.End.Value - inside.Start.Value);
        var sequence = PageSequence.Fill(inside, sizes.Sum(), options);
        var trim = pages[0].Trim;
        if (!JobChecks.Blanks(sequence, options, diagnostics) || !JobChecks.Thickness(sequence.Length, options, diagnostics)) return null;
        if (JobChecks.Sheet(trim, sizes, options, diagnostics) is not { } sheet) return null;
        var imposed = new ImposedBooklet
        {
            Options = options, Trim = trim, SheetSize = sheet, InnerPages = sequence.Length, Blanks = sequence.Blanks,
            Signatures = Lay(sequence, sizes, trim, sheet, options),
        };
        return options.Cover == CoverPages.None ? imposed : WithCover(imposed, pages.Length, diagnostics);
    }

    private static Range InsideOf(int pages, CoverPages cover) => cover switch
    {
        CoverPages.Front => 2..pages,
        CoverPages.Wrap => 2..(pages - 2),
        _ => ..pages,
    };

    /// <summary>
    /// How many pages every piece has that is folded, nested or piled by itself. What does not fill a signature goes into smaller ones, which stand
    /// before the last whole one, so that neither end of the block is thin.
    /// </summary>
    internal static ImmutableArray<int> SignatureSizes(ImpositionScheme scheme, int pages) => scheme switch
    {
        SaddleStitch saddle => [Filled(pages, saddle.PagesPerSheet)],
        PerfectBound perfect => Signatures(Filled(pages, 4), perfect.PagesPerSignature),
        CutAndStack cut => [Filled(pages, cut.Grid.Cells * 2)],
        NUp proof => [Filled(pages, proof.Grid.Cells * 2)],
        _ => throw new UnreachableException(),
    };

    private static int Filled(int pages, int unit) => (pages + unit - 1) / unit * unit;

    private static ImmutableArray<int> Signatures(int pages, int whole)
    {
        var rest = FoldingScheme.Sizes.Where(size => size < whole && (pages % whole & size) != 0).Reverse();
        var wholes = Enumerable.Repeat(whole, pages / whole).ToArray();
        return wholes.Length == 0 ? [.. rest] : [.. wholes[1..], .. rest, whole];
    }

    private static ImmutableArray<Signature> Lay(PageSequence pages, ImmutableArray<int> sizes, Size page, Size sheet, ImpositionOptions options)
    {
        var folded = new FoldedSheets(options, page, sheet);
        var flat = new FlatSheets(options, page, sheet);
        return options.Scheme switch
        {
            SaddleStitch saddle => [new Signature(1, Nested(folded, saddle.PagesPerSheet, pages))],
            PerfectBound => Gathered(folded, sizes, pages),
            CutAndStack cut => [new Signature(1, flat.CutAndStack(cut, pages))],
            NUp proof => [new Signature(1, flat.NUp(proof, pages))],
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Sheets that lie in one another: each takes half its pages from the front of what is left and half from the end.</summary>
    private static ImmutableArray<Sheet> Nested(FoldedSheets folded, int perSheet, PageSequence pages)
    {
        var half = perSheet / 2;
        return [.. Enumerable.Range(0, pages.Length / perSheet).Select(index => folded.Lay(index + 1, FoldingScheme.Of(perSheet), Slot(index), place => LeavesAround(Number(index, place), pages.Length)))];

        int Number(int index, int place) => place <= half ? index * half + place : pages.Length - (index + 1) * half + place - half;

        Func<int, (int, int?)> Slot(int index) => place => (Number(index, place), pages.At(Number(index, place)));
    }

    private static ImmutableArray<Signature> Gathered(FoldedSheets folded, ImmutableArray<int> sizes, PageSequence pages)
    {
        var signatures = ImmutableArray.CreateBuilder<Signature>(sizes.Length);
        var before = 0;
        foreach (var size in sizes)
        {
            var first = before;
            var sheet = folded.Lay(signatures.Count + 1, FoldingScheme.Of(size), place => (first + place, pages.At(first + place)), place => LeavesAround(place, size));
            signatures.Add(new Signature(signatures.Count + 1, [sheet]));
            before += size;
        }

        return signatures.DrainToImmutable();
    }

    /// <summary>How many leaves of a nested piece lie between a page's leaf and the outside, counted at one side of the spine.</summary>
    private static int LeavesAround(int number, int pages) => Math.Min((number - 1) / 2, (pages - number) / 2);

    private static ImposedBooklet? WithCover(ImposedBooklet imposed, int pages, DiagnosticBag diagnostics)
    {
        var options = imposed.Options;
        var grid = CoverSheet.GridOf(imposed.Trim, options.Scheme is SaddleStitch ? Length.Zero : imposed.Spine, options);
        if (JobChecks.CoverSheet(grid, options, diagnostics) is not { } sheet) return null;
        ImmutableArray<int?> four = options.Cover == CoverPages.Wrap ? [0, 1, pages - 2, pages - 1] : [0, 1, null, null];
        return imposed with { Cover = CoverSheet.Lay(four, grid, sheet, options), CoverSize = sheet };
    }
}
