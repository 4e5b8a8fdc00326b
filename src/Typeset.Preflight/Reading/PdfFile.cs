using Typeset.Core.Messages;

namespace Typeset.Preflight.Reading;

/// <summary>
/// A PDF file read back: its objects by number, each read when asked for. Of those read only the latest are kept, so that a file of any length
/// needs little memory. Not for several threads at once.
/// </summary>
internal sealed class PdfFile
{
    /// <summary>Objects kept in each of two generations; the pages, fonts and elements at work at one time are a few hundred.</summary>
    private const int Kept = 4096;

    /// <summary>A reference may lead to a reference, this often.</summary>
    private const int Hops = 16;

    /// <summary>Unpacked object streams kept.</summary>
    private const int KeptContainers = 8;

    /// <summary>An object may need others to be read (a stream's length, an object stream), this many on each other.</summary>
    private const int DeepestNeed = 20;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly StreamDecoder _decoder;
    private readonly CrossReferences _references;
    private readonly HashSet<int> _open = [];
    private readonly List<(int Number, ObjectContainer Container)> _containers = [];
    private Dictionary<int, PdfObject> _young = [];
    private Dictionary<int, PdfObject> _old = [];

    private PdfFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        _decoder = new StreamDecoder(new DecodingAllowance(bytes.Length));
        _references = new CrossReferences(this, bytes);
    }

    /// <summary>Opens a file; its objects are read later.</summary>
    /// <exception cref="PdfFormatException">It is no PDF file, is encrypted, or its cross-references are broken.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes)
    {
        var file = new PdfFile(bytes);
        file.ReadHeader();
        file._references.Read();
        if (file.Trailer.Has("Encrypt")) throw new PdfFormatException(PreflightMessages.Encrypted);
        if (file.Catalog.IsNull) throw new PdfFormatException(PreflightMessages.BrokenCrossReferences, "0", "the trailer leads to no catalog");
        return file;
    }

    /// <summary>The whole file.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The version that the header names: <c>1.7</c>.</summary>
    public string HeaderVersion { get; private set; } = "";

    public PdfDictionary Trailer => _references.Trailer!;
    public PdfObject Catalog => Trailer["Root"] is PdfDictionary catalog ? catalog : PdfNull.Instance;

    /// <summary>Whether objects are found by a stream rather than by a table (not in PDF 1.4).</summary>
    public bool HasReferenceStreams => _references.IsStream;

    /// <summary>The numbers of all objects in ascending order.</summary>
    public IEnumerable<int> ObjectNumbers => _references.Places.Keys.Order();

    public bool IsPacked(int number) => _references.Places.TryGetValue(number, out var place) && place.IsPacked;

    /// <summary>The object with a number; null where the file has none.</summary>
    /// <exception cref="PdfFormatException">The object is damaged.</exception>
    public PdfObject Object(int number)
    {
        if (_young.TryGetValue(number, out var known)) return known;
        if (!_old.TryGetValue(number, out known)) known = Read(number);
        if (_young.Count >= Kept) (_old, _young) = (_young, []);
        _young[number] = known;
        return known;
    }

    /// <summary>What a reference leads to; anything else as it is.</summary>
    public PdfObject Follow(PdfObject item)
    {
        for (var i = 0; item is PdfReference reference; i++)
        {
            if (i == Hops) return PdfNull.Instance;
            item = Object(reference.Target);
        }

        return item;
    }

    /// <summary>A stream's bytes behind its filters.</summary>
    /// <exception cref="PdfFormatException">They cannot be had.</exception>
    public ReadOnlyMemory<byte> Decode(PdfStream stream) => _decoder.Decode(stream);

    /// <inheritdoc cref="StreamDecoder.DecodeJpeg"/>
    public void DecodeJpeg(PdfStream image, int components, Images.SampleRow sink) => _decoder.DecodeJpeg(image, components, sink);

    /// <summary>How an object stands in the bytes; null for one that is packed in a stream of objects, or not there.</summary>
    public ObjectFrame? FrameOf(int number)
    {
        if (!_references.Places.TryGetValue(number, out var place) || place.IsPacked || place.Offset <= 0 || place.Offset >= _bytes.Length) return null;
        var item = ReadAt((int)place.Offset, out _, out var end);
        return new((int)place.Offset, end, item);
    }

    /// <summary>Where the newest section of cross-references begins.</summary>
    public long ReferencesOffset => _references.Offset;

    /// <summary>The indirect object at an offset.</summary>
    public PdfObject ReadAt(int offset, out int number) => ReadAt(offset, out number, out _);

    /// <summary>The same, and where it ends: before <c>endobj</c>, or <c>endstream</c> where it is a stream.</summary>
    private PdfObject ReadAt(int offset, out int number, out int end)
    {
        var lexer = new PdfLexer(_bytes.Span, offset);
        number = PdfSyntax.Read(ref lexer, null) is PdfNumber { IsInteger: true, Value: >= 0 and <= int.MaxValue } first ? (int)first.Value : throw lexer.Damaged("there is no object number");
        if (PdfSyntax.Read(ref lexer, null) is not PdfNumber || PdfSyntax.Read(ref lexer, null) is not PdfKeyword { Text: "obj" }) throw lexer.Damaged("there is no “obj”");
        var item = PdfSyntax.Read(ref lexer, this) ?? throw lexer.Cut();
        end = lexer.Position;
        if (item is PdfKeyword { Text: "endobj" }) return PdfNull.Instance;
        if (item is PdfDictionary dictionary && lexer.Peek() == 's' && lexer.StartsWith("stream"u8)) item = Stream(dictionary, ref lexer);
        if (item is PdfStream) end = lexer.Position;
        item.Number = number;
        return item;
    }

    private PdfObject Read(int number)
    {
        if (!_references.Places.TryGetValue(number, out var place)) return PdfNull.Instance;
        if (_open.Count > DeepestNeed || !_open.Add(number)) throw new PdfFormatException(PreflightMessages.DamagedObject, number.ToString(), "it is needed to read itself");
        try
        {
            var item = place.IsPacked ? Container(place.Container).Read(number, place.Index, this) : AtOffset(number, place.Offset);
            return Numbered(item, number);
        }
        finally
        {
            _open.Remove(number);
        }
    }

    private static PdfObject Numbered(PdfObject item, int number)
    {
        if (item is not PdfNull) item.Number = number;
        return item;
    }

    private PdfObject AtOffset(int number, long offset)
    {
        if (offset <= 0 || offset >= _bytes.Length) throw new PdfFormatException(PreflightMessages.DamagedObject, offset.ToString(), $"object {number} lies outside the file");
        var item = ReadAt((int)offset, out var found);
        return found == number ? item : throw new PdfFormatException(PreflightMessages.DamagedObject, offset.ToString(), $"object {found} stands in the place of {number}");
    }

    private ObjectContainer Container(int number)
    {
        foreach (var (known, container) in _containers)
        {
            if (known == number) return container;
        }

        if (IsPacked(number) || Object(number) is not PdfStream stream) throw new PdfFormatException(PreflightMessages.DamagedObject, number.ToString(), "it is no object stream");
        var read = ObjectContainer.Open(stream, Decode(stream));
        if (_containers.Count == KeptContainers) _containers.RemoveAt(0);
        _containers.Add((number, read));
        return read;
    }

    private PdfStream Stream(PdfDictionary dictionary, ref PdfLexer lexer)
    {
        lexer.Position += 6;
        if (lexer.PeekAt(0) == '\r') lexer.Position++;
        if (lexer.PeekAt(0) == '\n') lexer.Position++;
        var start = lexer.Position;
        if (dictionary["Length"].AsInteger is not { } length || length < 0 || length > lexer.Length - start) throw lexer.Damaged("the length of its stream is missing or leads outside the file");
        lexer.Position = start + length;
        lexer.Peek();
        if (!lexer.StartsWith("endstream"u8)) throw lexer.Damaged("its stream does not end where its length says");
        return new PdfStream(dictionary, _bytes.Slice(start, length)) { Start = start };
    }

    private void ReadHeader()
    {
        var at = _bytes.Span[..Math.Min(1024, _bytes.Length)].IndexOf("%PDF-"u8);
        if (at < 0 || _bytes.Length < at + 8) throw new PdfFormatException(PreflightMessages.NotPdf);
        HeaderVersion = string.Concat(_bytes.Span.Slice(at + 5, 3).ToArray().Select(static b => (char)b));
    }
}

