using System.Collections.Immutable;
using System.Diagnostics;

namespace Typeset.Pages.Imposition;

/// <summary>
/// The trade's right-angle folding schemes: each fold crosses the one before, the last one is the spine, heads lie to heads. The tables give the
/// pages of the outer form (the side with page 1) row by row for a booklet bound at the left; the back follows, because page 2k lies behind page 2k − 1.
/// </summary>
internal sealed record FoldingScheme(Grid Grid, string Folds, ImmutableArray<int> Front)
{
    private static readonly FoldingScheme Four = new(new Grid(1, 2), "V", [4, 1]);

    private static readonly FoldingScheme Eight = new(new Grid(2, 2), "HV", [5, 4, 8, 1]);

    private static readonly FoldingScheme Sixteen = new(new Grid(2, 4), "VHV", [5, 12, 9, 8, 4, 13, 16, 1]);

    private static readonly FoldingScheme ThirtyTwo = new(
        new Grid(4, 4), "HVHV", [5, 28, 29, 4, 12, 21, 20, 13, 9, 24, 17, 16, 8, 25, 32, 1]);

    /// <summary>The numbers of pages that a sheet can be folded to.</summary>
    public static readonly ImmutableArray<int> Sizes = [4, 8, 16, 32];

    public static FoldingScheme Of(int pages) => pages switch
    {
        4 => Four,
        8 => Eight,
        16 => Sixteen,
        32 => ThirtyTwo,
        _ => throw new UnreachableException(),
    };

    /// <summary>Rows lie head to head from the foot upwards: every other one has its heads down.</summary>
    public bool IsHeadDown(int row) => (Grid.Rows - 1 - row) % 2 == 1;

    /// <summary>The page in a cell of the front, from 1.</summary>
    public int FrontAt(int row, int column, BindingEdge binding) => Front[row * Grid.Columns + Along(column, binding)];

    /// <summary>The page in a cell of the back as it is seen there: the other page of the leaf whose front is the mirrored column's.</summary>
    public int BackAt(int row, int column, BindingEdge binding) =>
        FrontAt(row, Grid.Columns - 1 - column, binding) is var page && page % 2 == 1 ? page + 1 : page - 1;

    /// <summary>A booklet bound at the right is the mirror image of one bound at the left.</summary>
    private int Along(int column, BindingEdge binding) => binding == BindingEdge.Left ? column : Grid.Columns - 1 - column;
}
