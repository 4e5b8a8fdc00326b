using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Layout.Flow;
using Typeset.Layout.Pagination;

namespace Typeset.Layout.Tests.Pagination;

public sealed class PageFillerTests
{
    [Fact]
    public void A_column_takes_exactly_the_lines_that_fit() =>
        Assert.Equal("0.0-0.10 | 0.10-1.0", Fill(10, Lines(15)));

    [Fact]
    public void A_paragraph_leaves_two_lines_on_either_side_of_a_page_break() =>
        Assert.Equal("0.0-1.0 | 1.0-2.0", Fill(10, Lines(9), Lines(3, orphans: 2, widows: 2)));

    [Fact]
    public void Without_widow_control_one_line_may_be_left() =>
        Assert.Equal("0.0-1.1 | 1.1-2.0", Fill(10, Lines(9), Lines(3)));

    [Fact]
    public void A_last_line_takes_one_more_with_it() =>
        Assert.Equal("0.0-0.9 | 0.9-1.0", Fill(10, Lines(11, orphans: 2, widows: 2)));

    [Fact]
    public void A_heading_is_never_last_on_a_page() =>
        Assert.Equal("0.0-1.0 | 1.0-3.0", Fill(10, Lines(9), Lines(1, keep: true), Lines(2)));

    [Fact]
    public void A_heading_goes_with_the_first_two_lines_of_its_paragraph() =>
        Assert.Equal("0.0-1.0 | 1.0-3.0", Fill(10, Lines(8), Lines(1, keep: true), Lines(5, orphans: 2, widows: 2)));

    [Fact]
    public void A_hard_break_ends_the_page() =>
        Assert.Equal("0.0-1.0 | 1.0-2.0", Fill(10, Lines(2), Lines(2, breakBefore: true)));

    [Fact]
    public void Headings_that_fill_a_page_are_broken_all_the_same() =>
        Assert.Equal("0.0-3.0 | 3.0-5.0", Fill(3, [.. Enumerable.Range(0, 5).Select(_ => Lines(1, keep: true))]));

    [Fact]
    public void A_slice_taller_than_the_page_has_a_page_of_its_own() =>
        Assert.Equal("0.0-1.0 | 1.0-2.0 | 2.0-3.0", Fill(10, Lines(1), new Blocks { Heights = [25] }, Lines(1)));

    [Fact]
    public void A_block_on_the_grid_begins_at_a_grid_line()
    {
        var blocks = ImmutableArray.Create<FlowBlock>(new Blocks { Heights = [15], Unit = 1 }, Lines(1));
        var room = new ColumnRoom(100.Pt, 0.Pt, 10.Pt);
        var column = Assert.Single(PageFiller.Fill(blocks, [], room, default));
        Assert.Equal(20.Pt, ColumnWalker.Walk(blocks, column, room).Last().Y);
    }

    [Fact]
    public void A_header_is_repeated_where_a_table_goes_on() =>
        Assert.Equal("0.0-0.10 | 0.10-0.18 | 0.18-1.0", Fill(10, new Blocks { Heights = [.. Enumerable.Repeat(1, 20)], Repeated = 2 }));

    [Fact]
    public void A_note_stands_on_the_page_of_its_mark() =>
        Assert.Equal("0.0-0.6 notes 0[0-3] | 0.6-1.0", Fill(10, [3], Lines(9) with { Notes = [.. Marks(9, (5, 0))] }));

    [Fact]
    public void A_mark_goes_to_the_next_page_where_its_note_does_not_fit() =>
        Assert.Equal("0.0-0.8 | 0.8-1.0 notes 0[0-4]", Fill(10, [4], Lines(9) with { Notes = [.. Marks(9, (8, 0))] }));

    [Fact]
    public void A_note_longer_than_half_a_page_goes_on_at_the_next_foot() =>
        Assert.Equal("0.0-0.1 notes 0[0-8] | 0.1-0.6 notes 0[8-12] | 0.6-1.0", Fill(10, [12], Lines(9) with { Notes = [.. Marks(9, (0, 0))] }));

    [Fact]
    public void A_note_of_many_pages_fills_them()
    {
        var columns = Fill(10, [100], Lines(1) with { Notes = [.. Marks(1, (0, 0))] });
        Assert.StartsWith("0.0-1.0 notes 0[0-8] | 1.0-1.0 notes 0[8-17]", columns, StringComparison.Ordinal);
        Assert.EndsWith("-100]", columns, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Each_slice_and_each_note_line_is_placed_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) CheckAll(RandomFlow(random));
    }

    private static void CheckAll((ImmutableArray<FlowBlock> Blocks, ImmutableArray<NoteFlow> Notes, ColumnRoom Room) flow)
    {
        var columns = PageFiller.Fill(flow.Blocks, flow.Notes, flow.Room, default);
        var position = new FlowPosition(0, 0);
        var lines = new int[flow.Notes.Length];
        foreach (var column in columns)
        {
            Assert.Equal(position, column.Start);
            position = column.End;
            foreach (var part in column.Notes)
            {
                Assert.Equal(lines[part.Note], part.From);
                lines[part.Note] = part.To;
            }

            CheckHeight(flow, column);
        }

        Assert.Equal(new FlowPosition(flow.Blocks.Length, 0), position);
        Assert.Equal(flow.Notes.Select(static n => n.LineCount), lines);
    }

