using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>Lays pages on sheets that are not folded: cut into piles, or several to a side for proofs. All heads are up.</summary>
internal sealed class FlatSheets(ImpositionOptions options, Size page, Size sheet)
{
    /// <summary>Paper around a proof's pages that office printers leave white.</summary>
    private static readonly Length ProofMargin = 5.Mm;

    /// <summary>The block of pages of <see cref="CutAndStack"/>.</summary>
    public static SheetGrid GridOf(CutAndStack scheme, Size page, ImpositionOptions options) => new(scheme.Grid, page, null, options.TrimAllowance * 2);

    /// <summary>Pile p holds the leaves p·S to p·S + S − 1 of S sheets; the cell of a leaf on the back lies where paper turned over brings it.</summary>
    public ImmutableArray<Sheet> CutAndStack(CutAndStack scheme, PageSequence pages)
    {
        var grid = GridOf(scheme, page, options);
        var sheets = pages.Length / (scheme.Grid.Cells * 2);
        return [.. Enumerable.Range(0, sheets).Select(index => new Sheet(index + 1, Side(index, 0), Side(index, 1), [], Creases.None))];

        SheetSide Side(int index, int back) => new([.. Enumerable.Range(0, scheme.Grid.Cells).Select(cell =>
        {
            var (row, column) = (cell / scheme.Grid.Columns, cell % scheme.Grid.Columns);
            var pile = row * scheme.Grid.Columns + Along(column, scheme.Grid, back == 1);
            var number = (pile * sheets + index) * 2 + back + 1;
            var trim = grid.CellAt(row, column, sheet);
            return new PlacedPage(pages.At(number), number, FoldedSheets.TransformOf(trim, isHeadDown: false), trim, Around(trim), Length.Zero);
        })]);
    }

    /// <summary>Pages row by row in the direction of reading, each in the middle of its share of the sheet.</summary>
    public ImmutableArray<Sheet> NUp(NUp scheme, PageSequence pages)
    {
        var scale = ScaleOf(scheme, page, sheet);
        var cells = scheme.Grid.Cells;
        return [.. Enumerable.Range(0, pages.Length / (cells * 2)).Select(index => new Sheet(index + 1, Side(index * 2), Side(index * 2 + 1), [], Creases.None))];

        SheetSide Side(int side) => new([.. Enumerable.Range(0, cells).Select(cell =>
        {
            var trim = Middle(Share(scheme.Grid, cell), scale);
            var number = side * cells + cell + 1;
            return new PlacedPage(pages.At(number), number, new PageTransform(new Point(trim.X, trim.Y), false, scale), trim, trim, Length.Zero);
        })]);
    }

    /// <summary>The scale at which pages of a proof fit, in thousandths, never over 1000; 0 where nothing fits.</summary>
    public static int ScaleOf(NUp scheme, Size page, Size sheet)
    {
        var (width, height) = (sheet.Width / scheme.Grid.Columns - ProofMargin * 2, sheet.Height / scheme.Grid.Rows - ProofMargin * 2);
        return (int)Math.Clamp(Math.Min(width.Raw * 1000 / page.Width.Raw, height.Raw * 1000 / page.Height.Raw), 0, 1000);
    }

    private Rectangle Share(Grid grid, int cell)
    {
        var (row, column) = (cell / grid.Columns, options.Binding == BindingEdge.Left ? cell % grid.Columns : grid.Columns - 1 - cell % grid.Columns);
        return new(sheet.Width * column / grid.Columns, sheet.Height * row / grid.Rows, sheet.Width / grid.Columns, sheet.Height / grid.Rows);
    }

    private Rectangle Middle(Rectangle share, int scale)
    {
        var (width, height) = (page.Width.Times(scale, 1000), page.Height.Times(scale, 1000));
        return new(share.X + (share.Width - width) / 2, share.Y + (share.Height - height) / 2, width, height);
    }

    private Rectangle Around(Rectangle trim) =>
        new(trim.X - options.TrimAllowance, trim.Y - options.TrimAllowance, trim.Width + options.TrimAllowance * 2, trim.Height + options.TrimAllowance * 2);

    /// <summary>The first pile lies where reading begins; on the back everything is mirrored.</summary>
    private int Along(int column, Grid grid, bool isBack) =>
        isBack == (options.Binding == BindingEdge.Left) ? grid.Columns - 1 - column : column;
}
