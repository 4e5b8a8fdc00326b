namespace Typeset.Pdf.Objects;

/// <summary>Where every object lies, kept in twelve bytes each, and written as a table (ISO 32000-1 §7.5.4) or a stream (§7.5.8).</summary>
internal sealed class CrossReferenceTable
{
    /// <summary>Bytes of a row in a cross-reference stream: type, offset (up to 1 TiB) or stream number, index in the stream.</summary>
    private static ReadOnlySpan<byte> RowWidths => [1, 5, 1];

    private const int RowLength = 7;

    private readonly List<Place> _places = [new Place(PlaceKind.Free, 0, 0)];

    private enum PlaceKind : byte { Free, InFile, InStream }

    private readonly record struct Place(PlaceKind Kind, byte Index, long Value);

    public int Reserve(int count)
    {
        var first = _places.Count;
        for (var i = 0; i < count; i++) _places.Add(default);
        return first;
    }

    public void Put(int number, long offset) => _places[number] = new(PlaceKind.InFile, 0, offset);

    public void PutInStream(int number, int stream, int index) => _places[number] = new(PlaceKind.InStream, (byte)index, stream);

    public void WriteTable(ByteWriter to, long at, Trailer trailer)
    {
        to.Raw("xref\n0 "u8).Whole(_places.Count).Byte((byte)'\n');
        foreach (var place in _places)
        {
            if (place.Kind == PlaceKind.InFile) to.Digits(place.Value, 10).Raw(" 00000 n \n"u8);
            else to.Raw("0000000000 65535 f \n"u8);
        }

        to.Raw("trailer\n"u8).Open();
        WriteTrailer(to, trailer);
        to.Key("Size"u8).Integer(_places.Count).Close();
        WriteEnd(to, at);
    }

    public void WriteStream(ByteWriter to, long at, Trailer trailer, Flate flate)
    {
        var number = Reserve(1);
        Put(number, at);
        var data = flate.Deflate(Rows().Written);
        to.Integer(number).Raw("0 obj\n"u8).Open()
            .Key("DecodeParms"u8).Open().Key("Columns"u8).Integer(RowLength).Key("Predictor"u8).Integer(12).Close()
            .Key("Filter"u8).Name("FlateDecode"u8);
        WriteTrailer(to, trailer, data.Length);
        to.Key("Size"u8).Integer(_places.Count).Key("Type"u8).Name("XRef"u8).Key("W"u8).OpenArray();
        foreach (var width in RowWidths) to.Integer(width);
        to.CloseArray().Close().Raw("\nstream\n"u8).Raw(data).Raw("\nendstream\nendobj\n"u8);
        WriteEnd(to, at);
    }

    private static void WriteTrailer(ByteWriter to, Trailer trailer, int? length = null)
    {
        to.Key("ID"u8).OpenArray();
        for (var i = 0; i < 2; i++) to.Byte((byte)'<').Raw(System.Text.Encoding.ASCII.GetBytes(trailer.Identifier)).Byte((byte)'>');
        to.CloseArray().Key("Info"u8).Reference(trailer.Information);
        if (length is { } bytes) to.Key("Length"u8).Integer(bytes);
        to.Key("Root"u8).Reference(trailer.Catalog);
    }

    private static void WriteEnd(ByteWriter to, long at) => to.Raw("\nstartxref\n"u8).Whole(at).Raw("\n%%EOF\n"u8);

    /// <summary>The rows, each as its difference from the one above (PNG's Up, §7.4.4.4): neighbours differ in few bytes.</summary>
    private ByteWriter Rows()
    {
        var rows = new ByteWriter(_places.Count * (RowLength + 1));
        Span<byte> above = stackalloc byte[RowLength], row = stackalloc byte[RowLength];
        foreach (var place in _places)
        {
            Fill(row, place);
            rows.Byte(2);
            for (var i = 0; i < RowLength; i++) rows.Byte((byte)(row[i] - above[i]));
            row.CopyTo(above);
        }

        return rows;
    }

    private static void Fill(Span<byte> row, Place place)
    {
        row[0] = (byte)place.Kind;
        for (var (i, value) = (5, place.Value); i >= 1; i--, value >>= 8) row[i] = (byte)value;
        row[6] = place.Index;
    }
}
