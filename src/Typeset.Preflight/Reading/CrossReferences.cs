using Typeset.Core.Messages;

namespace Typeset.Preflight.Reading;

/// <summary>Where an object lies: at an offset of the file, or as an item of an object stream.</summary>
internal readonly record struct ObjectPlace(long Offset, int Container, int Index, int Generation)
{
    public bool IsPacked => Container > 0;
}

/// <summary>Reads cross-reference tables and streams, newest first (ISO 32000-1 §7.5.4, §7.5.8). A broken one is refused, never guessed at.</summary>
internal sealed class CrossReferences(PdfFile file, ReadOnlyMemory<byte> bytes)
{
    /// <summary>The last <c>startxref</c> stands in the last bytes (Annex H, note 18).</summary>
    private const int Tail = 2048;

    private readonly HashSet<long> _seen = [];
    private readonly HashSet<int> _settled = [];

    public Dictionary<int, ObjectPlace> Places { get; } = [];

    /// <summary>The newest trailer; older ones fill in nothing.</summary>
    public PdfDictionary? Trailer { get; private set; }

    /// <summary>Where the newest section begins.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether the newest section is a stream.</summary>
    public bool IsStream { get; private set; }

    public void Read()
    {
        for (long? at = Start(); at is { } offset;)
        {
            if (!_seen.Add(offset)) throw Broken(offset, "a section leads back to itself");
            var trailer = ReadSection(offset);
            if (trailer["XRefStm"].AsNumber is { } hybrid && _seen.Add((long)hybrid)) ReadSection((long)hybrid);
            at = trailer["Prev"].AsNumber is { } previous ? (long)previous : null;
        }
    }

    private long Start()
    {
        var tail = bytes.Span[Math.Max(0, bytes.Length - Tail)..];
        var at = tail.LastIndexOf("startxref"u8);
        if (at < 0) throw Broken(bytes.Length, "there is no startxref at the end");
        var lexer = new PdfLexer(tail, at + 9);
        lexer.Peek();
        return lexer.Number() is { IsInteger: true } number ? (long)number.Value : throw Broken(bytes.Length, "startxref names no offset");
    }

    /// <summary>Reads one section and returns its trailer.</summary>
    private PdfDictionary ReadSection(long offset)
    {
        if (offset < 0 || offset >= bytes.Length) throw Broken(offset, "it lies outside the file");
        var lexer = new PdfLexer(bytes.Span, (int)offset);
        lexer.Peek();
        var trailer = lexer.StartsWith("xref"u8) ? ReadTable(ref lexer) : ReadStream((int)offset);
        if (Trailer is null) (Trailer, IsStream, Offset) = (trailer, trailer["Type"].AsName == "XRef", offset);
        return trailer;
    }

    private PdfDictionary ReadTable(ref PdfLexer lexer)
    {
        lexer.Position += 4;
        while (lexer.Peek() is >= '0' and <= '9')
        {
            var (first, count) = (Integer(ref lexer), Integer(ref lexer));
            for (var i = 0L; i < count; i++) ReadEntry(ref lexer, first + i);
        }

        if (!lexer.StartsWith("trailer"u8)) throw Broken(lexer.Position, "the table has no trailer");
        lexer.Position += 7;
        return PdfSyntax.Read(ref lexer, file) as PdfDictionary ?? throw Broken(lexer.Position, "the trailer is no dictionary");
    }

    private void ReadEntry(ref PdfLexer lexer, long number)
    {
        var (offset, generation) = (Integer(ref lexer), Integer(ref lexer));
        lexer.Peek();
        var kind = lexer.Keyword();
        if (kind is not ("n" or "f")) throw Broken(lexer.Position, "an entry is neither n nor f");
        Add(number, kind == "n" ? new ObjectPlace(offset, 0, 0, (int)Math.Min(generation, 65535)) : null);
    }

    private long Integer(ref PdfLexer lexer)
    {
        lexer.Peek();
        return lexer.Number() is { IsInteger: true, Value: >= 0 and < 1e15 } number ? (long)number.Value : throw Broken(lexer.Position, "a number is expected");
    }

    private PdfDictionary ReadStream(int offset)
    {
        if (file.ReadAt(offset, out _) is not PdfStream stream || stream["Type"].AsName != "XRef") throw Broken(offset, "neither a table nor a stream of cross-references stands there");
        var data = file.Decode(stream).Span;
        var widths = stream["W"].AsNumbers(3) is { } w && Array.TrueForAll(w, static n => n is >= 0 and <= 8 && n == Math.Floor(n)) ? Array.ConvertAll(w, static n => (int)n) : throw Broken(offset, "W is not three numbers");
        var row = widths[0] + widths[1] + widths[2];
        if (row == 0) throw Broken(offset, "W is empty");
        var at = 0;
        foreach (var (first, count) in Subsections(stream))
        {
            for (var i = 0L; i < count && at + row <= data.Length; i++, at += row) ReadRow(data.Slice(at, row), widths, first + i);
        }

        return stream.Entries;
    }

    private static IEnumerable<(long First, long Count)> Subsections(PdfStream stream)
    {
        if (stream["Index"] is not PdfArray index) return [(0, (long)(stream["Size"].AsNumber ?? 0))];
        return Enumerable.Range(0, index.Count / 2).Select(i => ((long)(index[2 * i].AsNumber ?? 0), (long)(index[2 * i + 1].AsNumber ?? 0)));
    }

    private void ReadRow(ReadOnlySpan<byte> row, int[] widths, long number)
    {
        var kind = widths[0] == 0 ? 1 : Field(row[..widths[0]]);
        var second = Field(row.Slice(widths[0], widths[1]));
        var third = Field(row[(widths[0] + widths[1])..]);
        Add(number, kind switch
        {
            1 => new ObjectPlace(second, 0, 0, (int)Math.Clamp(third, 0, 65535)),
            2 when second is > 0 and < int.MaxValue => new ObjectPlace(0, (int)second, (int)Math.Clamp(third, 0, int.MaxValue), 0),
            _ => null,
        });
    }

    /// <summary>The newest word on an object counts.</summary>
    private void Add(long number, ObjectPlace? place)
    {
        if (number is < 0 or > int.MaxValue || !_settled.Add((int)number)) return;
        if (_settled.Count > Limits.Objects) throw new PdfFormatException(PreflightMessages.TooMuch, "objects");
        if (place is { } at) Places[(int)number] = at;
    }

    private static long Field(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        foreach (var b in bytes) value = value << 8 | b;
        return value;
    }

    private static PdfFormatException Broken(long offset, string problem) => new(PreflightMessages.BrokenCrossReferences, offset.ToString(), problem);
}
