using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Layout.Flow;
using Typeset.Layout.Inline;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>Paints the cover: each element at the height the style gives it, lower where the one above reaches into it.</summary>
internal sealed class CoverComposer(Booklet booklet, FlowContext context, int structure)
{
    public void Compose(PageCanvas canvas)
    {
        var imageBottom = ComposeImage(canvas);
        ComposeRule(canvas);
        var bottom = Length.Zero;
        var place = structure;
        foreach (var (element, text) in CoverTexts.Of(booklet, context.Style.Cover))
        {
            if (element.Top >= context.Style.Cover.ImageTop) bottom = Length.Max(bottom, imageBottom);
            canvas.Begin(++place);
            bottom = ComposeText(canvas, text, element, bottom);
            canvas.End(place);
        }
    }

    private Length ComposeText(PageCanvas canvas, string value, CoverElement element, Length bottom)
    {
        var style = context.Style.Of(element.Role);
        var broken = context.Setter.Break(RichText.Plain(value, booklet.Span, false), style, context.Style.Page.TypeAreaWidth, context.Style.Lines);
        var top = Length.Max(element.Top, bottom);
        var end = top + style.LinePitch * broken.LineCount;
        if (end > context.Style.Page.Trim.Height) context.Diagnostics.Add(LayoutMessages.CoverOverflow.At(booklet.Span, value));
        context.Setter.Compose(broken, 0, broken.LineCount, new Point(Left, top + Baseline.Of(style.Size, style.LinePitch)), style.LinePitch, canvas.NoteMark, canvas.Items);
        return end + style.SpaceAfter;
    }

    /// <summary>The cover is a recto whose text is centred on the trimmed page, not on the type area.</summary>
    private Length Left => (context.Style.Page.Trim.Width - context.Style.Page.TypeAreaWidth) / 2;

    /// <summary>Paints the image and gives the height below which text is clear of it.</summary>
    private Length ComposeImage(PageCanvas canvas)
    {
        if (booklet.Cover.Image is not { } image) return Length.Zero;
        var style = context.Style.Cover;
        var size = Images.Fit(image, new Size(context.Style.Page.TypeAreaWidth, style.ImageHeight));
        if (size.Height.IsZero)
        {
            context.Diagnostics.Add(LayoutMessages.NoRoomForImage.At(booklet.Span, image.Name));
            return Length.Zero;
        }

        canvas.Begin(StructurePlan.Artifact);
        canvas.Items.Add(new ImageItem(Images.Placed(image), new Rectangle((context.Style.Page.Trim.Width - size.Width) / 2, style.ImageTop, size.Width, size.Height), booklet.Span));
        canvas.End(StructurePlan.Artifact);
        return style.ImageTop + size.Height + context.Body.LinePitch / 2;
    }

    private void ComposeRule(PageCanvas canvas)
    {
        var style = context.Style.Cover;
        if (style.RuleWeight.IsZero) return;
        canvas.Begin(StructurePlan.Artifact);
        canvas.Rule(new Rectangle(Left, style.RuleTop, context.Style.Page.TypeAreaWidth, style.RuleWeight), style.RuleColor);
        canvas.End(StructurePlan.Artifact);
    }
}
