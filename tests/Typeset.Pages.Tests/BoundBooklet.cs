using Typeset.Core;
using Typeset.Pages.Imposition;

namespace Typeset.Pages.Tests;

/// <summary>A leaf of a bound booklet: its two pages, and how many leaves of its signature lie around it.</summary>
internal sealed record BoundLeaf(SeenPage Recto, SeenPage Verso, int LeavesAround);

/// <summary>Makes booklets of sheets by hand: folds, nests, gathers, cuts and piles.</summary>
internal static class BoundBooklet
{
    /// <summary>The leaves of the inside in the order in which a reader turns them.</summary>
    public static List<BoundLeaf> Bind(ImposedBooklet job) => job.Options.Scheme switch
    {
        SaddleStitch => Nest([.. job.Sheets], job.SheetSize),
        PerfectBound => [.. job.Signatures.SelectMany(signature => Nest(signature.Sheets, job.SheetSize))],
        CutAndStack => Pile(job),
        _ => throw new ArgumentException("Proofs are not bound.", nameof(job)),
    };

    /// <summary>Sheets that are folded and put into one another, the first outside: the front half of each, then all the back halves from the inside out.</summary>
    private static List<BoundLeaf> Nest(IReadOnlyList<Sheet> sheets, Size size)
    {
        List<(Panel, SeenPage[], SeenPage[])> front = [], back = [];
        foreach (var sheet in sheets)
        {
            var leaves = new FoldedPaper(sheet, size).Leaves().ToList();
            front.AddRange(leaves[..(leaves.Count / 2)]);
            back.InsertRange(0, leaves[(leaves.Count / 2)..]);
        }

        var all = front.Concat(back).ToList();
        return [.. all.Select((leaf, i) => new BoundLeaf(leaf.Item2.Single(), leaf.Item3.Single(), Math.Min(i, all.Count - 1 - i)))];
    }

    /// <summary>Piles of cut sheets, laid upon each other where reading begins.</summary>
    private static List<BoundLeaf> Pile(ImposedBooklet job)
    {
        var piles = job.Sheets.First().Front.Pages.Select(static page => page.Trim)
            .GroupBy(static trim => trim.Y).OrderBy(static row => row.Key)
            .SelectMany(row => job.Options.Binding == BindingEdge.Left ? row.OrderBy(static trim => trim.X) : row.OrderByDescending(static trim => trim.X));
        return [.. piles.SelectMany(cell => job.Sheets.Select(sheet => new BoundLeaf(At(sheet.Front, cell), At(sheet.Back, cell with { X = job.SheetSize.Width - cell.Right }), 0)))];
    }

    private static SeenPage At(SheetSide side, Rectangle cell)
    {
        var placed = side.Pages.Single(page => page.Trim == cell);
        return new SeenPage(placed, placed.Trim, placed.Clip, !placed.Transform.IsHeadDown);
    }
}
