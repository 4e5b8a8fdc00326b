using Typeset.Svg;

namespace Typeset;

/// <summary>Pages as SVG pictures, for reports and thumbnails: nothing but outlines, so that they look the same everywhere.</summary>
public static class PagePictures
{
    /// <summary>A page of a laid-out booklet as an SVG document.</summary>
    /// <param name="result">Must have a layout.</param>
    /// <param name="pageIndex">The page, from 0.</param>
    /// <param name="pixelWidth">The picture's width in CSS pixels; null gives the page's true size.</param>
    /// <param name="title">What a screen reader says of the picture; empty leaves it out.</param>
    public static string Draw(BookletResult result, int pageIndex, int? pixelWidth = null, string title = "")
    {
        var layout = result.Layout ?? throw new ArgumentException("The booklet was not laid out.", nameof(result));
        return SvgWriter.Write(layout.Paged.Compose(pageIndex), new SvgOptions { PixelWidth = pixelWidth, Title = title });
    }
}
