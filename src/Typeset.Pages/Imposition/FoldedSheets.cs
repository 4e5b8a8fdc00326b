using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>Lays pages on sheets that are folded.</summary>
internal sealed class FoldedSheets(ImpositionOptions options, Size page, Size sheet)
{
    /// <summary>One folded sheet: the pages that its places 1 to N have, and how many leaves lie around each leaf.</summary>
    public Sheet Lay(int number, FoldingScheme scheme, Func<int, (int Number, int? Page)> slot, Func<int, int> leavesAround)
    {
        var grid = GridOf(scheme, page, options);
        return new Sheet(number, Side(front: true), Side(front: false), Folds(scheme, grid), grid.Creases(sheet));

        SheetSide Side(bool front) => new([.. Cells(scheme.Grid).Select(cell =>
        {
            var place = front ? scheme.FrontAt(cell.Row, cell.Column, options.Binding) : scheme.BackAt(cell.Row, cell.Column, options.Binding);
            var creep = options.CompensatesCreep ? options.Paper.Caliper * leavesAround(place) + CoverAround : Length.Zero;
            return Place(grid, scheme, cell, slot(place), creep);
        })]);
    }

    /// <summary>The block of pages that a scheme needs.</summary>
    public static SheetGrid GridOf(FoldingScheme scheme, Size page, ImpositionOptions options) =>
        new(scheme.Grid, page, SpineGap(options), options.TrimAllowance * 2);

    /// <summary>A cover of its own is the outermost leaf of a stitched booklet.</summary>
    private Length CoverAround => options is { Scheme: SaddleStitch, Cover: not CoverPages.None } ? options.CoverPaper.Caliper : Length.Zero;

    private static Length SpineGap(ImpositionOptions options) => options.Scheme is PerfectBound ? options.Milling * 2 : Length.Zero;

    private PlacedPage Place(SheetGrid grid, FoldingScheme scheme, (int Row, int Column) cell, (int Number, int? Page) slot, Length creep)
    {
        var spineAtRight = SheetGrid.HasSpineAtRight(cell.Column);
        var still = grid.CellAt(cell.Row, cell.Column, sheet);
        var trim = still with { X = spineAtRight ? still.X + creep : still.X - creep };
        var crease = grid.CreaseBeforeColumn(spineAtRight ? cell.Column + 1 : cell.Column, sheet);
        return new PlacedPage(slot.Page, slot.Number, TransformOf(trim, scheme.IsHeadDown(cell.Row)), trim, Clip(trim, crease, spineAtRight), creep)
        {
            Spine = spineAtRight ? SpineSide.Right : SpineSide.Left,
        };
    }

    private Rectangle Clip(Rectangle trim, Length crease, bool spineAtRight)
    {
        var left = spineAtRight ? trim.X - options.TrimAllowance : crease;
        var right = spineAtRight ? crease : trim.Right + options.TrimAllowance;
        return new(left, trim.Y - options.TrimAllowance, right - left, trim.Height + options.TrimAllowance * 2);
    }

    public static PageTransform TransformOf(Rectangle trim, bool isHeadDown) =>
        isHeadDown ? new(new Point(trim.Right, trim.Bottom), true, 1000) : new(new Point(trim.X, trim.Y), false, 1000);

    /// <summary>Each fold halves what is left of the sheet; the part with page 1, at the foot and away from the spine, stays in front.</summary>
    private ImmutableArray<FoldStep> Folds(FoldingScheme scheme, SheetGrid grid)
    {
        var steps = ImmutableArray.CreateBuilder<FoldStep>(scheme.Folds.Length);
        int top = 0, left = 0, right = grid.Grid.Columns;
        foreach (var fold in scheme.Folds)
        {
            if (fold == 'H')
            {
                top = (top + grid.Grid.Rows) / 2;
                steps.Add(new(FoldedPart.Top, grid.CreaseBeforeRow(top, sheet)));
                continue;
            }

            var middle = (left + right) / 2;
            var behind = options.Binding == BindingEdge.Left ? FoldedPart.Left : FoldedPart.Right;
            steps.Add(new(behind, grid.CreaseBeforeColumn(middle, sheet)));
            (left, right) = behind == FoldedPart.Left ? (middle, right) : (left, middle);
        }

        return steps.DrainToImmutable();
    }

    private static IEnumerable<(int Row, int Column)> Cells(Grid grid) =>
        from row in Enumerable.Range(0, grid.Rows) from column in Enumerable.Range(0, grid.Columns) select (row, column);
}
