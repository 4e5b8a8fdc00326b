namespace Typeset.Pdf.Images;

/// <summary>
/// A PNG's pixels as they look on white paper: eight bits a sample, grey where all of its colours are, nothing to be seen through. For files
/// that know no soft masks and no 16-bit samples, and for the press.
/// </summary>
internal sealed class OpaquePng
{
    private readonly PngFile _png;
    private readonly PngHeader _header;

    public OpaquePng(PngFile png)
    {
        (_png, _header) = (png, png.Header);
        IsGrey = _header.Colour is PngColour.Grey or PngColour.GreyAlpha || (_header.Colour == PngColour.Palette && IsGreyPalette(png.Palette));
    }

    public bool IsGrey { get; }

    /// <summary>Hands on all rows: a byte a pixel where grey, else three.</summary>
    public void ReadRows(PngPicture.RowSink sink)
    {
        var row = new byte[_header.Width * (IsGrey ? 1 : 3)];
        PngPicture.ReadRows(_png, samples =>
        {
            for (var x = 0; x < _header.Width; x++) Put(row, x, samples);
            sink(row);
        });
    }

    private void Put(byte[] row, int x, ReadOnlySpan<byte> samples)
    {
        var (red, green, blue, alpha) = PixelAt(samples, x);
        if (IsGrey)
        {
            row[x] = OnWhite(red, alpha);
            return;
        }

        row[x * 3] = OnWhite(red, alpha);
        row[x * 3 + 1] = OnWhite(green, alpha);
        row[x * 3 + 2] = OnWhite(blue, alpha);
    }

    private static byte OnWhite(byte value, byte alpha) => (byte)(alpha == 255 ? value : 255 - (255 - value) * alpha / 255);

    private (byte Red, byte Green, byte Blue, byte Alpha) PixelAt(ReadOnlySpan<byte> row, int x)
    {
        switch (_header.Colour)
        {
            case PngColour.Palette: return Entry(PngPicture.SampleAt(row, x, _header.Depth));
            case PngColour.Grey when _header.Depth < 16:
                var grey = PngPicture.SampleAt(row, x, _header.Depth);
                var value = (byte)(grey * 255 / ((1 << _header.Depth) - 1));
                return (value, value, value, IsKey(grey) ? (byte)0 : (byte)255);
            default: return Samples(row, x);
        }
    }

    /// <summary>Samples of 8 or 16 bits, of which the higher eight count.</summary>
    private (byte, byte, byte, byte) Samples(ReadOnlySpan<byte> row, int x)
    {
        var size = _header.Depth / 8;
        var at = row.Slice(x * _header.Samples * size, _header.Samples * size);
        return _header.Colour switch
        {
            PngColour.Grey => (at[0], at[0], at[0], Opacity(at)),
            PngColour.GreyAlpha => (at[0], at[0], at[0], at[size]),
            PngColour.Rgb => (at[0], at[size], at[2 * size], Opacity(at)),
            _ => (at[0], at[size], at[2 * size], at[3 * size]),
        };
    }

    private (byte, byte, byte, byte) Entry(int index)
    {
        if (index * 3 + 2 >= _png.Palette.Length) return (0, 0, 0, 255);
        var alpha = index < _png.Transparency.Length ? _png.Transparency[index] : (byte)255;
        return (_png.Palette[index * 3], _png.Palette[index * 3 + 1], _png.Palette[index * 3 + 2], alpha);
    }

    private bool IsKey(int grey) => _png.Transparency.Length == 2 && ((_png.Transparency[0] << 8) | _png.Transparency[1]) == grey;

    private byte Opacity(ReadOnlySpan<byte> pixel)
    {
        if (_png.Transparency.Length != pixel.Length * (_header.Depth == 8 ? 2 : 1)) return 255;
        for (var i = 0; i < pixel.Length; i++)
        {
            var key = _header.Depth == 16 ? _png.Transparency[i] : _png.Transparency[i * 2 + 1];
            if (key != pixel[i]) return 255;
        }

        return 0;
    }

    private static bool IsGreyPalette(byte[] palette)
    {
        for (var i = 0; i + 2 < palette.Length; i += 3)
        {
            if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2]) return false;
        }

        return true;
    }
}
