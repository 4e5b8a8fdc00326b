using Typeset.Core;
using Typeset.Documents;
using Typeset.Docx.Parts;
using A = DocumentFormat.OpenXml.Drawing;
using Inlined = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Typeset.Docx.Flow;

/// <summary>Makes the run of an image that stands in its line as a character does.</summary>
internal static class ImageRun
{
    /// <summary>A run this small adds next to nothing to the height of the image's line.</summary>
    private const string SmallestSize = "2";

    public static W.Run Make(MediaBook media, ImageData image, Size size, string alternative)
    {
        var number = media.NextDrawing();
        var (width, height) = (Twips.Emu(size.Width), Twips.Emu(size.Height));
        var inline = new Inlined.Inline(
            new Inlined.Extent { Cx = width, Cy = height },
            new Inlined.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Inlined.DocProperties { Id = number, Name = "Image " + number.ToString(System.Globalization.CultureInfo.InvariantCulture), Description = alternative },
            new Inlined.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(Picture(media, image, (width, height), number)) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        return new W.Run(new W.RunProperties(new W.FontSize { Val = SmallestSize }), new W.Drawing(inline));
    }

    private static P.Picture Picture(MediaBook media, ImageData image, (long Width, long Height) size, uint number) => new(
        new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = number, Name = FileNameOf(image) }, new P.NonVisualPictureDrawingProperties()),
        new P.BlipFill(new A.Blip { Embed = media.IdOf(image) }, new A.Stretch(new A.FillRectangle())),
        new P.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = size.Width, Cy = size.Height }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));

    private static string FileNameOf(ImageData image) => image.Name[(image.Name.LastIndexOf('/') + 1)..];
}
