using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;

namespace Typeset.Layout.Flow;

/// <summary>A broken paragraph in the flow; a slice is a line.</summary>
internal sealed class TextFlow(InlineSetter setter, BrokenParagraph paragraph, TextStyle style) : FlowBlock
{
    /// <summary>Fewest lines before a page break inside the paragraph, and after it.</summary>
    public int Orphans { get; init; } = 1;
    public int Widows { get; init; } = 1;

    /// <summary>Blank space inside the first slice, above its line, and inside the last one, below its line: puts a block of another pitch back on the grid.</summary>
    public Length PadAbove { get; init; }
    public Length PadBelow { get; init; }

    /// <summary>From the left edge of the type area to that of the paragraph's measure.</summary>
    public Length Shift { get; init; }

    /// <summary>Elements of the structure inside the paragraph, by the runs of its text; none by default.</summary>
    public ImmutableArray<int> Inline { get; init; } = [];

    public Length Pitch { get; init; } = style.LinePitch;

    public override int SliceCount => paragraph.LineCount;

    public override Length HeightOf(int slice) =>
        Pitch + (slice == 0 ? PadAbove : Length.Zero) + (slice == SliceCount - 1 ? PadBelow : Length.Zero);

    public override bool BreakAllowedAfter(int slice) =>
        !style.KeepTogether && slice + 1 >= Orphans && SliceCount - slice - 1 >= Widows;

    public override ReadOnlySpan<int> NotesOf(int slice) => paragraph.NotesOf(slice);

    public override string TextOf(int slice) => paragraph.TextOf(slice);

    public override void Compose(PageCanvas canvas, int from, int to, Point top)
    {
        var first = top.Y + (from == 0 ? PadAbove : Length.Zero) + Baseline.Of(style.Size, Pitch);
        canvas.Begin(Structure);
        setter.Compose(new LineRequest(paragraph, from, to, new Point(top.X + Shift, first), Pitch, canvas.NoteMark) { Elements = canvas.Inline(Inline) }, canvas.Items);
        canvas.End(Structure);
    }

    public override Length BlankAbove => PadAbove;
    public override Length BlankBelow => PadBelow;

    public override TextMap Map(Length before, bool beginsPage) => paragraph.Map(before, beginsPage);

    public override FlowBlock Tightened(Length bodyPitch, Length by) => Pitch != bodyPitch ? this : new TextFlow(setter, paragraph, style)
    {
        Structure = Structure, SpaceBefore = SpaceBefore, SpaceAfter = SpaceAfter, KeepWithNext = KeepWithNext, BreakBefore = BreakBefore,
        Anchor = Anchor, Span = Span, OnGrid = OnGrid, Orphans = Orphans, Widows = Widows, PadAbove = PadAbove, PadBelow = PadBelow, Shift = Shift, Inline = Inline, Pitch = Pitch - by,
    };
}

/// <summary>Where the baseline stands in a line.</summary>
internal static class Baseline
{
    /// <summary>
    /// From a line's top to its baseline: the em box is centred in the pitch and the baseline of Han faces stands 0.88 em below the em box's
    /// top (OpenType BASE <c>ideo</c> of the shipped faces; JIS and GB practice).
    /// </summary>
    public static Length Of(Length size, Length pitch) => (pitch - size) / 2 + size.Times(880, 1000);
}
