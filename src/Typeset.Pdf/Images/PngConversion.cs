namespace Typeset.Pdf.Images;

/// <summary>
/// A PNG as PDF images: its deflated data as they are where there is neither interlacing nor alpha, else unpacked, and its alpha apart.
/// </summary>
internal sealed class PngConversion
{
    private readonly PngFile _png;
    private readonly PngHeader _header;
    private readonly PngPlane? _colour;
    private readonly PngPlane? _alpha;
    private readonly bool _fromPalette;
    private bool _isOpaque = true;

    private PngConversion(PngFile png, bool anew)
    {
        _png = png;
        _header = png.Header;
        _fromPalette = _header.Colour == PngColour.Palette && png.Transparency.Length > 0;
        if (anew || _header.HasAlphaSamples || _header.Interlaced) _colour = new PngPlane(ColourRowLength);
        if (_header.HasAlphaSamples) _alpha = new PngPlane(_header.Width * _header.Depth / 8);
        else if (_fromPalette) _alpha = new PngPlane(_header.Width);
    }

    public static EncodedImage Convert(PngFile png)
    {
        var conversion = new PngConversion(png, anew: false);
        if (!PngPicture.ReadRows(png, conversion.TakeRow) && conversion._colour is null)
        {
            // What comes after the last row, and may be without measure, must not get into the file.
            conversion = new PngConversion(png, anew: true);
            PngPicture.ReadRows(png, conversion.TakeRow);
        }

        return new EncodedImage(conversion.Picture(), conversion.Opacity());
    }

    private int ColourRowLength =>
        _header.HasAlphaSamples ? _header.Width * (_header.Samples - 1) * (_header.Depth / 8) : _header.RowLength(_header.Width);

    private void TakeRow(ReadOnlySpan<byte> row)
    {
        if (_header.HasAlphaSamples) Split(row);
        else _colour?.Add(row);
        if (_fromPalette) LookUp(row);
    }

    private void Split(ReadOnlySpan<byte> row)
    {
        var sample = _header.Depth / 8;
        var colours = (_header.Samples - 1) * sample;
        Span<byte> colour = _colour!.Row, alpha = _alpha!.Row;
        for (var (x, from) = (0, 0); x < _header.Width; x++, from += colours + sample)
        {
            row.Slice(from, colours).CopyTo(colour[(x * colours)..]);
            row.Slice(from + colours, sample).CopyTo(alpha[(x * sample)..]);
        }

        _isOpaque = _isOpaque && !alpha.ContainsAnyExcept((byte)255);
        _colour.AddRow();
        _alpha.AddRow();
    }

    private void LookUp(ReadOnlySpan<byte> row)
    {
        var alpha = _alpha!.Row;
        for (var x = 0; x < alpha.Length; x++)
        {
            var index = PngPicture.SampleAt(row, x, _header.Depth);
            alpha[x] = index < _png.Transparency.Length ? _png.Transparency[index] : (byte)255;
        }

        _isOpaque = _isOpaque && !alpha.ContainsAnyExcept((byte)255);
        _alpha.AddRow();
    }

    private ImageStream Picture()
    {
        var colours = _header.Colour switch
        {
            PngColour.Palette => ImageColours.Indexed,
            PngColour.Rgb or PngColour.RgbAlpha => ImageColours.Rgb,
            _ => ImageColours.Grey,
        };
        return new ImageStream(_header.Width, _header.Height, _header.Depth, colours, _colour?.Deflated() ?? _png.Data)
        {
            Palette = _png.Palette,
            ColourKey = _header.Colour is PngColour.Grey or PngColour.Rgb ? ColourKey() : [],
        };
    }

    private ImageStream? Opacity()
    {
        if (_alpha is null || _isOpaque) return null;
        return new ImageStream(_header.Width, _header.Height, _fromPalette ? 8 : _header.Depth, ImageColours.Grey, _alpha.Deflated());
    }

    private int[] ColourKey()
    {
        var key = new int[_png.Transparency.Length / 2];
        for (var i = 0; i < key.Length; i++) key[i] = ((_png.Transparency[2 * i] << 8) | _png.Transparency[2 * i + 1]) & ((1 << _header.Depth) - 1);
        return key;
    }
}
