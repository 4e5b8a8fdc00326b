using System.Text;

namespace Typeset.Pdf.Tests.Reading;

/// <summary>Reads PDF syntax (ISO 32000-1 §7.2, §7.3) strictly: what it does not know is an error.</summary>
internal sealed class PdfSyntax(byte[] bytes, int start = 0)
{
    private const string Delimiters = "()<>[]{}/%";

    public int Position { get; private set; } = start;

    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return Position >= bytes.Length;
        }
    }

    /// <summary>The next object, or an operator as a token.</summary>
    public PdfObject Next()
    {
        SkipSpace();
        return (char)bytes[Position] switch
        {
            '/' => ReadName(),
            '(' => ReadLiteral(),
            '<' when bytes[Position + 1] == '<' => ReadDictionary(),
            '<' => ReadHex(),
            '[' => ReadArray(),
            _ => ReadTokenOrReference(),
        };
    }

    /// <summary>An indirect object's body at the position of its number.</summary>
    public PdfObject Indirect(int number)
    {
        Assert.Equal(number, ((PdfToken)ReadToken()).Integer);
        Assert.Equal("0", ((PdfToken)ReadToken()).Text);
        Assert.Equal("obj", ((PdfToken)ReadToken()).Text);
        var body = Next();
        if (((PdfToken)ReadToken()).Text is var word && word == "endobj") return body;
        Assert.Equal("stream", word);
        return ReadStream((PdfDictionary)body);
    }

    private PdfStream ReadStream(PdfDictionary dictionary)
    {
        Assert.Equal((byte)'\n', bytes[Position++]);
        var length = (int)((PdfToken)dictionary["Length"]!).Integer;
        var raw = bytes[Position..(Position + length)];
        Position += length;
        Assert.Equal("endstream", ((PdfToken)ReadToken()).Text);
        Assert.Equal("endobj", ((PdfToken)ReadToken()).Text);
        return new PdfStream(dictionary, raw);
    }

    private void SkipSpace()
    {
        while (Position < bytes.Length && bytes[Position] is 0 or 9 or 10 or 12 or 13 or 32) Position++;
    }

    private string ReadRegular()
    {
        var from = Position;
        while (Position < bytes.Length && bytes[Position] > 32 && !Delimiters.Contains((char)bytes[Position])) Position++;
        return Encoding.Latin1.GetString(bytes, from, Position - from);
    }

    private PdfObject ReadToken()
    {
        SkipSpace();
        var text = ReadRegular();
        Assert.False(text.Length == 0, $"No token at {Position}.");
        return new PdfToken(text);
    }

    private PdfObject ReadTokenOrReference()
    {
        var token = (PdfToken)ReadToken();
        var after = Position;
        if (!int.TryParse(token.Text, out var number) || AtEnd || !char.IsAsciiDigit((char)bytes[Position])) return Back(after, token);
        ReadRegular();
        SkipSpace();
        if (Position >= bytes.Length || bytes[Position] != 'R' || ReadRegular() != "R") return Back(after, token);
        return new PdfReference(number);
    }

    private PdfObject Back(int position, PdfObject value)
    {
        Position = position;
        return value;
    }

    private PdfName ReadName()
    {
        Position++;
        var escaped = ReadRegular();
        var name = new StringBuilder();
        for (var i = 0; i < escaped.Length; i++)
        {
            name.Append(escaped[i] == '#' ? (char)Convert.ToByte(escaped.Substring((i += 2) - 1, 2), 16) : escaped[i]);
        }

        return new PdfName(name.ToString());
    }

    private PdfString ReadLiteral()
    {
        var data = new MemoryStream();
        for (Position++; bytes[Position] != ')'; Position++)
        {
            Assert.NotEqual((byte)'(', bytes[Position]);
            if (bytes[Position] != '\\') data.WriteByte(bytes[Position]);
            else data.WriteByte(bytes[++Position] == 'r' ? (byte)'\r' : bytes[Position]);
        }

        Position++;
        return new PdfString(data.ToArray());
    }

    private PdfString ReadHex()
    {
        var end = Array.IndexOf(bytes, (byte)'>', Position);
        var hex = Encoding.ASCII.GetString(bytes, Position + 1, end - Position - 1);
        Position = end + 1;
        return new PdfString(Convert.FromHexString(hex));
    }

    private PdfArray ReadArray()
    {
        var items = new List<PdfObject>();
        for (Position++; ; items.Add(Next()))
        {
            SkipSpace();
            if (bytes[Position] == ']') break;
        }

        Position++;
        return new PdfArray(items);
    }

    private PdfDictionary ReadDictionary()
    {
        var entries = new List<(string, PdfObject)>();
        for (Position += 2; ; entries.Add((ReadName().Text, Next())))
        {
            SkipSpace();
            if (bytes[Position] == '>') break;
        }

        Assert.Equal((byte)'>', bytes[Position + 1]);
        Position += 2;
        return new PdfDictionary(entries);
    }
}
