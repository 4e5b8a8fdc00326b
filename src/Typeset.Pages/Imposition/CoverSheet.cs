using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>A cover of its own: back cover, spine and front cover on one sheet, the insides behind them.</summary>
internal static class CoverSheet
{
    /// <summary>The block of pages, the spine between them.</summary>
    public static SheetGrid GridOf(Size page, Length spine, ImpositionOptions options) => new(new Grid(1, 2), page, spine, options.TrimAllowance * 2);

    /// <summary>Lays the four pages: front cover, its inside, the back cover's inside, back cover.</summary>
    public static Sheet Lay(ImmutableArray<int?> four, SheetGrid grid, Size sheet, ImpositionOptions options)
    {
        var fromLeft = options.Binding == BindingEdge.Left;
        var (outside, inside) = fromLeft ? ((4, 1), (2, 3)) : ((1, 4), (3, 2));
        var (left, right) = (grid.CellAt(0, 0, sheet).Right, grid.CellAt(0, 1, sheet).X);
        Creases creases = new(left == right ? [left] : [left, right], []);
        var folds = options.Scheme is SaddleStitch ? [new FoldStep(fromLeft ? FoldedPart.Left : FoldedPart.Right, left)] : ImmutableArray<FoldStep>.Empty;
        return new Sheet(1, Side(outside), Side(inside), folds, creases);

        SheetSide Side((int Left, int Right) numbers) => new([Place(0, numbers.Left), Place(1, numbers.Right)]);

        PlacedPage Place(int column, int number)
        {
            var trim = grid.CellAt(0, column, sheet);
            return new PlacedPage(four[number - 1], number, FoldedSheets.TransformOf(trim, isHeadDown: false), trim, Clip(trim, column), Length.Zero)
            {
                Spine = column == 0 ? SpineSide.Right : SpineSide.Left,
            };
        }

        Rectangle Clip(Rectangle trim, int column) => new(
            column == 0 ? trim.X - options.TrimAllowance : trim.X, trim.Y - options.TrimAllowance,
            trim.Width + options.TrimAllowance, trim.Height + options.TrimAllowance * 2);
    }
}
