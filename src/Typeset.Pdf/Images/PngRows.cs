using System.IO.Compression;

namespace Typeset.Pdf.Images;

/// <summary>
/// Inflates a PNG's picture data row by row and undoes its filters (PNG §9); never holds more than two rows, whatever the data claims to be.
/// </summary>
internal sealed class PngRows : IDisposable
{
    private readonly ZLibStream _inflated;
    private readonly int _pixelLength;
    private byte[] _row;
    private byte[] _above;

    public PngRows(PngFile png)
    {
        _inflated = new ZLibStream(new MemoryStream(png.Data), CompressionMode.Decompress);
        _pixelLength = Math.Max(1, png.Header.BitsPerPixel / 8);
        _row = new byte[png.Header.RowLength(png.Header.Width)];
        _above = new byte[_row.Length];
    }

    public void Dispose() => _inflated.Dispose();

    /// <summary>Begins a picture, or a pass of an interlaced one: above its first row is nothing.</summary>
    public void BeginPass() => Array.Clear(_row);

    /// <summary>The next row, good until the one after it is asked for.</summary>
    public ReadOnlySpan<byte> Next(int length)
    {
        (_row, _above) = (_above, _row);
        Span<byte> filter = stackalloc byte[1];
        Fill(filter);
        Fill(_row.AsSpan(0, length));
        Unfilter(filter[0], _row.AsSpan(0, length), _above.AsSpan(0, length));
        return _row.AsSpan(0, length);
    }

    /// <summary>Whether the data ends with the last row, as it should.</summary>
    public bool IsAtEnd()
    {
        try
        {
            return _inflated.ReadByte() < 0;
        }
        catch (Exception e) when (IsDamage(e))
        {
            return false;
        }
    }

    /// <summary>Data that are no zlib stream, end early, or ask for a dictionary that PNG has not (an <see cref="IOException"/> of .NET's zlib).</summary>
    private static bool IsDamage(Exception exception) => exception is InvalidDataException or IOException;

    private void Fill(Span<byte> bytes)
    {
        try
        {
            _inflated.ReadExactly(bytes);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new ImageFormatException("the PNG file's picture data is damaged");
        }
    }

    private void Unfilter(byte filter, Span<byte> row, ReadOnlySpan<byte> above)
    {
        switch (filter)
        {
            case 0: break;
            case 1: UndoSub(row); break;
            case 2: for (var i = 0; i < row.Length; i++) row[i] += above[i]; break;
            case 3: UndoAverage(row, above); break;
            case 4: UndoPaeth(row, above); break;
            default: throw new ImageFormatException("the PNG file's picture data is damaged");
        }
    }

    private void UndoSub(Span<byte> row)
    {
        for (var i = _pixelLength; i < row.Length; i++) row[i] += row[i - _pixelLength];
    }

    private void UndoAverage(Span<byte> row, ReadOnlySpan<byte> above)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var left = i < _pixelLength ? 0 : row[i - _pixelLength];
            row[i] += (byte)((left + above[i]) / 2);
        }
    }

    private void UndoPaeth(Span<byte> row, ReadOnlySpan<byte> above)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var (left, corner) = i < _pixelLength ? (0, 0) : ((int)row[i - _pixelLength], (int)above[i - _pixelLength]);
            row[i] += Nearest(left, above[i], corner);
        }
    }

    private static byte Nearest(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        int toLeft = Math.Abs(estimate - left), toUp = Math.Abs(estimate - up), toCorner = Math.Abs(estimate - corner);
        return (byte)(toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
    }
}
