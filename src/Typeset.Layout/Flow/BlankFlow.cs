using Typeset.Core;

namespace Typeset.Layout.Flow;

/// <summary>Blank lines that count at a page's head too (those of an article header).</summary>
internal sealed class BlankFlow(int lines, Length pitch) : FlowBlock
{
    public override int SliceCount => lines;
    public override Length HeightOf(int slice) => pitch;
    public override bool BreakAllowedAfter(int slice) => false;

    /// <summary>All of it is blank.</summary>
    public override Length BlankAbove => pitch * lines;

    public override void Compose(PageCanvas canvas, int from, int to, Point top)
    {
        // Nothing to see.
    }

    public override FlowBlock Tightened(Length bodyPitch, Length by) => pitch != bodyPitch ? this : new BlankFlow(lines, pitch - by)
    {
        SpaceBefore = SpaceBefore, SpaceAfter = SpaceAfter, KeepWithNext = KeepWithNext, BreakBefore = BreakBefore, Anchor = Anchor, Span = Span, OnGrid = OnGrid,
    };
}
