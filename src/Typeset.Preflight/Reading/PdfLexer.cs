using System.Buffers.Text;
using System.Text;
using Typeset.Core.Messages;

namespace Typeset.Preflight.Reading;

/// <summary>Cuts bytes into the tokens of PDF (ISO 32000-1 §7.2, §7.3) and owns every bounds check on them.</summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; set; } = position;

    public readonly bool IsAtEnd => Position >= _bytes.Length;
    public readonly int Length => _bytes.Length;

    /// <summary>The next byte that is no white space and in no comment; −1 at the end.</summary>
    public int Peek()
    {
        while (Position < _bytes.Length)
        {
            var b = _bytes[Position];
            if (b == '%') SkipLine();
            else if (IsSpace(b)) Position++;
            else return b;
        }

        return -1;
    }

    public readonly int PeekAt(int offset) => (uint)(Position + offset) < (uint)_bytes.Length ? _bytes[Position + offset] : -1;

    public readonly bool StartsWith(ReadOnlySpan<byte> word) => Position <= _bytes.Length && _bytes[Position..].StartsWith(word);

    /// <summary>A number: digits, a sign, a point. What is none is null and stays unread.</summary>
    public PdfNumber? Number()
    {
        var end = Position;
        while (end < _bytes.Length && _bytes[end] is >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.') end++;
        var text = _bytes[Position..end];
        if (!TryParse(text, out var value)) return null;
        Position = end;
        return new PdfNumber(value, text.IndexOf((byte)'.') < 0);
    }

    public string Name()
    {
        var start = ++Position;
        while (Position < _bytes.Length && IsRegular(_bytes[Position])) Position++;
        var raw = _bytes[start..Position];
        return raw.IndexOf((byte)'#') < 0 ? Encoding.Latin1.GetString(raw) : Unescape(raw);
    }

    public string Keyword()
    {
        var start = Position;
        while (Position < _bytes.Length && IsRegular(_bytes[Position])) Position++;
        if (Position == start) Position++;
        return Encoding.Latin1.GetString(_bytes[start..Math.Min(Position, _bytes.Length)]);
    }

    public byte[] LiteralString()
    {
        var text = new List<byte>();
        var depth = 1;
        for (Position++; Position < _bytes.Length; Position++)
        {
            var b = _bytes[Position];
            if (b == '\\')
            {
                Escape(text);
                continue;
            }

            if (b == '(') depth++;
            if (b == ')' && --depth == 0)
            {
                Position++;
                return [.. text];
            }

            text.Add(b == '\r' ? (byte)'\n' : b);
            if (b == '\r' && PeekAt(1) == '\n') Position++;
        }

        throw Cut();
    }

    public byte[] HexString(out bool hasHalfByte)
    {
        var text = new List<byte>();
        var half = -1;
        for (Position++; Position < _bytes.Length; Position++)
        {
            var b = _bytes[Position];
            if (b == '>')
            {
                Position++;
                hasHalfByte = half >= 0;
                if (hasHalfByte) text.Add((byte)(half << 4));
                return [.. text];
            }

            if (IsSpace(b)) continue;
            var digit = Digit(b);
            if (digit < 0) throw Damaged("a hexadecimal string holds another character");
            if (half < 0) half = digit;
            else (_, half) = (Add(text, half << 4 | digit), -1);
        }

        throw Cut();
    }

    public readonly PdfFormatException Cut() => Damaged("the bytes end within it");

    public readonly PdfFormatException Damaged(string problem) => new(PreflightMessages.DamagedObject, Position.ToString(), problem);

    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsRegular(byte b) => !IsSpace(b) && b is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');

    private static int Add(List<byte> text, int value)
    {
        text.Add((byte)value);
        return value;
    }

    private void SkipLine()
    {
        while (Position < _bytes.Length && _bytes[Position] is not (10 or 13)) Position++;
    }

    /// <summary>A number as readers take it: any real in range; doubles beyond it are refused.</summary>
    private static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text.Length is 0 or > 64) return false;
        if (text[0] == '+') text = text[1..];
        if (text.Length == 0 || text[^1] == '.' && text.Length == 1) return false;
        return Utf8Parser.TryParse(text, out value, out var used) && used == text.Length && double.IsFinite(value);
    }

    private void Escape(List<byte> text)
    {
        var b = PeekAt(1);
        Position++;
        switch (b)
        {
            case 'n': text.Add(10); break;
            case 'r': text.Add(13); break;
            case 't': text.Add(9); break;
            case 'b': text.Add(8); break;
            case 'f': text.Add(12); break;
            case '\r' when PeekAt(1) == '\n': Position++; break;
            case '\r' or '\n' or -1: break;
            case >= '0' and <= '7': text.Add(Octal()); break;
            default: text.Add((byte)b); break;
        }
    }

    private byte Octal()
    {
        var value = _bytes[Position] - '0';
        for (var i = 0; i < 2 && PeekAt(1) is >= '0' and <= '7'; i++) value = value * 8 + _bytes[++Position] - '0';
        return (byte)value;
    }

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && Digit(raw[i + 1]) >= 0 && Digit(raw[i + 2]) >= 0)
            {
                text.Append((char)(Digit(raw[i + 1]) << 4 | Digit(raw[i + 2])));
                i += 2;
            }
            else text.Append((char)raw[i]);
        }

        return text.ToString();
    }

    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
