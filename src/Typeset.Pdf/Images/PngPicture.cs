namespace Typeset.Pdf.Images;

/// <summary>A PNG's rows from top to bottom, interlaced ones put together first (PNG §8.2).</summary>
internal static class PngPicture
{
    /// <summary>An interlaced picture must be held whole; more bytes than this are refused.</summary>
    private const long MaxInterlacedBytes = 128 << 20;

    public delegate void RowSink(ReadOnlySpan<byte> row);

    /// <summary>Hands on all rows; false where the data goes on after them.</summary>
    public static bool ReadRows(PngFile png, RowSink sink)
    {
        using var rows = new PngRows(png);
        var length = png.Header.RowLength(png.Header.Width);
        if (png.Header.Interlaced) ReadInterlaced(png.Header, rows, sink);
        else
        {
            for (var y = 0; y < png.Header.Height; y++) sink(rows.Next(length));
        }

        return rows.IsAtEnd();
    }

    /// <summary>A sample of at most eight bits in a row of one sample a pixel.</summary>
    public static int SampleAt(ReadOnlySpan<byte> row, int x, int depth)
    {
        if (depth == 8) return row[x];
        var bit = x * depth;
        return (row[bit >> 3] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }

    private static void ReadInterlaced(PngHeader header, PngRows rows, RowSink sink)
    {
        var length = header.RowLength(header.Width);
        if ((long)length * header.Height > MaxInterlacedBytes) throw new ImageFormatException("the interlaced PNG is too large; save it without interlacing");
        var picture = new byte[length * header.Height];
        foreach (var pass in Passes) ReadPass(header, rows, pass, picture);
        for (var y = 0; y < header.Height; y++) sink(picture.AsSpan(y * length, length));
    }

    /// <summary>Adam7: the seven passes' first columns and rows and their steps.</summary>
    private static ReadOnlySpan<Pass> Passes => new Pass[]
    {
        new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2),
    };

    private readonly record struct Pass(int Left, int Top, int StepX, int StepY);

    private static void ReadPass(PngHeader header, PngRows rows, Pass pass, Span<byte> picture)
    {
        var width = (header.Width - pass.Left + pass.StepX - 1) / pass.StepX;
        if (width <= 0) return;
        rows.BeginPass();
        var length = header.RowLength(header.Width);
        for (var y = pass.Top; y < header.Height; y += pass.StepY)
        {
            Scatter(header, rows.Next(header.RowLength(width)), pass, picture.Slice(y * length, length));
        }
    }

    private static void Scatter(PngHeader header, ReadOnlySpan<byte> from, Pass pass, Span<byte> row)
    {
        var size = header.BitsPerPixel / 8;
        for (var (i, x) = (0, pass.Left); x < header.Width; i++, x += pass.StepX)
        {
            if (size > 0) from.Slice(i * size, size).CopyTo(row[(x * size)..]);
            else SetSample(row, x, header.Depth, SampleAt(from, i, header.Depth));
        }
    }

    private static void SetSample(Span<byte> row, int x, int depth, int value)
    {
        var bit = x * depth;
        row[bit >> 3] |= (byte)(value << (8 - depth - (bit & 7)));
    }
}
