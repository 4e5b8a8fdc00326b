using System.Globalization;
using System.Text;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Report;

/// <summary>
/// A picture of a page as it was read back, for a report: its text where the file puts it (in the reader's own fonts), its rules and images as
/// boxes, and a ring at every place where something was found.
/// </summary>
internal static class PagePicture
{
    private const double Ring = 9;

    public static string Draw(PdfPage page, PageContent content, IEnumerable<FindingPlace> places)
    {
        var (trim, text) = (page.Trim, PageText.Of(page, content));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {trim.Width:0.##} {trim.Height:0.##}\" width=\"420\" role=\"img\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\" stroke=\"#999\"/>\n");
        foreach (var path in content.Paths) AppendBox(svg, path.Box, trim, "#888");
        foreach (var image in content.Images) AppendBox(svg, BoxOf(image.Matrix), trim, "#cde");
        foreach (var line in text.Lines) AppendLine(svg, line);
        foreach (var place in places.Where(static p => p.X is not null).Distinct()) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{place.X:0.##}\" cy=\"{place.Y:0.##}\" r=\"{Ring}\" fill=\"none\" stroke=\"#c00\" stroke-width=\"2\"/>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static Box BoxOf(in Matrix matrix)
    {
        var box = Box.At(matrix.At(0, 0));
        foreach (var (x, y) in ((double, double)[])[matrix.At(1, 0), matrix.At(0, 1), matrix.At(1, 1)]) box = box.With(x, y);
        return box;
    }

    private static void AppendBox(StringBuilder svg, Box box, Box trim, string fill) => svg.Append(CultureInfo.InvariantCulture,
        $"<rect x=\"{box.Left - trim.Left:0.##}\" y=\"{trim.Top - box.Top:0.##}\" width=\"{Math.Max(box.Width, 0.3):0.##}\" height=\"{Math.Max(box.Height, 0.3):0.##}\" fill=\"{fill}\"/>\n");

    private static void AppendLine(StringBuilder svg, TextLine line)
    {
        foreach (var word in line.Words)
        {
            if (word.Text.Length == 0) continue;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{word.X:0.##}\" y=\"{word.Baseline:0.##}\" font-size=\"{word.Size:0.##}\" textLength=\"{word.Right - word.X:0.##}\" lengthAdjust=\"spacingAndGlyphs\">");
            svg.Append(HtmlReport.Escaped(word.Text)).Append("</text>\n");
        }
    }
}
