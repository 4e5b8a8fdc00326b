using System.Globalization;

namespace Typeset.Pages.Imposition;

/// <summary>Schemes by what a command line calls them.</summary>
public static class SchemeNames
{
    /// <summary>Rows or columns that a sheet may have.</summary>
    private const int MostAlong = 20;

    /// <summary>
    /// <c>saddle[:4|8|16]</c>, <c>perfect[:4|8|16|32]</c>, <c>cut-stack:N</c> (as square a grid of N as can be) or <c>cut-stack:RxC</c>,
    /// <c>nup:RxC</c>; null for anything else.
    /// </summary>
    public static ImpositionScheme? Find(string text)
    {
        var parts = text.Split(':');
        return parts switch
        {
            ["saddle"] => new SaddleStitch(4),
            ["saddle", "4" or "8" or "16"] => new SaddleStitch(Number(parts[1])),
            ["perfect"] => new PerfectBound(16),
            ["perfect", "4" or "8" or "16" or "32"] => new PerfectBound(Number(parts[1])),
            ["cut-stack", var grid] when (GridOf(grid) ?? SquareOf(grid)) is { } cells => new CutAndStack(cells),
            ["nup", var grid] when GridOf(grid) is { } cells => new NUp(cells),
            _ => null,
        };
    }

    private static Grid? GridOf(string text) =>
        text.Split('x', 'X', '×') is [var rows, var columns] && Number(rows) is >= 1 and <= MostAlong and var r && Number(columns) is >= 1 and <= MostAlong and var c ? new Grid(r, c) : null;

    /// <summary>Of the grids with so many cells the squarest that is not higher than wide.</summary>
    private static Grid? SquareOf(string text)
    {
        var cells = Number(text);
        if (cells is < 1 or > MostAlong * MostAlong) return null;
        var rows = Enumerable.Range(1, MostAlong).Where(rows => cells % rows == 0 && rows * rows <= cells).Max();
        return cells / rows <= MostAlong ? new Grid(rows, cells / rows) : null;
    }

    /// <summary>A plain number; −1 where the text is none.</summary>
    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
