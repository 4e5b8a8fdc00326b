using System.Globalization;
using Typeset.Comparison;

namespace Typeset.Parity;

/// <summary>What all cases came to, pins on and off.</summary>
internal sealed class Totals
{
    private readonly Dictionary<bool, RenderingComparison[]> _rows = new() { [true] = [], [false] = [] };

    public void Add(ParityRow row) => _rows[row.Case.Pins] = [.. _rows[row.Case.Pins], row.Comparison];

    /// <summary>The cells of the last row.</summary>
    public string CellsOf(bool pinned)
    {
        var lines = Sum(pinned, static row => row.Lines);
        var cells = $" {lines} | {Percent(lines)} | {Sum(pinned, static row => row.Pages)} |";
        return pinned ? $"{cells} {Sum(pinned, static row => row.Furniture)} | {Sum(pinned, static row => row.Contents)} |" : cells;
    }

    /// <summary>A share, rounded down: nothing that differs is a hundred.</summary>
    public static string Percent(Agreement agreement) =>
        agreement.Total == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(10000.0 * agreement.Same / agreement.Total) / 100:0.00} %");

    private Agreement Sum(bool pinned, Func<RenderingComparison, Agreement> of) =>
        _rows[pinned].Select(of).Aggregate(default(Agreement), static (sum, one) => new Agreement(sum.Same + one.Same, sum.Total + one.Total));
}
