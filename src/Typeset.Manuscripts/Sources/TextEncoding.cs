using System.Collections.Immutable;
using System.Text;

namespace Typeset.Manuscripts.Sources;

/// <summary>An encoding that raw manuscripts come in: strict, so that a byte which does not belong to it is an error and never a question mark.</summary>
internal sealed record TextEncoding(string Name, Encoding Strict)
{
    public static readonly TextEncoding Utf8 = new("UTF-8", new UTF8Encoding(false, throwOnInvalidBytes: true));
    public static readonly TextEncoding Utf16LittleEndian = new("UTF-16LE", new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true));
    public static readonly TextEncoding Utf16BigEndian = new("UTF-16BE", new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true));

    /// <summary>GB 18030, of which GBK and GB 2312 are parts.</summary>
    public static readonly TextEncoding Gb18030 = new("GB18030", OfCodePage(54936));
    public static readonly TextEncoding Big5 = new("Big5", OfCodePage(950));

    /// <summary>Encodings whose line ends are single bytes.</summary>
    public static ImmutableArray<TextEncoding> ByByte { get; } = [Utf8, Gb18030, Big5];

    /// <summary>Encodings in units of two bytes.</summary>
    public static ImmutableArray<TextEncoding> ByPair { get; } = [Utf16LittleEndian, Utf16BigEndian];

    /// <summary>Names that a user may give, the first of a kind being its own.</summary>
    private static readonly (string Name, TextEncoding Encoding)[] Names =
    [
        ("utf-8", Utf8), ("utf8", Utf8), ("utf-16", Utf16LittleEndian), ("utf-16le", Utf16LittleEndian), ("utf-16be", Utf16BigEndian), ("utf16", Utf16LittleEndian),
        ("gb18030", Gb18030), ("gbk", Gb18030), ("gb2312", Gb18030), ("cp936", Gb18030), ("big5", Big5), ("cp950", Big5),
    ];

    /// <summary>The names that are told to a user who gave another.</summary>
    public static ImmutableArray<string> KnownNames { get; } = ["utf-8", "utf-16le", "utf-16be", "gb18030", "gbk", "big5"];

    public bool IsUtf16 => ByPair.Contains(this);

    /// <summary>The same encoding with a replacement character for what cannot be read, to show where that is.</summary>
    public Encoding Lenient { get; } = OfLenient(Strict);

    /// <summary>The encoding of a name in any case, or null.</summary>
    public static TextEncoding? Find(string name)
    {
        foreach (var (known, encoding) in Names)
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase)) return encoding;
        }

        return null;
    }

    /// <summary>The encoding that a byte order mark names and the mark's length; null and 0 where there is no mark.</summary>
    public static TextEncoding? OfMark(ReadOnlySpan<byte> bytes, out int length)
    {
        (var found, length) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
            [0xFF, 0xFE, ..] => (Utf16LittleEndian, 2),
            [0xFE, 0xFF, ..] => (Utf16BigEndian, 2),
            _ => (default(TextEncoding), 0),
        };
        return found;
    }

    /// <summary>The text, or null where a byte does not belong to the encoding.</summary>
    public string? TryDecode(ReadOnlySpan<byte> bytes)
    {
        if (ReferenceEquals(this, Utf8) && !System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding OfLenient(Encoding strict)
    {
        var lenient = (Encoding)strict.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return lenient;
    }

    private static Encoding OfCodePage(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
