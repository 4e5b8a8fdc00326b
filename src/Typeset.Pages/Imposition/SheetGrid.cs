using System.Collections.Immutable;
using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>The block of trimmed pages on a sheet, before any creep, in the sheet's middle: the same on both sides.</summary>
/// <param name="Grid">Rows and columns.</param>
/// <param name="Page">A trimmed page.</param>
/// <param name="SpineGap">Between the two pages of a pair that share a spine; null where leaves are single and every gap is a trim.</param>
/// <param name="TrimGap">Between pages that are trimmed apart.</param>
internal sealed record SheetGrid(Grid Grid, Size Page, Length? SpineGap, Length TrimGap)
{
    public Size Block => new(Page.Width * Grid.Columns + Gaps(Grid.Columns, ColumnGap), Page.Height * Grid.Rows + TrimGap * (Grid.Rows - 1));

    /// <summary>Where the page of a cell is trimmed.</summary>
    public Rectangle CellAt(int row, int column, Size sheet)
    {
        var corner = Corner(sheet);
        return new(corner.X + Page.Width * column + Gaps(column + 1, ColumnGap), corner.Y + (Page.Height + TrimGap) * row, Page.Width, Page.Height);
    }

    /// <summary>Whether the spine is at the right edge of a cell: the left page of a pair.</summary>
    public static bool HasSpineAtRight(int column) => column % 2 == 0;

    /// <summary>The middle of the gap before a column (from 1).</summary>
    public Length CreaseBeforeColumn(int column, Size sheet) => CellAt(0, column, sheet).X - ColumnGap(column - 1) / 2;

    /// <summary>The middle of the gap before a row (from 1).</summary>
    public Length CreaseBeforeRow(int row, Size sheet) => CellAt(row, 0, sheet).Y - TrimGap / 2;

    public Creases Creases(Size sheet) => new(
        [.. Enumerable.Range(1, Grid.Columns - 1).Select(column => CreaseBeforeColumn(column, sheet))],
        [.. Enumerable.Range(1, Grid.Rows - 1).Select(row => CreaseBeforeRow(row, sheet))]);

    private Point Corner(Size sheet) => new((sheet.Width - Block.Width) / 2, (sheet.Height - Block.Height) / 2);

    private Length ColumnGap(int after) => SpineGap is { } spine && HasSpineAtRight(after) ? spine : TrimGap;

    private static Length Gaps(int columns, Func<int, Length> gap) =>
        Enumerable.Range(0, columns - 1).Aggregate(Length.Zero, (sum, after) => sum + gap(after));
}
