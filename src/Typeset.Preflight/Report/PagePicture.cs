using System.Globalization;
using System.Text;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Report;

/// <summary>
/// A picture of a page as it was read back, for a report: its text by the outlines of the embedded fonts, its rules and paths by their boxes,
/// its images (a box where one cannot be shown), and a ring at every place where something was found. Glyphs stand upright.
/// </summary>
internal static class PagePicture
{
    private const double Ring = 9;

    /// <summary>CSS pixels; images have half as many again for screens that show more.</summary>
    private const int Width = 420;

    private const double Sharpness = 1.5;

    private const string Image = "#ccddee";

    public static string Draw(PdfPage page, PdfFile file, PageContent content, IEnumerable<FindingPlace> places, PictureShapes shapes)
    {
        var trim = page.Trim;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {trim.Width:0.##} {trim.Height:0.##}\" width=\"{Width}\" role=\"img\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\" stroke=\"#999\"/>\n");
        foreach (var path in content.Paths) AppendBox(svg, path.Box, trim, (path.IsFilled ? path.State.Fill : path.State.Stroke).Appearance);
        foreach (var image in content.Images) AppendImage(svg, image, trim, shapes.Images.Of(image, file, Sharpness * Width / Math.Max(trim.Width, 1)));
        foreach (var glyph in content.Glyphs.Where(static g => g.Mode != PageText.Invisible)) AppendGlyph(svg, glyph, trim, shapes.Glyphs);
        foreach (var place in places.Where(static p => p.X is not null).Distinct()) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{place.X:0.##}\" cy=\"{place.Y:0.##}\" r=\"{Ring}\" fill=\"none\" stroke=\"#c00\" stroke-width=\"2\"/>\n");
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>An image fills the unit square of its matrix, head up (ISO 32000-1 §8.9.5); a shape of SVG has its head at 0.</summary>
    private static void AppendImage(StringBuilder svg, in PaintedImage image, Box trim, string? shape)
    {
        var m = image.Matrix;
        if (shape is null) AppendBox(svg, BoxOf(m), trim, Image);
        else svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#{shape}\" transform=\"matrix({m.A:0.###} {-m.B:0.###} {-m.C:0.###} {m.D:0.###} {m.C + m.E - trim.Left:0.###} {trim.Top - m.F - m.D:0.###})\"/>\n");
    }

    private static Box BoxOf(in Matrix matrix)
    {
        var box = Box.At(matrix.At(0, 0));
        foreach (var (x, y) in ((double, double)[])[matrix.At(1, 0), matrix.At(0, 1), matrix.At(1, 1)]) box = box.With(x, y);
        return box;
    }

    private static void AppendBox(StringBuilder svg, Box box, Box trim, string fill) => svg.Append(CultureInfo.InvariantCulture,
        $"<rect x=\"{box.Left - trim.Left:0.##}\" y=\"{trim.Top - box.Top:0.##}\" width=\"{Math.Max(box.Width, 0.3):0.##}\" height=\"{Math.Max(box.Height, 0.3):0.##}\" fill=\"{fill}\"/>\n");

    private static void AppendGlyph(StringBuilder svg, in ShownGlyph glyph, Box trim, GlyphShapes shapes)
    {
        if (shapes.Of(glyph) is not var (id, scale)) return;
        svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#{id}\" transform=\"matrix({scale:0.#####} 0 0 {-scale:0.#####} {glyph.X - trim.Left:0.##} {trim.Top - glyph.Y:0.##})\"");
        if (glyph.State.Fill.Appearance is var fill and not "#000000") svg.Append(" fill=\"").Append(fill).Append('"');
        svg.Append("/>\n");
    }
}
