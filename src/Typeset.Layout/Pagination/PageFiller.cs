using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Layout.Flow;

namespace Typeset.Layout.Pagination;

/// <summary>A place in the flow: before slice <see cref="Slice"/> of block <see cref="Block"/>.</summary>
internal readonly record struct FlowPosition(int Block, int Slice);

/// <summary>Lines <c>[From, To)</c> of a note.</summary>
internal readonly record struct NotePart(int Note, int From, int To);

/// <summary>What stands on one page of the flow: <c>[Start, End)</c>, and the notes below it.</summary>
internal sealed record ColumnFill(FlowPosition Start, FlowPosition End, ImmutableArray<NotePart> Notes);

/// <summary>
/// What a column holds: its height, the room that notes take besides their lines (the rule and the space above it), and the pitch of the grid
/// that lines return to (0: no grid).
/// </summary>
internal readonly record struct ColumnRoom(Length Height, Length NoteSeparator, Length Grid)
{
    /// <summary>
    /// Space between the block before and a block that begins at <paramref name="y"/> below the column's top; at the column's head there is none.
    /// A block on the grid begins at a grid line.
    /// </summary>
    public Length GapBefore(ImmutableArray<FlowBlock> blocks, FlowPosition position, FlowPosition start, Length y)
    {
        if (position == start || position.Slice > 0) return Length.Zero;
        var block = blocks[position.Block];
        var gap = block.SpaceBefore + blocks[position.Block - 1].SpaceAfter;
        if (Grid.IsZero || !block.OnGrid) return gap;
        var over = new Length((y + gap).Raw % Grid.Raw);
        return over.IsZero ? gap : gap + Grid - over;
    }
}

/// <summary>
/// Fills columns greedily: each takes all slices that fit up to the last place where a break is allowed. Notes stand in the column of their
/// mark; one that cannot is cut between lines and goes on at the next column's foot.
/// </summary>
internal sealed class PageFiller(ImmutableArray<FlowBlock> blocks, ImmutableArray<NoteFlow> notes, ColumnRoom room)
{
    private readonly Queue<NotePart> _carried = new();

    /// <summary>All columns of the flow, at least one where there is anything to place.</summary>
    public static ImmutableArray<ColumnFill> Fill(ImmutableArray<FlowBlock> blocks, ImmutableArray<NoteFlow> notes, ColumnRoom room, CancellationToken cancellation)
    {
        var filler = new PageFiller(blocks, notes, room);
        var columns = ImmutableArray.CreateBuilder<ColumnFill>();
        var position = new FlowPosition(0, 0);
        while (position.Block < blocks.Length || filler._carried.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var column = filler.FillOne(position);
            columns.Add(column);
            position = column.End;
        }

        return columns.ToImmutable();
    }

    private ColumnFill FillOne(FlowPosition start)
    {
        var column = new Column(room);
        TakeCarried(column);
        if (_carried.Count > 0) return Close(column, start, start, column.Notes.Count);
        var position = start;
        var best = (End: start, Notes: column.Notes.Count);
        var overflow = false;
        while (position.Block < blocks.Length)
        {
            var block = blocks[position.Block];
            if (block.BreakBefore && position.Slice == 0 && position != start)
            {
                best = (position, column.Notes.Count);
                overflow = true;
                break;
            }

            if (!TryPlace(column, block, position, start))
            {
                overflow = true;
                break;
            }

            var allowed = BreakAllowedAfter(block, position);
            position = Next(position);
            if (allowed) best = (position, column.Notes.Count);
            if (_carried.Count > 0) { overflow = true; break; }
        }

        if (!overflow || best.End == start && position != start) best = (position, column.Notes.Count);
        if (best.End != position) _carried.Clear();
        return Close(column, start, best.End, best.Notes);
    }

    /// <summary>Ends a column at a place; notes whose marks go to the next column go with them.</summary>
    private static ColumnFill Close(Column column, FlowPosition start, FlowPosition end, int noteCount) =>
        new(start, end, [.. column.Notes.Take(noteCount)]);

    private bool TryPlace(Column column, FlowBlock block, FlowPosition position, FlowPosition start)
    {
        var first = position == start;
        var height = room.GapBefore(blocks, position, start, column.Body) + (first && position.Slice > 0 ? block.RepeatedHeight : Length.Zero) + block.HeightOf(position.Slice);
        var marks = block.NotesOf(position.Slice);
        var free = column.Free - height;
        if (free < Length.Zero && !(first && column.Notes.Count == 0)) return false;
        if (marks.Length > 0 && !TryPlaceNotes(column, marks, free, first)) return false;
        column.Body += height;
        return true;
    }

    private bool TryPlaceNotes(Column column, ReadOnlySpan<int> marks, Length free, bool first)
    {
        var wanted = column.Notes.Count == 0 ? room.NoteSeparator : Length.Zero;
        foreach (var note in marks) wanted += notes[note].HeightOf(0, notes[note].LineCount);
        var mayCut = first || wanted > room.Height / 2;
        if (wanted > free && !mayCut) return false;
        foreach (var note in marks) PlaceNote(column, new NotePart(note, 0, notes[note].LineCount), ref free);
        return true;
    }

    /// <summary>Puts as many lines of a note as fit into the column's foot; the rest is carried.</summary>
    private void PlaceNote(Column column, NotePart part, ref Length free)
    {
        var separator = column.Notes.Count == 0 ? room.NoteSeparator : Length.Zero;
        var fit = _carried.Count > 0 ? part.From : LinesThatFit(part, free - separator);
        if (fit > part.From)
        {
            var height = separator + notes[part.Note].HeightOf(part.From, fit);
            column.Notes.Add(part with { To = fit });
            column.NotesHeight += height;
            free -= height;
        }

        if (fit < part.To) _carried.Enqueue(part with { From = fit });
    }

    private int LinesThatFit(NotePart part, Length free)
    {
        var line = part.From;
        while (line < part.To && (free -= notes[part.Note].HeightOf(line, line + 1)) >= Length.Zero) line++;
        return line;
    }

    /// <summary>Notes left over from the column before come first; where they fill the column, nothing else does.</summary>
    private void TakeCarried(Column column)
    {
        var free = room.Height;
        for (var count = _carried.Count; count > 0; count--)
        {
            var part = _carried.Dequeue();
            if (column.Notes.Count == 0 && LinesThatFit(part, free - room.NoteSeparator) == part.From)
            {
                column.Notes.Add(part with { To = part.From + 1 });
                column.NotesHeight = room.Height;
                if (part.From + 1 < part.To) _carried.Enqueue(part with { From = part.From + 1 });
                continue;
            }

            PlaceNote(column, part, ref free);
        }
    }

    private bool BreakAllowedAfter(FlowBlock block, FlowPosition position) =>
        position.Slice + 1 < block.SliceCount ? block.BreakAllowedAfter(position.Slice) : !block.KeepWithNext;

    private FlowPosition Next(FlowPosition position) =>
        position.Slice + 1 < blocks[position.Block].SliceCount ? position with { Slice = position.Slice + 1 } : new FlowPosition(position.Block + 1, 0);

    /// <summary>One column while it is being filled.</summary>
    private sealed class Column(ColumnRoom room)
    {
        public Length Body { get; set; }
        public Length NotesHeight { get; set; }
        public List<NotePart> Notes { get; } = [];
        public Length Free => room.Height - Body - NotesHeight;
    }
}
