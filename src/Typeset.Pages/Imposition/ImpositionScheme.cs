using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>Rows and columns of pages on a side of a sheet, both from 1.</summary>
public readonly record struct Grid(int Rows, int Columns)
{
    public int Cells => Rows * Columns;
}

/// <summary>How pages are brought together on sheets, which is how the sheets become a booklet again.</summary>
public abstract record ImpositionScheme
{
    private protected ImpositionScheme() { }

    /// <summary>As a command line names it: <c>saddle:4</c>, <c>perfect:16</c>, <c>cut-stack:2x2</c>, <c>nup:2x3</c>.</summary>
    public abstract string Name { get; }
}

/// <summary>
/// 骑马订: sheets are folded, put into one another and stitched through the fold. A sheet carries 4, 8 or 16 pages.
/// </summary>
public sealed record SaddleStitch(int PagesPerSheet) : ImpositionScheme
{
    public override string Name => $"saddle:{PagesPerSheet}";
}

/// <summary>胶订: sheets are folded into signatures of 4, 8, 16 or 32 pages, gathered one upon the other, milled at the spine and glued.</summary>
public sealed record PerfectBound(int PagesPerSignature) : ImpositionScheme
{
    public override string Name => $"perfect:{PagesPerSignature}";
}

/// <summary>Sheets are cut into piles and the piles laid upon each other, the first on top: single leaves in their order.</summary>
public sealed record CutAndStack(Grid Grid) : ImpositionScheme
{
    public override string Name => $"cut-stack:{Grid.Rows}x{Grid.Columns}";
}

/// <summary>Pages in reading order, row by row, several to a side, made smaller where they must be: for proofs.</summary>
public sealed record NUp(Grid Grid) : ImpositionScheme
{
    public override string Name => $"nup:{Grid.Rows}x{Grid.Columns}";
}