    private static void CheckHeight((ImmutableArray<FlowBlock> Blocks, ImmutableArray<NoteFlow> Notes, ColumnRoom Room) flow, ColumnFill column)
    {
        var parts = ColumnWalker.Walk(flow.Blocks, column, flow.Room).ToArray();
        if (parts.Sum(static p => p.To - p.From) <= 1) return;
        var last = parts[^1];
        var head = last.From > 0 ? last.Block.RepeatedHeight : Length.Zero;
        var notes = column.Notes.Aggregate(column.Notes.IsEmpty ? Length.Zero : flow.Room.NoteSeparator, (sum, n) => sum + flow.Notes[n.Note].HeightOf(n.From, n.To));
        Assert.True(last.Y + head + last.Block.HeightOf(last.From, last.To) + notes <= flow.Room.Height, "A column is over full.");
    }

    private static (ImmutableArray<FlowBlock>, ImmutableArray<NoteFlow>, ColumnRoom) RandomFlow(Random random)
    {
        var notes = new List<int>();
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            var slices = random.Next(1, 15);
            var marks = new List<(int, int)>();
            for (var slice = 0; slice < slices; slice++)
            {
                if (random.Next(8) > 0) continue;
                marks.Add((slice, notes.Count));
                notes.Add(random.Next(1, 14));
            }

            blocks.Add(Lines(slices, random.Next(1, 3), random.Next(1, 3), random.Next(4) == 0, random.Next(9) == 0) with
            {
                Notes = [.. Marks(slices, [.. marks])], Before = random.Next(2), After = random.Next(2),
            });
        }

        return (blocks.ToImmutable(), NotesOf([.. notes]), new ColumnRoom(Blocks.Pitch * random.Next(4, 20), Blocks.Pitch, Blocks.Pitch));
    }

    private static Blocks Lines(int count, int orphans = 1, int widows = 1, bool keep = false, bool breakBefore = false) => new()
    {
        Heights = [.. Enumerable.Repeat(1, count)], Orphans = orphans, Widows = widows, Keep = keep, Break = breakBefore,
    };

    private static IEnumerable<int[]> Marks(int slices, params (int Slice, int Note)[] marks) =>
        Enumerable.Range(0, slices).Select(s => marks.Where(m => m.Slice == s).Select(static m => m.Note).ToArray());

    private static ImmutableArray<NoteFlow> NotesOf(int[] lines) => [.. lines.Select(static n => new NoteFlow([Lines(n).Build()], -1))];

    private static string Fill(int lines, params Blocks[] blocks) => Fill(lines, [], blocks);

    private static string Fill(int lines, int[] notes, params Blocks[] blocks)
    {
        var room = new ColumnRoom(Blocks.Pitch * lines, Blocks.Pitch, Length.Zero);
        var columns = PageFiller.Fill([.. blocks.Select(static b => (FlowBlock)b)], NotesOf(notes), room, default);
        return string.Join(" | ", columns.Select(Print));
    }

    private static string Print(ColumnFill column)
    {
        var notes = string.Concat(column.Notes.Select(static n => $" {n.Note}[{n.From}-{n.To}]"));
        return $"{column.Start.Block}.{column.Start.Slice}-{column.End.Block}.{column.End.Slice}" + (notes.Length > 0 ? " notes" + notes : "");
    }

    /// <summary>What a test says of a block, in lines of 10 pt.</summary>
    private sealed record Blocks
    {
        public static readonly Length Pitch = 10.Pt;
        public required ImmutableArray<int> Heights { get; init; }
        public int Unit { get; init; } = 10;
        public int Orphans { get; init; } = 1;
        public int Widows { get; init; } = 1;
        public bool Keep { get; init; }
        public bool Break { get; init; }
        public int Repeated { get; init; }
        public int Before { get; init; }
        public int After { get; init; }
        public ImmutableArray<int[]> Notes { get; init; } = [];

        public FlowBlock Build() => new TestBlock(this)
        {
            KeepWithNext = Keep, BreakBefore = Break, SpaceBefore = Pitch * Before, SpaceAfter = Pitch * After, OnGrid = true,
        };

        public static implicit operator FlowBlock(Blocks blocks) => blocks.Build();
    }

    private sealed class TestBlock(Blocks say) : FlowBlock
    {
        public override int SliceCount => say.Heights.Length;
        public override Length RepeatedHeight => Blocks.Pitch * say.Repeated;
        public override Length HeightOf(int slice) => (say.Heights[slice] * say.Unit).Pt;
        public override bool BreakAllowedAfter(int slice) => slice + 1 >= say.Orphans && SliceCount - slice - 1 >= say.Widows;
        public override ReadOnlySpan<int> NotesOf(int slice) => say.Notes.IsEmpty ? [] : say.Notes[slice];

        public override void Compose(PageCanvas canvas, int from, int to, Point top)
        {
            // Tests look at places only.
        }
    }
}
