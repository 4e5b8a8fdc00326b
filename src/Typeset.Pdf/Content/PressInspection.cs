using Typeset.Core.Messages;
using Typeset.Pages;
using Typeset.Pdf.Conformance;

namespace Typeset.Pdf.Content;

/// <summary>Tells what will not print well: images of too few pixels for their printed size.</summary>
internal sealed class PressInspection(PdfOptions options)
{
    private const int Good = 300, Least = 150;
    private const long PointsPerInch = 72;

    private readonly bool _isPress = StandardRules.IsPress(options.Standard);

    public void Look(Page page)
    {
        if (!_isPress || options.Diagnostics is null) return;
        foreach (var item in page.Items)
        {
            if (item is ImageItem image && PixelsPerInch(image) is var ppi and < Good) Tell(image, ppi);
        }
    }

    private void Tell(ImageItem image, long ppi) =>
        options.Diagnostics!.Add((ppi < Least ? PressMessages.BlurredImage : PressMessages.CoarseImage).At(image.Span, image.Image.Name, ppi.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Of the coarser direction, to the nearest.</summary>
    private static long PixelsPerInch(ImageItem image) =>
        Math.Min(PerInch(image.Image.PixelWidth, image.Area.Width), PerInch(image.Image.PixelHeight, image.Area.Height));

    private static long PerInch(int pixels, Core.Length length) =>
        length.Raw <= 0 ? long.MaxValue : (pixels * PointsPerInch * Core.Length.PerPoint + length.Raw / 2) / length.Raw;
}
