using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Documents;
using Typeset.Pages;

namespace Typeset.Layout.Flow;

/// <summary>Builds the block of a figure: the image at its size, no wider than the measure and no taller than the style allows, and the caption.</summary>
internal sealed class FigureBuilder(FlowContext context, TextFlowFactory text, StructurePlan structure)
{
    public FlowBlock Build(Figure figure, int parent, Length indent)
    {
        var alternative = AlternativeOf(figure);
        var element = structure.Add(StructureRole.Figure, parent, alternative);
        var measure = context.Measure - indent;
        var caption = figure.Caption.IsEmpty ? null : text.Make(figure.Caption, TextRole.Caption, new TextPlace(structure.Add(StructureRole.Caption, parent), figure.Span));
        var captionHeight = caption is null ? Length.Zero : caption.HeightOf(0, caption.SliceCount);
        var size = Images.SizeOf(figure, measure, MaxHeight(captionHeight));
        if (size.Height.IsZero) context.Diagnostics.Add(LayoutMessages.NoRoomForImage.At(figure.Span, figure.Image.Name));
        return new FigureFlow(Images.Placed(figure.Image), size, measure, caption, OnGrid(size.Height + captionHeight))
        {
            Structure = element, Span = figure.Span, SpaceBefore = context.Style.Figures.SpaceAbove, SpaceAfter = context.Style.Figures.SpaceBelow, OnGrid = true,
        };
    }

    /// <summary>What readers who do not see the image are told (ISO 14289-1 §7.3): its description, else its caption, else, with a warning, its file name.</summary>
    private string AlternativeOf(Figure figure)
    {
        if (figure.Alternative.Length > 0) return figure.Alternative;
        if (figure.Caption.Text.Trim(RichText.NoteMark, ' ') is { Length: > 0 } caption) return caption;
        context.Diagnostics.Add(PressMessages.NoAlternative.At(figure.Span, figure.Image.Name));
        return figure.Image.Name;
    }

    private Length MaxHeight(Length captionHeight)
    {
        var most = context.ColumnHeight - captionHeight - context.Body.LinePitch;
        var wanted = context.Style.Figures.MaxHeight;
        return Length.Max(Length.Zero, wanted.IsZero ? most : Length.Min(wanted, most));
    }

    private Length OnGrid(Length height)
    {
        var grid = context.Body.LinePitch;
        return grid * (height + grid - new Length(1)).DividedBy(grid);
    }
}

/// <summary>Images of the document model as the display list takes them.</summary>
internal static class Images
{
    /// <summary>The printed size: asked for in percent of the measure, else the file's own, scaled down to fit; height and width keep their ratio.</summary>
    public static Size SizeOf(Figure figure, Length measure, Length maxHeight)
    {
        var image = figure.Image;
        var natural = Length.FromPoints(image.PixelWidth * 72.0 / image.HorizontalPpi);
        var width = figure.WidthPercent is { } percent ? measure.Times(percent, 100) : Length.Min(natural, measure);
        return Fit(image, new Size(width, maxHeight));
    }

    /// <summary>The largest size of an image within a box, its ratio kept.</summary>
    public static Size Fit(ImageData image, Size box)
    {
        var ratioHeight = (long)(image.PixelHeight * 1000.0 / image.VerticalPpi);
        var ratioWidth = (long)(image.PixelWidth * 1000.0 / image.HorizontalPpi);
        if (ratioHeight <= 0 || ratioWidth <= 0) return default;
        var height = box.Width.Times(ratioHeight, ratioWidth);
        return height <= box.Height ? new Size(box.Width, height) : new Size(box.Height.Times(ratioWidth, ratioHeight), box.Height);
    }

    /// <summary>One object for each image of the model, so that an exporter writes it once.</summary>
    public static PlacedImage Placed(ImageData image) => Cache.GetValue(image, static i =>
        new PlacedImage(i.Name, i.Format == ImageFormat.Jpeg ? ImageEncoding.Jpeg : ImageEncoding.Png, i.PixelWidth, i.PixelHeight, i.Bytes));

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<ImageData, PlacedImage> Cache = [];
}
