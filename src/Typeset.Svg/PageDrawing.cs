using System.Diagnostics;
using System.Text;
using Typeset.Core;
using Typeset.Pages;

namespace Typeset.Svg;

/// <summary>Draws what is printed on a page, in paint order; links and structure print nothing.</summary>
internal static class PageDrawing
{
    public static void Draw(Page page, SvgDocument document)
    {
        foreach (var item in page.Items) Draw(item, document);
    }

    public static void Draw(PageItem item, SvgDocument document)
    {
        switch (item)
        {
            case GlyphRun run: Draw(run, document); break;
            case Rule rule: document.Body.Append("<rect").Area(rule.Area).Fill(rule.Ink).Append("/>\n"); break;
            case PathItem path: Draw(path, document.Body); break;
            case ImageItem image: Draw(image, document); break;
            case LinkItem or StructureBegin or StructureEnd: break;
            default: throw new UnreachableException();
        }
    }

    /// <summary>Glyphs stand in font units inside one transform for the run.</summary>
    private static void Draw(GlyphRun run, SvgDocument document)
    {
        var face = document.Face(run.Face);
        var (scaleX, scaleY) = (Scale(run.Size * run.HorizontalScale / 1000, run), Scale(run.Size, run));
        if (run.Glyphs.Length == 0 || scaleX == 0 || scaleY == 0) return;
        var body = document.Body.Append("<g").Fill(run.Ink).Append(" transform=\"matrix(").Factor(scaleX).Append(" 0 0 ").Factor(-scaleY).Append(' ').Place(run.Origin).Append(")\">");
        foreach (var glyph in run.Glyphs)
        {
            if (document.Glyph(run.Face, face, glyph.Id) is not { } id) continue;
            body.Append("<use xlink:href=\"#").Append(id).Append('"');
            Place(body, " x=\"", new Length(glyph.X).Points / scaleX);
            Place(body, " y=\"", -new Length(glyph.Y).Points / scaleY);
            body.Append("/>");
        }

        body.Append("</g>\n");
    }

    private static double Scale(Length size, GlyphRun run) => size.Points / run.Face.UnitsPerEm;

    private static void Place(StringBuilder to, string attribute, double fontUnits)
    {
        var rounded = Math.Round(fontUnits, 2);
        if (rounded != 0) to.Append(attribute).Factor(rounded).Append('"');
    }

    private static void Draw(PathItem path, StringBuilder body)
    {
        if (path.Segments.IsEmpty) return;
        body.Append("<path").Fill(path.Ink).Append(" d=\"");
        foreach (var segment in path.Segments) Append(body, segment);
        body.Append("\"/>\n");
    }

    private static void Append(StringBuilder to, PathSegment segment)
    {
        _ = segment.Verb switch
        {
            PathVerb.Move => to.Append('M').Place(segment.To),
            PathVerb.Line => to.Append('L').Place(segment.To),
            PathVerb.Cubic => to.Append('C').Place(segment.C1).Append(' ').Place(segment.C2).Append(' ').Place(segment.To),
            PathVerb.Close => to.Append('Z'),
            _ => throw new UnreachableException(),
        };
    }

    private static void Draw(ImageItem item, SvgDocument document)
    {
        if (!IsWhatItSays(item.Image)) Frame(item.Area, document.Body);
        else
        {
            var id = document.Image(item.Image);
            var (corner, size) = (new Point(item.Area.X, item.Area.Y), new Point(item.Area.Width, item.Area.Height));
            document.Body.Append("<use xlink:href=\"#").Append(id).Append("\" transform=\"matrix(").Place(size.X).Append(" 0 0 ").Place(size.Y).Append(' ').Place(corner).Append(")\"/>\n");
        }
    }

    private static bool IsWhatItSays(PlacedImage image) => image.Bytes.Span.StartsWith(image.Encoding == ImageEncoding.Jpeg ? [0xFF, 0xD8] : [0x89, (byte)'P', (byte)'N', (byte)'G']);

    /// <summary>What stands for an image that cannot be read, as in the PDF: a grey frame with a cross.</summary>
    private static void Frame(Rectangle area, StringBuilder body)
    {
        body.Append("<rect").Area(area).Append(" fill=\"#e6e6e6\" stroke=\"#808080\"/>\n<path fill=\"none\" stroke=\"#808080\" d=\"M")
            .Place(new Point(area.X, area.Y)).Append('L').Place(new Point(area.Right, area.Bottom)).Append('M')
            .Place(new Point(area.X, area.Bottom)).Append('L').Place(new Point(area.Right, area.Y)).Append("\"/>\n");
    }
}
