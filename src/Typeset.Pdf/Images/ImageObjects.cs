using Typeset.Pdf.Conformance;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Images;

/// <summary>Image XObjects (ISO 32000-1 §8.9.5).</summary>
internal sealed class ImageObjects(ObjectFile file, PdfStandard standard, OutputIntents intents)
{
    public void Write(int number, EncodedImage image)
    {
        int? opacity = image.Opacity is null ? null : file.Reserve();
        WriteStream(number, image.Picture, opacity);
        if (opacity is { } mask) WriteStream(mask, image.Opacity!, null);
    }

    /// <summary>What stands for an image that cannot be read: a grey frame with a cross, in the image's unit square.</summary>
    public void WritePlaceholder(int number)
    {
        var drawing = ".9 g 0 0 1 1 re f .5 G .005 w 0 0 1 1 re 0 0 m 1 1 l 0 1 m 1 0 l S"u8;
        file.AddStream(number, new ByteWriter().Open()
            .Key("BBox"u8).OpenArray().Integer(0).Integer(0).Integer(1).Integer(1).CloseArray()
            .Key("Length"u8).Integer(drawing.Length)
            .Key("Resources"u8).Open().Close()
            .Key("Subtype"u8).Name("Form"u8).Key("Type"u8).Name("XObject"u8).Close(), drawing);
    }

    private void WriteStream(int number, ImageStream image, int? opacity)
    {
        var dictionary = new ByteWriter().Open().Key("BitsPerComponent"u8).Integer(image.BitsPerComponent).Key("ColorSpace"u8);
        WriteColourSpace(dictionary, image);
        if (image.IsInverted) dictionary.Key("Decode"u8).Raw("[1 0 1 0 1 0 1 0]"u8);
        WriteFilter(dictionary, image);
        dictionary.Key("Height"u8).Integer(image.Height).Key("Length"u8).Integer(image.Data.Length);
        WriteColourKey(dictionary, image.ColourKey);
        if (opacity is { } mask) dictionary.Key("SMask"u8).Reference(mask);
        dictionary.Key("Subtype"u8).Name("Image"u8).Key("Type"u8).Name("XObject"u8).Key("Width"u8).Integer(image.Width).Close();
        file.AddStream(number, dictionary, image.Data.Span);
    }

    private void WriteColourSpace(ByteWriter to, ImageStream image)
    {
        switch (image.Colours)
        {
            case not ImageColours.Indexed when image.Profile is { } profile:
                to.OpenArray().Name("ICCBased"u8).Reference(intents.ObjectOf(profile)).CloseArray();
                break;
            case ImageColours.Grey: to.Name("DeviceGray"u8); break;
            case ImageColours.Rgb: to.Name("DeviceRGB"u8); break;
            // Device colours must be those of the output intent (ISO 19005-1 §6.2.3.3, ISO 19005-2 §6.2.4.3).
            case ImageColours.Cmyk when StandardRules.IsArchival(standard):
                to.OpenArray().Name("ICCBased"u8).Reference(intents.ObjectOf(intents.Press)).CloseArray();
                break;
            case ImageColours.Cmyk: to.Name("DeviceCMYK"u8); break;
            default:
                to.OpenArray().Name("Indexed"u8);
                if (image.Profile is { } ofPalette) to.OpenArray().Name("ICCBased"u8).Reference(intents.ObjectOf(ofPalette)).CloseArray();
                else to.Name("DeviceRGB"u8);
                to.Integer(image.Palette.Length / 3 - 1).ByteString(image.Palette).CloseArray();
                break;
        }
    }

    private static void WriteFilter(ByteWriter to, ImageStream image)
    {
        if (image.IsJpeg)
        {
            to.Key("Filter"u8).Name("DCTDecode"u8);
            return;
        }

        to.Key("DecodeParms"u8).Open().Key("BitsPerComponent"u8).Integer(image.BitsPerComponent).Key("Colors"u8).Integer(image.Components)
            .Key("Columns"u8).Integer(image.Width).Key("Predictor"u8).Integer(15).Close()
            .Key("Filter"u8).Name("FlateDecode"u8);
    }

    private static void WriteColourKey(ByteWriter to, int[] key)
    {
        if (key.Length == 0) return;
        to.Key("Mask"u8).OpenArray();
        foreach (var sample in key) to.Integer(sample).Integer(sample);
        to.CloseArray();
    }
}
