using System.Text;

namespace Typeset.Pdf.Tests.Reading;

/// <summary>A PDF read by its cross references, every object of it; wrong offsets, numbers and lengths fail the test.</summary>
internal sealed class PdfFile
{
    private readonly byte[] _bytes;

    private PdfFile(byte[] bytes) => _bytes = bytes;

    /// <summary>All objects in use by number.</summary>
    public SortedDictionary<int, PdfObject> Objects { get; } = [];

    public PdfDictionary Trailer { get; private set; } = new([]);

    public static PdfFile Read(byte[] bytes)
    {
        var file = new PdfFile(bytes);
        var tail = Encoding.Latin1.GetString(bytes, Math.Max(0, bytes.Length - 40), Math.Min(40, bytes.Length));
        Assert.EndsWith("\n%%EOF\n", tail);
        var at = int.Parse(tail[(tail.IndexOf("startxref\n", StringComparison.Ordinal) + 10)..tail.IndexOf("\n%%EOF", StringComparison.Ordinal)].Trim());
        if (bytes[at] == 'x') file.ReadTable(at);
        else file.ReadStream(at);
        return file;
    }

    public PdfObject Resolve(PdfObject? value) => value is PdfReference reference ? Objects[reference.Number] : Assert.IsAssignableFrom<PdfObject>(value);

    public PdfDictionary Dictionary(PdfObject? value) => Resolve(value) switch
    {
        PdfStream stream => stream.Dictionary,
        var other => Assert.IsType<PdfDictionary>(other),
    };

    public PdfDictionary Catalog => Dictionary(Trailer["Root"]);

    /// <summary>The pages by walking the tree.</summary>
    public List<PdfDictionary> Pages() => PagesUnder(Dictionary(Catalog["Pages"]));

    /// <summary>A page's content stream as text, strings as hexadecimal.</summary>
    public string ContentOf(PdfDictionary page) => Encoding.Latin1.GetString(((PdfStream)Resolve(page["Contents"])).Data);

    private List<PdfDictionary> PagesUnder(PdfDictionary node)
    {
        if (node.NameOf("Type") == "Page") return [node];
        var pages = ((PdfArray)node["Kids"]!).Items.SelectMany(kid => PagesUnder(Dictionary(kid))).ToList();
        Assert.Equal(pages.Count, ((PdfToken)node["Count"]!).Integer);
        return pages;
    }

    private void ReadTable(int at)
    {
        var lines = Encoding.Latin1.GetString(_bytes, at, _bytes.Length - at).Split('\n');
        var count = int.Parse(lines[1].Split(' ')[1]);
        for (var i = 0; i < count; i++)
        {
            var row = lines[2 + i];
            Assert.Equal(19, row.Length);
            if (row[17] == 'n') Objects[i] = new PdfSyntax(_bytes, int.Parse(row[..10])).Indirect(i);
        }

        var trailerAt = at + lines.Take(2 + count).Sum(static l => l.Length + 1) + "trailer\n".Length;
        Trailer = (PdfDictionary)new PdfSyntax(_bytes, trailerAt).Next();
    }

    private void ReadStream(int at)
    {
        var number = int.Parse(Encoding.Latin1.GetString(_bytes, at, 12).Split(' ')[0]);
        var xref = (PdfStream)new PdfSyntax(_bytes, at).Indirect(number);
        Trailer = xref.Dictionary;
        var rows = UndoUp(xref.Data, 7);
        Assert.Equal(((PdfToken)Trailer["Size"]!).Integer, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i][0] == 1) Objects[i] = new PdfSyntax(_bytes, (int)Value(rows[i])).Indirect(i);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i][0] == 2) Objects[i] = ReadFromStream((PdfStream)Objects[(int)Value(rows[i])], rows[i][6], i);
        }
    }

    private static PdfObject ReadFromStream(PdfStream stream, int index, int number)
    {
        var data = stream.Data;
        var header = new PdfSyntax(data);
        PdfToken stored = new(""), offset = new("");
        for (var i = 0; i <= index; i++) (stored, offset) = ((PdfToken)header.Next(), (PdfToken)header.Next());
        Assert.Equal(number, stored.Integer);
        return new PdfSyntax(data, (int)(((PdfToken)stream.Dictionary["First"]!).Integer + offset.Integer)).Next();
    }

    private static long Value(byte[] row)
    {
        var value = 0L;
        for (var i = 1; i <= 5; i++) value = (value << 8) | row[i];
        return value;
    }

    private static List<byte[]> UndoUp(byte[] data, int length)
    {
        var rows = new List<byte[]>();
        for (var at = 0; at < data.Length; at += length + 1)
        {
            Assert.Equal(2, data[at]);
            var row = data[(at + 1)..(at + 1 + length)];
            if (rows.Count > 0)
            {
                for (var i = 0; i < length; i++) row[i] += rows[^1][i];
            }

            rows.Add(row);
        }

        return rows;
    }
}
