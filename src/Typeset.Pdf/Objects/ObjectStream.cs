namespace Typeset.Pdf.Objects;

/// <summary>The object stream being filled (ISO 32000-1 §7.5.7): small objects deflate far better together than one by one.</summary>
internal sealed class ObjectStream
{
    /// <summary>Objects a stream: the figure of other writers; a reader inflates the whole stream to get at one object.</summary>
    private const int Capacity = 200;

    private readonly ByteWriter _index = new();
    private readonly ByteWriter _bodies = new(16 * 1024);
    private int _number;

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    /// <summary>The stream's own number, taken when its first object comes.</summary>
    public int Number(ObjectFile file)
    {
        if (Count == 0) _number = file.Reserve();
        return _number;
    }

    public void Add(int number, ReadOnlySpan<byte> body)
    {
        _index.Integer(number).Integer(_bodies.Length);
        _bodies.Raw(body).Byte((byte)'\n');
        Count++;
    }

    /// <summary>The stream's data and dictionary; after it the next stream begins.</summary>
    public ReadOnlySpan<byte> Close(Flate flate, ByteWriter dictionary, out int number)
    {
        number = _number;
        var first = _index.Length;
        _index.Raw(_bodies.Written);
        var data = flate.Deflate(_index.Written);
        dictionary.Open().Key("Filter"u8).Name("FlateDecode"u8).Key("First"u8).Integer(first)
            .Key("Length"u8).Integer(data.Length).Key("N"u8).Integer(Count).Key("Type"u8).Name("ObjStm"u8).Close();
        Count = 0;
        _index.Clear();
        _bodies.Clear();
        return data;
    }
}
