using System.Globalization;
using System.Text;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Tests.Mutation;

/// <summary>A file taken apart into its objects, to be changed and written again with a plain cross-reference table.</summary>
internal sealed class PdfGraph
{
    private readonly SortedDictionary<int, PdfObject> _objects = [];
    private readonly PdfFile _file;

    private PdfGraph(PdfFile file)
    {
        _file = file;
        foreach (var number in file.ObjectNumbers)
        {
            var item = file.Object(number);
            if (item["Type"].AsName is not ("XRef" or "ObjStm") && !item.IsNull) _objects[number] = item;
        }

        foreach (var key in (string[])["Root", "Info", "ID"])
        {
            if (file.Trailer.Raw.TryGetValue(key, out var value)) Trailer.Raw[key] = value;
        }
    }

    public PdfDictionary Trailer { get; } = new(null, []);

    /// <summary>What stands before the objects, and after them.</summary>
    public byte[] Header { get; set; } = [.. "%PDF-1.4\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n'];
    public string Tail { get; set; } = "";

    public PdfDictionary Catalog => (PdfDictionary)At(Trailer, "Root");
    public PdfDictionary Information => (PdfDictionary)At(Trailer, "Info");
    public IEnumerable<PdfObject> Objects => _objects.Values.ToList();

    public static PdfGraph Read(byte[] pdf)
    {
        var file = PdfFile.Open(pdf);
        var graph = new PdfGraph(file);
        graph.Header = Encoding.Latin1.GetBytes($"%PDF-{file.HeaderVersion}\n%\u00E2\u00E3\u00CF\u00D3\n");
        return graph;
    }

    /// <summary>What keys and indexes lead to, references followed in this graph.</summary>
    public PdfObject At(PdfObject from, params object[] path)
    {
        foreach (var step in path)
        {
            var next = step is string key ? from.Dictionary!.Raw.GetValueOrDefault(key, PdfNull.Instance) : ((PdfArray)from).Raw[(int)step];
            from = Follow(next);
        }

        return from;
    }

    public PdfObject Follow(PdfObject item) => item is PdfReference reference ? _objects.GetValueOrDefault(reference.Target, PdfNull.Instance) : item;

    /// <summary>Dictionaries and streams of a type.</summary>
    public IEnumerable<PdfObject> OfType(string type, string? subtype = null) =>
        Objects.Where(item => item.Dictionary is { } d && Name(d, "Type") == type && (subtype is null || Name(d, "Subtype") == subtype));

    /// <summary>Elements of the structure with a role.</summary>
    public List<PdfDictionary> Elements(string role) => [.. Objects.OfType<PdfDictionary>().Where(d => Name(d, "S") == role && d.Raw.ContainsKey("P"))];

    public List<PdfDictionary> Pages => [.. OrderedPages(At(Catalog, "Pages"))];

    public List<PdfDictionary> CidFonts => [.. Objects.OfType<PdfDictionary>().Where(d => Name(d, "Subtype") is "CIDFontType2" or "CIDFontType0")];

    public static string? Name(PdfDictionary dictionary, string key) => (dictionary.Raw.GetValueOrDefault(key) as PdfName)?.Text;

    public PdfReference Add(PdfObject item)
    {
        var number = _objects.Keys.Last() + 1;
        _objects[number] = item;
        item.Number = number;
        return new PdfReference(number, 0);
    }

    public void Replace(PdfObject old, PdfObject item)
    {
        item.Number = old.Number;
        _objects[old.Number] = item;
    }

    public byte[] Decode(PdfObject stream) => _file.Decode((PdfStream)stream).ToArray();

    /// <summary>A stream with other bytes, not packed.</summary>
    public void SetData(PdfObject stream, byte[] data)
    {
        var entries = stream.Dictionary!;
        entries.Raw.Remove("Filter");
        entries.Raw.Remove("DecodeParms");
        Replace(stream, new PdfStream(entries, data));
    }

    /// <summary>Changes a page's content as Latin-1 text.</summary>
    public void EditContent(int page, Func<string, string> edit)
    {
        var contents = At(Pages[page], "Contents");
        SetData(contents, Encoding.Latin1.GetBytes(edit(Encoding.Latin1.GetString(Decode(contents)))));
    }

    public void EditMetadata(Func<string, string> edit)
    {
        var metadata = At(Catalog, "Metadata");
        SetData(metadata, Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(Decode(metadata)))));
    }

    public byte[] Write()
    {
        var bytes = new MemoryStream();
        bytes.Write(Header);
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, item) in _objects)
        {
            offsets[number] = bytes.Position;
            Write(bytes, $"{number} 0 obj\n");
            Write(bytes, item);
            Write(bytes, "\nendobj\n");
        }

        WriteTable(bytes, offsets);
        Write(bytes, Tail);
        return bytes.ToArray();
    }

    private IEnumerable<PdfDictionary> OrderedPages(PdfObject node)
    {
        if (node.Dictionary!.Raw.GetValueOrDefault("Kids") is not { } kids) return [(PdfDictionary)node];
        return ((PdfArray)Follow(kids)).Raw.SelectMany(kid => OrderedPages(Follow(kid)));
    }

    private void WriteTable(MemoryStream bytes, SortedDictionary<int, long> offsets)
    {
        var (start, size) = (bytes.Position, offsets.Keys.Last() + 1);
        Write(bytes, $"xref\n0 {size}\n0000000000 65535 f \n");
        for (var number = 1; number < size; number++) Write(bytes, offsets.TryGetValue(number, out var at) ? $"{at:D10} 00000 n \n" : "0000000000 00000 f \n");
        Trailer.Raw["Size"] = new PdfNumber(size, true);
        Write(bytes, "trailer\n");
        Write(bytes, Trailer);
        Write(bytes, $"\nstartxref\n{start}\n%%EOF\n");
    }

    private static void Write(MemoryStream bytes, string text) => bytes.Write(Encoding.Latin1.GetBytes(text));

    private static void Write(MemoryStream bytes, PdfObject item)
    {
        switch (item)
        {
            case PdfBoolean value: Write(bytes, value.Value ? "true" : "false"); break;
            case PdfNumber number: Write(bytes, number.Value.ToString(number.IsInteger ? "0" : "0.#########", CultureInfo.InvariantCulture)); break;
            case PdfName name: Write(bytes, "/" + string.Concat(name.Text.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '_' or '.' ? c.ToString() : $"#{(int)c:X2}"))); break;
            case PdfString text: Write(bytes, "<" + Convert.ToHexString(text.Bytes) + ">"); break;
            case PdfReference reference: Write(bytes, $"{reference.Target} {reference.Generation} R"); break;
            case PdfArray array: WriteArray(bytes, array); break;
            case PdfDictionary dictionary: WriteDictionary(bytes, dictionary); break;
            case PdfStream stream: WriteStream(bytes, stream); break;
            default: Write(bytes, "null"); break;
        }
    }

    private static void WriteArray(MemoryStream bytes, PdfArray array)
    {
        Write(bytes, "[");
        foreach (var item in array.Raw)
        {
            Write(bytes, " ");
            Write(bytes, item);
        }

        Write(bytes, " ]");
    }

    private static void WriteDictionary(MemoryStream bytes, PdfDictionary dictionary)
    {
        Write(bytes, "<<");
        foreach (var (key, value) in dictionary.Raw)
        {
            Write(bytes, new PdfName(key));
            Write(bytes, " ");
            Write(bytes, value);
            Write(bytes, "\n");
        }

        Write(bytes, ">>");
    }

    private static void WriteStream(MemoryStream bytes, PdfStream stream)
    {
        stream.Entries.Raw["Length"] = new PdfNumber(stream.Raw.Length, true);
        WriteDictionary(bytes, stream.Entries);
        Write(bytes, "\nstream\n");
        bytes.Write(stream.Raw.Span);
        Write(bytes, "\nendstream");
    }
}
