using Typeset.Core.Messages;

namespace Typeset.Preflight.Reading;

/// <summary>Takes back what was done to rows before they were packed (ISO 32000-1 §7.4.4.4): PNG's filters and TIFF's difference of bytes.</summary>
internal static class Predictor
{
    private const int Tiff = 2, FirstPng = 10;

    public static ReadOnlyMemory<byte> Undo(ReadOnlyMemory<byte> data, PdfObject parameters)
    {
        var predictor = parameters["Predictor"].AsInteger ?? 1;
        if (predictor <= 1) return data;
        var (colors, bits, columns) = (parameters["Colors"].AsInteger ?? 1, parameters["BitsPerComponent"].AsInteger ?? 8, parameters["Columns"].AsInteger ?? 1);
        if (colors is < 1 or > 64 || bits is not (1 or 2 or 4 or 8 or 16) || columns is < 1 or > 1_000_000) throw Damaged();
        var (pixel, row) = (Math.Max(1, colors * bits / 8), (int)(((long)colors * bits * columns + 7) / 8));
        if (predictor >= FirstPng) return UndoPng(data.Span, pixel, row);
        if (predictor == Tiff && bits == 8) return UndoTiff(data.Span, pixel, row);
        throw Damaged();
    }

    private static byte[] UndoTiff(ReadOnlySpan<byte> data, int pixel, int row)
    {
        var plain = data.ToArray();
        for (var i = 0; i < plain.Length; i++)
        {
            if (i % row >= pixel) plain[i] += plain[i - pixel];
        }

        return plain;
    }

    private static byte[] UndoPng(ReadOnlySpan<byte> data, int pixel, int row)
    {
        var rows = (data.Length + row) / (row + 1);
        var plain = new byte[(long)rows * row];
        for (var r = 0; r < rows; r++)
        {
            var packed = data[(r * (row + 1))..];
            var line = plain.AsSpan(r * row, row);
            packed[1..Math.Min(packed.Length, row + 1)].CopyTo(line);
            Undo(packed[0], line, r == 0 ? default : plain.AsSpan((r - 1) * row, row), pixel);
        }

        return plain;
    }

    private static void Undo(byte filter, Span<byte> line, ReadOnlySpan<byte> above, int pixel)
    {
        if (filter > 4) throw Damaged();
        if (filter == 0) return;
        for (var i = 0; i < line.Length; i++)
        {
            int left = i >= pixel ? line[i - pixel] : 0;
            int up = above.IsEmpty ? 0 : above[i];
            int corner = above.IsEmpty || i < pixel ? 0 : above[i - pixel];
            line[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static PdfFormatException Damaged() => new(PreflightMessages.DamagedStream, "Predictor");
}
