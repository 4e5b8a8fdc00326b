using Typeset.Pages;

namespace Typeset.Svg;

/// <summary>
/// Writes pages as SVG 1.1 (W3C): every glyph as its outline, each outline once, so that a picture needs no fonts and looks the same everywhere.
/// The same page and options give the same text.
/// </summary>
public static class SvgWriter
{
    /// <summary>A page as a whole SVG document, lines ended by <c>\n</c>; one user unit is one point. Images go in as the files they are.</summary>
    public static string Write(Page page, SvgOptions options)
    {
        var document = new SvgDocument(options.IdPrefix);
        if (options.Paper) document.Paper(page.Trim);
        PageDrawing.Draw(page, document);
        return document.Finish(page.Trim, options);
    }

    /// <summary>A side of a press sheet as a whole SVG document: the pages as they lie, numbers and heads the way round that they are read.</summary>
    public static string Write(SheetPicture picture, SvgOptions options)
    {
        var document = new SvgDocument(options.IdPrefix);
        if (options.Paper) document.Paper(picture.Form.Size);
        SheetDrawing.Draw(picture, document);
        return document.Finish(picture.Form.Size, options);
    }
}
