using System.Collections.Immutable;
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
    /// <summary>A text of the cover that is broken into lines, and where its first line's top is.</summary>
    private readonly record struct PlacedText(TextRole Role, Length Top, BrokenParagraph Text)
    {
        public Length End => Top + Text.Style.LinePitch * Text.LineCount;
    }

    public void Compose(PageCanvas canvas)
    {
        ComposeImage(canvas);
        ComposeRule(canvas);
        var place = structure;
        foreach (var text in Texts())
        {
            canvas.Begin(++place);
            ComposeText(canvas, text);
            canvas.End(place);
        }
    }

    /// <summary>The cover's texts and image as the twin needs them.</summary>
    public (ImmutableArray<CoverTextMap> Texts, CoverImageMap? Image) Map() =>
        ([.. Texts().Select(static text => new CoverTextMap(text.Role, text.Top, text.Text.Map()))], ImageSize is { } size ? new CoverImageMap(context.Style.Cover.ImageTop, size) : null);

    private IEnumerable<PlacedText> Texts()
    {
        var imageBottom = ImageSize is { } size ? context.Style.Cover.ImageTop + size.Height + context.Body.LinePitch / 2 : Length.Zero;
        var bottom = Length.Zero;
        foreach (var (element, value) in CoverTexts.Of(booklet, context.Style.Cover))
        {
            if (element.Top >= context.Style.Cover.ImageTop) bottom = Length.Max(bottom, imageBottom);
            var style = context.Style.Of(element.Role);
            var broken = context.Setter.Break(RichText.Plain(value, booklet.Span, false), style, context.Style.Page.TypeAreaWidth, context.Style.Lines);
            var text = new PlacedText(element.Role, Length.Max(element.Top, bottom), broken);
            bottom = text.End + style.SpaceAfter;
            yield return text;
        }
    }

    private void ComposeText(PageCanvas canvas, PlacedText text)
    {
        var style = text.Text.Style;
        if (text.End > context.Style.Page.Trim.Height) context.Diagnostics.Add(LayoutMessages.CoverOverflow.At(booklet.Span, text.Text.Text.Text));
        context.Setter.Compose(text.Text, 0, text.Text.LineCount, new Point(Left, text.Top + Baseline.Of(style.Size, style.LinePitch)), style.LinePitch, canvas.NoteMark, canvas.Items);
    }

    /// <summary>The cover is a recto whose text is centred on the trimmed page, not on the type area.</summary>
    private Length Left => (context.Style.Page.Trim.Width - context.Style.Page.TypeAreaWidth) / 2;

    /// <summary>The image's printed size; null where there is none, or no room for it.</summary>
    private Size? ImageSize =>
        booklet.Cover.Image is { } image && Images.Fit(image, new Size(context.Style.Page.TypeAreaWidth, context.Style.Cover.ImageHeight)) is { Height.IsZero: false } size ? size : null;

    private void ComposeImage(PageCanvas canvas)
    {
        if (booklet.Cover.Image is not { } image) return;
        if (ImageSize is not { } size)
        {
            context.Diagnostics.Add(LayoutMessages.NoRoomForImage.At(booklet.Span, image.Name));
            return;
        }

        var top = context.Style.Cover.ImageTop;
        canvas.Begin(StructurePlan.Artifact);
        canvas.Items.Add(new ImageItem(Images.Placed(image), new Rectangle((context.Style.Page.Trim.Width - size.Width) / 2, top, size.Width, size.Height), booklet.Span));
        canvas.End(StructurePlan.Artifact);
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