/// <summary>An object in the bytes of its file: where it begins with its number, where it ends before <c>endobj</c> or <c>endstream</c>.</summary>
internal readonly record struct ObjectFrame(int Offset, int End, PdfObject Item);

/// <summary>An unpacked object stream (ISO 32000-1 §7.5.7).</summary>
internal sealed class ObjectContainer
{
    private readonly ReadOnlyMemory<byte> _data;
    private readonly List<(int Number, int Offset)> _items;

    private ObjectContainer(ReadOnlyMemory<byte> data, List<(int Number, int Offset)> items)
    {
        _data = data;
        _items = items;
    }

    public static ObjectContainer Open(PdfStream stream, ReadOnlyMemory<byte> data)
    {
        var lexer = new PdfLexer(data.Span, 0);
        var first = stream["First"].AsInteger ?? 0;
        var items = new List<(int, int)>();
        for (var i = 0; i < (stream["N"].AsInteger ?? 0); i++)
        {
            if (Next(ref lexer) is not { } number || Next(ref lexer) is not { } offset) throw lexer.Damaged("an object stream lists fewer objects than it says");
            items.Add((number, first + offset));
        }

        return new ObjectContainer(data, items);
    }

    public PdfObject Read(int number, int index, PdfFile file)
    {
        if ((uint)index >= (uint)_items.Count || _items[index].Number != number) index = _items.FindIndex(item => item.Number == number);
        if (index < 0) throw new PdfFormatException(PreflightMessages.DamagedObject, number.ToString(), "its object stream does not hold it");
        var lexer = new PdfLexer(_data.Span, Math.Clamp(_items[index].Offset, 0, _data.Length));
        return PdfSyntax.Read(ref lexer, file) ?? throw lexer.Cut();
    }

    private static int? Next(ref PdfLexer lexer) => PdfSyntax.Read(ref lexer, null) is PdfNumber { IsInteger: true, Value: >= 0 and < int.MaxValue / 2 } number ? (int)number.Value : null;
}
