using Typeset.Images;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Report;

/// <summary>
/// The pixels of an image of a file as RGB, for a small picture of it: inks mixed in a rough way, spot inks as greys, soft masks left out. What cannot
/// be shown so (stencils, JPEG 2000, more inks than four) is null.
/// </summary>
internal sealed class ImagePixels
{
    private readonly PdfStream _image;
    private readonly PdfFile _file;
    private readonly int _width, _height, _bits, _components;
    private readonly bool _isInverted;
    private readonly byte[]? _palette;

    private ImagePixels(in PaintedImage image, ColourSpace space, PdfFile file)
    {
        (_image, _file) = (image.Image, file);
        (_width, _height) = (_image["Width"].AsInteger ?? 0, _image["Height"].AsInteger ?? 0);
        (_bits, _components) = (_image["BitsPerComponent"].AsInteger ?? 0, space.Components);
        _isInverted = (_image["Decode"][0].AsNumber > _image["Decode"][1].AsNumber) != space.Family is ColourFamily.Separation;
        _palette = space is { Family: ColourFamily.Indexed, Base: { } entries } ? PaletteOf(space.Definition[3], entries.Components, file) : null;
    }

    /// <summary>A side of an image may be as long as JPEG's.</summary>
    private const int LongestSide = 65_535;

    private bool CanBeShown => _width is > 0 and <= LongestSide && _height is > 0 and <= LongestSide && _components is 1 or 3 or 4 && (_bits is 8 or 16 || (_bits is 1 or 2 or 4 && _components == 1));

    /// <summary>The image no larger than asked, as PNG; null where it cannot be shown.</summary>
    /// <exception cref="PdfFormatException">Its data are damaged, or too much.</exception>
    public static byte[]? Small(in PaintedImage image, PdfFile file, int mostWidth, int mostHeight)
    {
        if (image.IsInline || image.Space is not { } space || image.Image["ImageMask"].AsBoolean == true) return null;
        var pixels = new ImagePixels(image, space, file);
        if (!pixels.CanBeShown) return null;
        var small = new Thumbnail(pixels._width, pixels._height, mostWidth, mostHeight);
        return pixels.Read(small) ? small.ToPng() : null;
    }

    private bool Read(Thumbnail small)
    {
        var filters = StreamDecoder.FiltersOf(_image).ToArray();
        var rgb = new byte[_width * 3];
        if (filters is ["DCTDecode" or "DCT"]) _file.DecodeJpeg(_image, _components, Take);
        else if (Array.Exists(filters, static f => f is "DCTDecode" or "DCT" or "JPXDecode" or "CCITTFaxDecode" or "JBIG2Decode")) return false;
        else
        {
            var (data, length) = (_file.Decode(_image), (int)(((long)_width * _components * _bits + 7) / 8));
            for (var at = 0; at + length <= data.Length; at += length) Take(data.Span.Slice(at, length));
        }

        return true;

        void Take(ReadOnlySpan<byte> row)
        {
            for (var x = 0; x < _width; x++) Put(row, x, rgb.AsSpan(x * 3, 3));
            small.Add(rgb);
        }
    }

    private void Put(ReadOnlySpan<byte> row, int x, Span<byte> rgb)
    {
        if (_components == 1) PutOne(row, x, rgb);
        else if (_components == 3) (rgb[0], rgb[1], rgb[2]) = (Sample(row, x * 3), Sample(row, x * 3 + 1), Sample(row, x * 3 + 2));
        else
        {
            var paper = 255 - Sample(row, x * 4 + 3);
            for (var i = 0; i < 3; i++) rgb[i] = (byte)((255 - Sample(row, x * 4 + i)) * paper / 255);
        }
    }

    private void PutOne(ReadOnlySpan<byte> row, int x, Span<byte> rgb)
    {
        if (_palette is null) rgb.Fill(Sample(row, x));
        else if (Bits(row, x) * 3 is var at && at + 3 <= _palette.Length) _palette.AsSpan(at, 3).CopyTo(rgb);
    }

    /// <summary>A sample as eight bits, 255 the most of it.</summary>
    private byte Sample(ReadOnlySpan<byte> row, int index)
    {
        var value = _bits switch { 8 => row[index], 16 => row[index * 2], _ => (byte)(Bits(row, index) * 255 / ((1 << _bits) - 1)) };
        return _isInverted ? (byte)(255 - value) : value;
    }

    private int Bits(ReadOnlySpan<byte> row, int index) =>
        _bits == 8 ? row[index] : row[index * _bits / 8] >> (8 - _bits - index * _bits % 8) & ((1 << _bits) - 1);

    /// <summary>RGB triples; entries in four inks mixed.</summary>
    private static byte[] PaletteOf(PdfObject table, int components, PdfFile file)
    {
        var bytes = table switch { PdfString text => text.Bytes, PdfStream stream => file.Decode(stream).ToArray(), _ => [] };
        return components switch
        {
            3 => bytes,
            4 => [.. bytes.Chunk(4).Where(static ink => ink.Length == 4).SelectMany(static ink => ink[..3].Select(part => (byte)((255 - part) * (255 - ink[3]) / 255)))],
            _ => [.. bytes.SelectMany(static grey => new[] { grey, grey, grey })],
        };
    }
}
