using Typeset.Core;

namespace Typeset.Layout.Flow;

/// <summary>A block that begins a new page.</summary>
internal sealed class BreakFlow : FlowBlock
{
    private readonly FlowBlock _block;

    public BreakFlow(FlowBlock block)
    {
        _block = block;
        (Structure, SpaceBefore, SpaceAfter, KeepWithNext) = (block.Structure, block.SpaceBefore, block.SpaceAfter, block.KeepWithNext);
        (BreakBefore, Anchor, Span, OnGrid) = (true, block.Anchor, block.Span, block.OnGrid);
    }

    public bool IsBlank => _block is BlankFlow;
    public override int SliceCount => _block.SliceCount;
    public override Length RepeatedHeight => _block.RepeatedHeight;
    public override bool IsText => _block.IsText;
    public override Length HeightOf(int slice) => _block.HeightOf(slice);
    public override bool BreakAllowedAfter(int slice) => _block.BreakAllowedAfter(slice);
    public override ReadOnlySpan<int> NotesOf(int slice) => _block.NotesOf(slice);
    public override string TextOf(int slice) => _block.TextOf(slice);
    public override void Compose(PageCanvas canvas, int from, int to, Point top) => _block.Compose(canvas, from, to, top);
    public override Length BlankAbove => _block.BlankAbove;
    public override Length BlankBelow => _block.BlankBelow;
    public override Documents.BlockMap? Map(Length before, bool beginsPage) => _block.Map(before, beginsPage);
    public override FlowBlock Tightened(Length bodyPitch, Length by) => new BreakFlow(_block.Tightened(bodyPitch, by));
}
