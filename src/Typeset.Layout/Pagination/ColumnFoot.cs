using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Flow;

namespace Typeset.Layout.Pagination;

/// <summary>How a column ends, for the twin: how far below its last line the next block would have stood, and what was left; nothing where a page must end.</summary>
internal readonly record struct ColumnFoot(Length Lacked, PageRest? Rest)
{
    public static ColumnFoot Of(Chapter chapter, ColumnFill column)
    {
        if (column.End.Block >= chapter.Blocks.Length || (column.End.Slice == 0 && chapter.Blocks[column.End.Block].BreakBefore)) return default;
        var (end, edge) = (Length.Zero, Length.Zero);
        foreach (var place in ColumnWalker.Walk(chapter.Blocks, column, chapter.Room).Where(static place => !PageMapper.IsBlank(place.Block)))
        {
            (end, edge) = (EndOf(place), EdgeOf(place));
        }

        var rest = new PageRest(chapter.Room.Height - edge - NotesHeight(chapter, column), NextEdge(chapter, column, end) - edge, column.Notes.Length > 0);
        return new ColumnFoot(column.End.Slice > 0 ? Length.Zero : TopOfNext(chapter, column, end) - edge, rest);
    }

    private static Length TopOfNext(Chapter chapter, ColumnFill column, Length end) =>
        end + chapter.Room.GapBefore(chapter.Blocks, column.End, column.Start, end) + chapter.Blocks[column.End.Block].BlankAbove;

    private static Length EndOf(PlacedSlices place) =>
        place.Y + place.Block.HeightOf(place.From, place.To) + (place.From > 0 ? place.Block.RepeatedHeight : Length.Zero);

    /// <summary>Where the last of what is placed ends, blank space below it left out.</summary>
    public static Length EdgeOf(PlacedSlices place) => place.To == place.Block.SliceCount ? EndOf(place) - place.Block.BlankBelow : EndOf(place);

    private static Length NotesHeight(Chapter chapter, ColumnFill column)
    {
        var height = column.Notes.Length > 0 ? chapter.Room.NoteSeparator : Length.Zero;
        foreach (var part in column.Notes) height += chapter.Flow.Notes[part.Note].HeightOf(part.From, part.To);
        return height;
    }

    /// <summary>Where the column would have ended with the least that could have come next: up to the first place where a break is allowed.</summary>
    private static Length NextEdge(Chapter chapter, ColumnFill column, Length y)
    {
        for (var position = column.End; ;)
        {
            var block = chapter.Blocks[position.Block];
            y += chapter.Room.GapBefore(chapter.Blocks, position, column.Start, y) + block.HeightOf(position.Slice);
            var last = position.Slice + 1 == block.SliceCount;
            var blank = last ? block.BlankBelow : Length.Zero;
            if (last ? !block.KeepWithNext : block.BreakAllowedAfter(position.Slice)) return y - blank;
            position = last ? new FlowPosition(position.Block + 1, 0) : position with { Slice = position.Slice + 1 };
            if (position.Block == chapter.Blocks.Length) return y - blank;
        }
    }
}
