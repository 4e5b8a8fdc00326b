namespace Typeset.Images;

/// <summary>A picture made smaller while its rows come: every pixel is the mean of those that fall on it.</summary>
public sealed class Thumbnail
{
    private readonly int _fromWidth;
    private readonly int _fromHeight;
    private readonly int[] _sums;
    private readonly int[] _counts;
    private int _row;

    /// <summary>Begins a picture that is no larger than asked, and no larger than the original.</summary>
    public Thumbnail(int fromWidth, int fromHeight, int mostWidth, int mostHeight)
    {
        (_fromWidth, _fromHeight) = (fromWidth, fromHeight);
        (Width, Height) = (Math.Clamp(mostWidth, 1, fromWidth), Math.Clamp(mostHeight, 1, fromHeight));
        _sums = new int[Width * Height * 3];
        _counts = new int[Width * Height];
    }

    /// <summary>In pixels.</summary>
    public int Width { get; }

    /// <summary>In pixels.</summary>
    public int Height { get; }

    /// <summary>Takes the next row, three bytes a pixel; rows beyond the last are not looked at.</summary>
    public void Add(ReadOnlySpan<byte> rgb)
    {
        if (_row >= _fromHeight) return;
        var line = (int)((long)_row++ * Height / _fromHeight) * Width;
        for (var x = 0; x < _fromWidth; x++)
        {
            var place = line + (int)((long)x * Width / _fromWidth);
            _counts[place]++;
            for (var i = 0; i < 3; i++) _sums[place * 3 + i] += rgb[x * 3 + i];
        }
    }

    /// <summary>The picture as PNG; what no row came for is white.</summary>
    public byte[] ToPng()
    {
        var rgb = new byte[_sums.Length];
        for (var i = 0; i < rgb.Length; i++) rgb[i] = _counts[i / 3] == 0 ? (byte)255 : (byte)(_sums[i] / _counts[i / 3]);
        return PngPicture.Write(Width, rgb);
    }
}
