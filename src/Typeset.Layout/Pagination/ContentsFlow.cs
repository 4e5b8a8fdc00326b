using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Flow;
using Typeset.Layout.Inline;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>One entry of the contents: its title over as many lines as it needs; on the last one a leader and the number at the measure's end.</summary>
internal sealed class ContentsFlow(InlineSetter setter, BrokenParagraph title, ContentsLook look, string destination) : FlowBlock
{
    /// <summary>The number, once it is known.</summary>
    public string Number { get; init; } = "";

    public override int SliceCount => title.LineCount;
    public override Length HeightOf(int slice) => look.Style.LinePitch;
    public override bool BreakAllowedAfter(int slice) => false;
    public override string TextOf(int slice) => title.TextOf(slice) + (slice == SliceCount - 1 ? "\t" + Number : "");

    public override TextMap Map(Length before, bool beginsPage) => title.Map(before, beginsPage);

    public ContentsFlow WithNumber(string number) => new(setter, title, look, destination)
    {
        Number = number, Structure = Structure, Span = Span, SpaceBefore = SpaceBefore, SpaceAfter = SpaceAfter, KeepWithNext = KeepWithNext, OnGrid = OnGrid,
    };

    public override void Compose(PageCanvas canvas, int from, int to, Point top)
    {
        var baseline = top.Y + Baseline.Of(look.Style.Size, look.Style.LinePitch);
        canvas.Begin(Structure);
        setter.Compose(title, from, to, top with { Y = baseline }, look.Style.LinePitch, canvas.NoteMark, canvas.Items);
        canvas.End(Structure);
        if (to == SliceCount) ComposeNumber(canvas, top.X, baseline + look.Style.LinePitch * (to - 1 - from));
        var area = new Rectangle(top.X, top.Y, look.Measure, look.Style.LinePitch * (to - from));
        canvas.Begin(Structure);
        canvas.Items.Add(new LinkItem(area, destination, null, title.Text.Text.Replace(RichText.LineBreak, ' ') + " " + Number));
        canvas.End(Structure);
    }

    private void ComposeNumber(PageCanvas canvas, Length left, Length baseline)
    {
        var number = setter.Break(RichText.Plain(Number, Span, false), look.Plain, look.Measure, look.Rules);
        var numberWidth = number.WidthOf(0);
        var titleEnd = title.StartOf(title.LineCount - 1) + title.WidthOf(title.LineCount - 1);
        ComposeLeader(canvas, new Point(left, baseline), titleEnd, look.Measure - numberWidth);
        canvas.Begin(Structure);
        setter.Compose(number, 0, 1, new Point(left + look.Measure - numberWidth, baseline), look.Style.LinePitch, canvas.NoteMark, canvas.Items);
        canvas.End(Structure);
    }

    /// <summary>Dots of all entries stand one below the other: they are counted from the measure's end.</summary>
    private void ComposeLeader(PageCanvas canvas, Point origin, Length from, Length to)
    {
        var clear = look.Style.Size / 2;
        var end = look.Measure - look.NumberWidth;
        end = Length.Min(end, to - clear);
        var count = (int)Math.Max(0, (end - from - clear).DividedBy(look.LeaderPitch));
        if (count == 0) return;
        var leader = setter.Break(RichText.Plain(string.Concat(Enumerable.Repeat(look.Leader, count)), Span, false), look.Plain, Length.FromPoints(1e6), look.Rules);
        var width = leader.WidthOf(0);
        canvas.Begin(StructurePlan.Artifact);
        setter.Compose(leader, 0, 1, new Point(origin.X + end - width, origin.Y), look.Style.LinePitch, canvas.NoteMark, canvas.Items);
        canvas.End(StructurePlan.Artifact);
    }
}

/// <summary>What all entries of one level share. <see cref="Plain"/> is the style without indents or justification; <see cref="LeaderPitch"/> the advance of one leader character.</summary>
internal sealed record ContentsLook(TextStyle Style, TextStyle Plain, Length Measure, Length NumberWidth, string Leader, Length LeaderPitch, LineRules Rules);
