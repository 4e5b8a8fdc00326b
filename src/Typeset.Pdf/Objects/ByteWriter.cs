using System.Text;

namespace Typeset.Pdf.Objects;

/// <summary>
/// A growing stretch of bytes in PDF's notations (ISO 32000-1 §7.3). Every token ends with the white space it needs, so that tokens may follow
/// one another in any order.
/// </summary>
internal sealed class ByteWriter(int capacity = 1024)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Room for <paramref name="count"/> more bytes, which count as written.</summary>
    public Span<byte> Extend(int count)
    {
        var room = Reserve(count);
        Length += count;
        return room[..count];
    }

    public ByteWriter Byte(byte value)
    {
        if (Length == _bytes.Length) Reserve(1);
        _bytes[Length++] = value;
        return this;
    }

    public ByteWriter Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Extend(bytes.Length));
        return this;
    }

    /// <summary>A whole number.</summary>
    public ByteWriter Integer(long value)
    {
        var room = Reserve(21);
        value.TryFormat(room, out var count, default, System.Globalization.CultureInfo.InvariantCulture);
        Length += count;
        return Byte((byte)' ');
    }

    /// <summary>A whole number and nothing after it, for the ends of lines.</summary>
    public ByteWriter Whole(long value)
    {
        Integer(value);
        Length--;
        return this;
    }

    /// <summary>A whole number, filled with zeros on the left to a number of digits, and nothing after it.</summary>
    public ByteWriter Digits(long value, int digits)
    {
        var room = Extend(digits);
        for (var i = digits - 1; i >= 0; i--, value /= 10) room[i] = (byte)('0' + value % 10);
        return this;
    }

    /// <summary>The number <paramref name="value"/> / 10^<paramref name="decimals"/> without needless zeros: 10500 with three decimals is <c>10.5</c>.</summary>
    public ByteWriter Decimal(long value, int decimals)
    {
        if (value < 0) Byte((byte)'-');
        var rest = Math.Abs(value);
        while (decimals > 0 && rest % 10 == 0)
        {
            rest /= 10;
            decimals--;
        }

        WriteDigits(rest, decimals);
        return Byte((byte)' ');
    }

    /// <summary>A name; what is not a plain letter, digit or mark is written <c>#xx</c> of its UTF-8 (§7.3.5).</summary>
    public ByteWriter Name(string name)
    {
        Byte((byte)'/');
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            if (b is > 0x20 and < 0x7F && !"#()<>[]{}/%"u8.Contains(b)) Byte(b);
            else Byte((byte)'#').Hex(b);
        }

        return Byte((byte)' ');
    }

    public ByteWriter Name(ReadOnlySpan<byte> plain) => Byte((byte)'/').Raw(plain).Byte((byte)' ');

    /// <summary>A reference to an indirect object of generation 0.</summary>
    public ByteWriter Reference(int number) => Integer(number).Raw("0 R "u8);

    public ByteWriter Boolean(bool value) => Raw(value ? "true "u8 : "false "u8);

    public ByteWriter Open() => Raw("<<"u8);

    public ByteWriter Close() => Raw(">>"u8);

    public ByteWriter OpenArray() => Byte((byte)'[');

    public ByteWriter CloseArray() => Byte((byte)']');

    /// <summary>A dictionary's key; keys are given in ordinal order, so that the same dictionary is always the same bytes.</summary>
    public ByteWriter Key(ReadOnlySpan<byte> plain) => Name(plain);

    public ByteWriter Hex(byte value) => Byte(HexDigit(value >> 4)).Byte(HexDigit(value & 15));

    /// <summary>Two bytes as four hexadecimal digits.</summary>
    public ByteWriter Hex(char value) => Hex((byte)(value >> 8)).Hex((byte)value);

    /// <summary>A byte string, as it is where it is plain, else in hexadecimal.</summary>
    public ByteWriter ByteString(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.ContainsAnyExceptInRange((byte)0x20, (byte)0x7E)) return Literal(bytes);
        Byte((byte)'<');
        foreach (var b in bytes) Hex(b);
        return Byte((byte)'>');
    }

    /// <summary>A text string (§7.9.2.2): ASCII as it is, all else UTF-16BE with its mark, in hexadecimal.</summary>
    public ByteWriter Text(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange(' ', '~')) return Literal(text);
        return Raw("<FEFF"u8).Utf16(text).Byte((byte)'>');
    }

    /// <summary>UTF-16BE in hexadecimal; half a surrogate pair, which no reader could show, becomes a replacement character.</summary>
    public ByteWriter Utf16(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isWhole = char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
                : !char.IsLowSurrogate(text[i]) || (i > 0 && char.IsHighSurrogate(text[i - 1]));
            Hex(isWhole ? text[i] : '\uFFFD');
        }

        return this;
    }

    /// <summary>One byte inside a literal string, escaped where the syntax or an end-of-line conversion would change it (§7.3.4.2).</summary>
    public void Escaped(byte value)
    {
        switch (value)
        {
            case (byte)'(' or (byte)')' or (byte)'\\': Byte((byte)'\\').Byte(value); break;
            case (byte)'\r': Raw("\\r"u8); break;
            default: Byte(value); break;
        }
    }

    private ByteWriter Literal(ReadOnlySpan<byte> plain)
    {
        Byte((byte)'(');
        foreach (var b in plain) Escaped(b);
        return Byte((byte)')');
    }

    private ByteWriter Literal(ReadOnlySpan<char> plain)
    {
        Byte((byte)'(');
        foreach (var c in plain) Escaped((byte)c);
        return Byte((byte)')');
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' - 10 + value);

    private void WriteDigits(long value, int decimals)
    {
        Span<byte> digits = stackalloc byte[24];
        var at = digits.Length;
        if (decimals > 0)
        {
            for (; decimals > 0; decimals--, value /= 10) digits[--at] = (byte)('0' + value % 10);
            digits[--at] = (byte)'.';
        }

        for (; value != 0 || at == digits.Length; value /= 10) digits[--at] = (byte)('0' + value % 10);
        Raw(digits[at..]);
    }

    private Span<byte> Reserve(int count)
    {
        if (Length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        return _bytes.AsSpan(Length);
    }
}
