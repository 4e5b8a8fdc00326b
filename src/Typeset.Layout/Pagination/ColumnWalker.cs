using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Layout.Flow;

namespace Typeset.Layout.Pagination;

/// <summary>Slices <c>[From, To)</c> of one block in a column, and how far below the column's top they begin.</summary>
internal readonly record struct PlacedSlices(int BlockIndex, FlowBlock Block, int From, int To, Length Y);

/// <summary>Goes through a filled column block by block and says where each part stands; filling, painting and reports all go by it.</summary>
internal static class ColumnWalker
{
    public static IEnumerable<PlacedSlices> Walk(ImmutableArray<FlowBlock> blocks, ColumnFill column, ColumnRoom room)
    {
        var y = Length.Zero;
        for (var position = column.Start; position.Block < column.End.Block || (position.Block == column.End.Block && position.Slice < column.End.Slice);)
        {
            var block = blocks[position.Block];
            var to = position.Block == column.End.Block ? column.End.Slice : block.SliceCount;
            y += room.GapBefore(blocks, position, column.Start, y);
            yield return new PlacedSlices(position.Block, block, position.Slice, to, y);
            y += block.HeightOf(position.Slice, to) + (position.Slice > 0 ? block.RepeatedHeight : Length.Zero);
            position = new FlowPosition(position.Block + 1, 0);
        }
    }
}
