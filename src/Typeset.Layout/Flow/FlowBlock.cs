using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Layout.Flow;

/// <summary>
/// One block of the flow that fills columns: a stack of slices (lines, table rows, a whole figure), none of which is ever cut.
/// A block is immutable; y runs downwards.
/// </summary>
internal abstract class FlowBlock
{
    /// <summary>Index of the block's element in the booklet's structure, or −1 where its slices mark their own.</summary>
    public int Structure { get; init; } = -1;

    /// <summary>Blank space inside the first slice above its text, and inside the last one below it.</summary>
    public virtual Length BlankAbove => Length.Zero;
    public virtual Length BlankBelow => Length.Zero;

    /// <summary>Space above and below; neither is kept at a page's edge.</summary>
    public Length SpaceBefore { get; init; }
    public Length SpaceAfter { get; init; }

    /// <summary>No page break between this block and the next.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Begins at a line of the body's grid.</summary>
    public bool OnGrid { get; init; }

    /// <summary>A hard page break stands before this block.</summary>
    public bool BreakBefore { get; init; }

    /// <summary>Name that links lead to, or null.</summary>
    public string? Anchor { get; init; }

    /// <summary>The manuscript behind the block, for messages.</summary>
    public SourceSpan Span { get; init; }

    public abstract int SliceCount { get; }

    public abstract Length HeightOf(int slice);

    /// <summary>Whether a page may end after a slice that is not the last.</summary>
    public abstract bool BreakAllowedAfter(int slice);

    /// <summary>Height of what is printed again at the head of a page that the block goes on to (a table's header rows).</summary>
    public virtual Length RepeatedHeight => Length.Zero;

    /// <summary>Notes whose marks stand in a slice, as indices of the article's notes.</summary>
    public virtual ReadOnlySpan<int> NotesOf(int slice) => [];

    /// <summary>Text of a slice for reports; empty where it has none.</summary>
    public virtual string TextOf(int slice) => "";

    /// <summary>Lines of body text among the slices (for the short-tail rule).</summary>
    public virtual bool IsText => true;

    /// <summary>Paints slices <c>[from, to)</c>, the first one's top at <paramref name="top"/>; x is the left edge of the type area.</summary>
    public abstract void Compose(PageCanvas canvas, int from, int to, Point top);

    /// <summary>The same block set with its lines closer by a length, where its pitch is the body's; else itself.</summary>
    public virtual FlowBlock Tightened(Length bodyPitch, Length by) => this;

    /// <summary>The block as the twin needs it: <paramref name="before"/> is the distance to what stands above its first slice; null where there is nothing to write.</summary>
    public virtual BlockMap? Map(Length before, bool beginsPage) => null;

    /// <summary>Height of slices <c>[from, to)</c>.</summary>
    public Length HeightOf(int from, int to)
    {
        var sum = Length.Zero;
        for (var i = from; i < to; i++) sum += HeightOf(i);
        return sum;
    }
}
