using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;

namespace Typeset.Layout.Flow;

/// <summary>An image with its caption below, on one page.</summary>
internal sealed class FigureFlow(PlacedImage image, Size size, Length measure, TextFlow? caption, Length height) : FlowBlock
{
    /// <summary>Structure element of the caption.</summary>
    public int CaptionStructure { get; init; } = -1;

    public override int SliceCount => 1;
    public override Length HeightOf(int slice) => height;
    public override bool BreakAllowedAfter(int slice) => false;
    public override bool IsText => false;

    public override string TextOf(int slice) =>
        caption is null ? "" : string.Concat(Enumerable.Range(0, caption.SliceCount).Select(caption.TextOf));

    public override FigureMap Map(Length before, bool beginsPage) => new(size, height, caption?.Map(Length.Zero, false), before, beginsPage);

    public override void Compose(PageCanvas canvas, int from, int to, Point top)
    {
        var captionHeight = caption is null ? Length.Zero : caption.HeightOf(0, caption.SliceCount);
        var y = top.Y + (height - captionHeight - size.Height) / 2;
        var area = new Rectangle(top.X + (measure - size.Width) / 2, y, size.Width, size.Height);
        canvas.Begin(Structure);
        canvas.Items.Add(new ImageItem(image, area, Span));
        canvas.End(Structure);
        caption?.Compose(canvas, 0, caption.SliceCount, new Point(top.X, top.Y + height - captionHeight));
    }
}
