using System.IO.Compression;

namespace Typeset.Pdf.Images;

/// <summary>Rows of samples, each filtered by the row above it (PNG's Up) and deflated as it comes.</summary>
internal sealed class PngPlane
{
    private const byte Up = 2;

    private readonly MemoryStream _bytes = new();
    private readonly ZLibStream _deflating;
    private readonly byte[] _row;
    private readonly byte[] _above;
    private readonly byte[] _filtered;

    public PngPlane(int rowLength)
    {
        _deflating = new ZLibStream(_bytes, CompressionLevel.Optimal, leaveOpen: true);
        _row = new byte[rowLength];
        _above = new byte[rowLength];
        _filtered = new byte[rowLength + 1];
        _filtered[0] = Up;
    }

    /// <summary>The row to be filled before <see cref="AddRow"/>.</summary>
    public Span<byte> Row => _row;

    public void Add(ReadOnlySpan<byte> row)
    {
        row.CopyTo(_row);
        AddRow();
    }

    public void AddRow()
    {
        for (var i = 0; i < _row.Length; i++) _filtered[i + 1] = (byte)(_row[i] - _above[i]);
        _deflating.Write(_filtered);
        _row.CopyTo(_above, 0);
    }

    /// <summary>All rows; none may come after.</summary>
    public ReadOnlyMemory<byte> Deflated()
    {
        _deflating.Dispose();
        return _bytes.ToArray();
    }
}
