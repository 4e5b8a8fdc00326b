using Typeset.Shaping.Runs;
using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>A mark set on a base, a ligature or another mark by their anchors (GPOS lookup types 4, 5, 6).</summary>
internal abstract class MarkAttachment : Subtable
{
    private readonly Coverage _marks;
    private readonly TableBytes _markArray;

    private protected MarkAttachment(TableBytes bytes)
    {
        if (bytes.U16(0) != 1) throw bytes.Broken($"mark attachment format {bytes.U16(0)} is not 1");
        _marks = new Coverage(bytes.Follow(2));
        Bases = new Coverage(bytes.Follow(4));
        ClassCount = bytes.U16(6);
        _markArray = bytes.Follow(8);
        BaseArray = bytes.Follow(10);
    }

    private protected Coverage Bases { get; }
    private protected int ClassCount { get; }
    private protected TableBytes BaseArray { get; }

    public sealed override bool Apply(LookupRun run)
    {
        var mark = _marks.IndexOf(run.Current.Glyph);
        if (mark < 0 || mark >= _markArray.U16(0)) return false;
        var place = FindBase(run);
        if (place < 0) return false;
        var index = Bases.IndexOf(run.Buffer[place].Glyph);
        if (index < 0 || AnchorsOf(run, place, index) is not { } anchors) return false;
        return Attach(run, place, mark, anchors);
    }

    public sealed override void CollectStarters(GlyphSet set) => _marks.AddTo(set);

    public sealed override void CollectNeighbours(GlyphSet set) => Bases.AddTo(set);

    /// <summary>Where the glyph is that the current mark would stand on, or −1.</summary>
    private protected abstract int FindBase(LookupRun run);

    /// <summary>The table of a base's anchors, and where in it the offsets of its anchors stand, one a mark class.</summary>
    private protected abstract (TableBytes Table, int Row)? AnchorsOf(LookupRun run, int place, int index);

    /// <summary>The nearest glyph before that is no mark; of glyphs that one was taken apart into, the first.</summary>
    private protected static int FindNonMark(LookupRun run)
    {
        var flags = run.Flags;
        run.Flags = LookupFlags.IgnoreMarks;
        var place = run.Previous(run.Index);
        while (place > 0 && !IsFirstPart(run.Buffer, place)) place = run.Previous(place);
        run.Flags = flags;
        return place;
    }

    private static bool IsFirstPart(GlyphBuffer buffer, int place)
    {
        ref var glyph = ref buffer[place];
        if ((glyph.History & GlyphHistory.Multiplied) == 0 || glyph.Component == 0) return true;
        ref var before = ref buffer[place - 1];
        return before.IsMark || (before.History & GlyphHistory.Multiplied) == 0
            || before.LigatureId != glyph.LigatureId || glyph.Component != before.Component + 1;
    }

    private bool Attach(LookupRun run, int place, int mark, (TableBytes Table, int Row) anchors)
    {
        var markClass = _markArray.U16(2 + mark * 4);
        if (markClass >= ClassCount) return false;
        var at = anchors.Row + markClass * 2;
        if (!anchors.Table.Leads(at)) return false;
        var on = Anchor(anchors.Table.Follow(at));
        var under = Anchor(_markArray.Follow(2 + mark * 4 + 2));
        ref var current = ref run.Current;
        (current.XOffset, current.YOffset) = (on.X - under.X, on.Y - under.Y);
        current.AttachedBack = run.Index - place;
        run.Index++;
        return true;
    }

    private static (int X, int Y) Anchor(TableBytes bytes) =>
        bytes.U16(0) is >= 1 and <= 3 ? (bytes.S16(2), bytes.S16(4)) : (0, 0);
}

/// <summary>A mark on a base (type 4).</summary>
internal sealed class MarkToBase(TableBytes bytes) : MarkAttachment(bytes)
{
    private protected override int FindBase(LookupRun run) => FindNonMark(run);

    private protected override (TableBytes Table, int Row)? AnchorsOf(LookupRun run, int place, int index) =>
        index < BaseArray.U16(0) ? (BaseArray, 2 + index * ClassCount * 2) : null;
}

/// <summary>A mark on the component of a ligature that its letter went into (type 5).</summary>
internal sealed class MarkToLigature(TableBytes bytes) : MarkAttachment(bytes)
{
    private protected override int FindBase(LookupRun run) => FindNonMark(run);

    private protected override (TableBytes Table, int Row)? AnchorsOf(LookupRun run, int place, int index)
    {
        if (index >= BaseArray.U16(0)) return null;
        var ligature = BaseArray.Follow(2 + index * 2);
        var count = ligature.U16(0);
        if (count == 0) return null;
        var (id, mark) = (run.Buffer[place].LigatureId, run.Current);
        var component = id != 0 && id == mark.LigatureId && mark.Component > 0 ? Math.Min((int)mark.Component, count) : count;
        return (ligature, 2 + (component - 1) * ClassCount * 2);
    }
}

/// <summary>A mark on the mark before it (type 6).</summary>
internal sealed class MarkToMark(TableBytes bytes) : MarkAttachment(bytes)
{
    private protected override int FindBase(LookupRun run)
    {
        var flags = run.Flags;
        run.Flags = flags with { IgnoredKinds = GlyphKind.None };
        var place = run.Previous(run.Index);
        run.Flags = flags;
        return place >= 0 && run.Buffer[place].IsMark && AreOfOneLetter(run.Current, run.Buffer[place]) ? place : -1;
    }

    private protected override (TableBytes Table, int Row)? AnchorsOf(LookupRun run, int place, int index) =>
        index < BaseArray.U16(0) ? (BaseArray, 2 + index * ClassCount * 2) : null;

    private static bool AreOfOneLetter(in BufferGlyph a, in BufferGlyph b)
    {
        if (a.LigatureId == b.LigatureId) return a.LigatureId == 0 || a.Component == b.Component;
        return (a.LigatureId > 0 && a.Component == 0) || (b.LigatureId > 0 && b.Component == 0);
    }
}
