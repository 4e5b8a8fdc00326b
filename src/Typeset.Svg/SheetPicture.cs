using System.Collections.Immutable;
using Typeset.Core;
using Typeset.OpenType;
using Typeset.Pages;
using Typeset.Pages.Imposition;

namespace Typeset.Svg;

/// <summary>What a picture of a sheet says on a page: its number, and what stands at its head.</summary>
public readonly record struct PageCaption(string Number, string Head);

/// <summary>What a sheet's picture is drawn from.</summary>
public sealed record SheetPicture
{
    public required SheetForm Form { get; init; }

    /// <summary>Composes the page with an index from 0.</summary>
    public required Func<int, Page> Compose { get; init; }

    /// <summary>Marks and slug line around the pages.</summary>
    public ImmutableArray<PageItem> Marks { get; init; } = [];

    public required Func<PlacedPage, PageCaption> Caption { get; init; }

    /// <summary>Faces for captions, tried in order.</summary>
    public required ImmutableArray<FontFace> Faces { get; init; }

    /// <summary>The page's size.</summary>
    public required Size Page { get; init; }
}

/// <summary>Draws a side of a sheet: every page as it lies there, with its number across it and its head at its head.</summary>
internal static class SheetDrawing
{
    private static readonly Ink CaptionInk = new(176, 0, 32);
    private static readonly Ink TrimInk = new(0, 102, 204);

    /// <summary>A number takes a fifth of the page's height, the head's line a twentieth.</summary>
    private const int NumberShare = 5, HeadShare = 20;

    private static readonly Length Hairline = 0.5.Pt;

    public static void Draw(SheetPicture picture, SvgDocument document)
    {
        foreach (var page in picture.Form.Side.Pages)
        {
            if (page.Page is { } index) Draw(page, picture.Compose(index), document);
            DrawTrim(page.Trim, document);
            DrawCaption(page, picture, document);
        }

        foreach (var item in picture.Marks) PageDrawing.Draw(item, document);
    }

    private static void Draw(PlacedPage placed, Page page, SvgDocument document)
    {
        document.Body.Append("<g clip-path=\"url(#").Append(document.Clip(placed.Clip)).Append(")\">");
        OpenPage(placed.Transform, document);
        PageDrawing.Draw(page, document);
        document.Body.Append("</g></g>\n");
    }

    /// <summary>From here on a page's own coordinates count.</summary>
    private static void OpenPage(PageTransform transform, SvgDocument document)
    {
        var scale = (transform.IsHeadDown ? -1 : 1) * transform.ScaleThousandths / 1000.0;
        document.Body.Append("<g transform=\"matrix(").Factor(scale).Append(" 0 0 ").Factor(scale).Append(' ').Place(transform.Origin).Append(")\">\n");
    }

    private static void DrawTrim(Rectangle trim, SvgDocument document) =>
        document.Body.Append("<rect").Area(trim).Append(" fill=\"none\" stroke-width=\"").Place(Hairline).Append("\" stroke=\"#0066cc\"/>\n");

    private static void DrawCaption(PlacedPage placed, SheetPicture picture, SvgDocument document)
    {
        var caption = picture.Caption(placed);
        OpenPage(placed.Transform, document);
        document.Body.Append("<g opacity=\"0.6\">\n");
        var (number, head) = (picture.Page.Height / NumberShare, picture.Page.Height / HeadShare);
        PageDrawing.Draw(new Rule(new Rectangle(default, default, picture.Page.Width, Hairline * 4), TrimInk), document);
        Centred(caption.Number, number, picture.Page.Height / 2 + number / 3, picture, document);
        Centred(PlainLine.Fitting(caption.Head, picture.Faces, head / 2, picture.Page.Width), head / 2, head * 4 / 5, picture, document);
        document.Body.Append("</g></g>\n");
    }

    private static void Centred(string text, Length size, Length baseline, SheetPicture picture, SvgDocument document)
    {
        var x = (picture.Page.Width - PlainLine.WidthOf(text, picture.Faces, size)) / 2;
        foreach (var run in PlainLine.Set(text, picture.Faces, size, CaptionInk, new Point(x, baseline))) PageDrawing.Draw(run, document);
    }
}
