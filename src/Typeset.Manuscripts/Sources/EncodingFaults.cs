using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Manuscripts.Sources;

/// <summary>Finds the lines of a file that are not in its encoding.</summary>
internal static class EncodingFaults
{
    /// <summary>A line speaks for another encoding from this many characters beyond ASCII on; fewer read well by chance.</summary>
    private const int LeastCharacters = 4;

    /// <summary>Read in its own encoding a line is at least this plausible …</summary>
    private const double PlausibleFrom = 0.4;

    /// <summary>… and in another at most this.</summary>
    private const double ImplausibleTo = 0.25;

    /// <summary>The first line that cannot be read in the encoding, and in which other it can be.</summary>
    public static Diagnostic Undecodable(string path, ReadOnlySpan<byte> bytes, int origin, TextEncoding encoding)
    {
        var (start, end) = encoding.IsUtf16 ? (0, bytes.Length) : FirstBadLine(bytes, encoding);
        var source = new SourceText(path, encoding.Lenient.GetString(bytes));
        var at = start + LongestReadable(bytes[start..end], encoding);
        var span = source.Span(Characters(bytes[..start], encoding), Characters(bytes[..Math.Min(end, bytes.Length)], encoding));
        return !encoding.IsUtf16 && BestOther(bytes[start..end], encoding) is { } other
            ? ReadingMessages.MixedEncodings.At(span, other.Name, encoding.Name, Number(origin + at + 1))
            : ReadingMessages.UndecodableLine.At(span, encoding.Name, Number(origin + at + 1));
    }

    /// <summary>The first line that reads badly in the encoding and well in another, or null.</summary>
    public static Diagnostic? Mixed(string path, string text, ReadOnlySpan<byte> bytes, TextEncoding encoding)
    {
        if (encoding.IsUtf16 || encoding == TextEncoding.Utf8) return null;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var line = bytes[range];
            if (TextPlausibility.Of(encoding, line) is not { Count: >= LeastCharacters, Mean: < ImplausibleTo } || BestOther(line, encoding) is not { } other) continue;
            var start = Characters(bytes[..range.Start.Value], encoding);
            return ReadingMessages.MixedEncodings.At(new SourceText(path, text).Span(start, start + Characters(line, encoding)), other.Name, encoding.Name, Number(range.Start.Value + 1));
        }

        return null;
    }

    private static TextEncoding? BestOther(ReadOnlySpan<byte> line, TextEncoding encoding)
    {
        foreach (var other in TextEncoding.ByByte)
        {
            if (other != encoding && TextPlausibility.Of(other, line) is { Count: >= LeastCharacters, Mean: >= PlausibleFrom }) return other;
        }

        return null;
    }

    private static (int Start, int End) FirstBadLine(ReadOnlySpan<byte> bytes, TextEncoding encoding)
    {
        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (encoding.TryDecode(bytes[range]) is null) return (range.Start.Value, range.End.Value);
        }

        return (0, bytes.Length);
    }

    /// <summary>How many bytes can be read before the first that cannot; found by halves.</summary>
    private static int LongestReadable(ReadOnlySpan<byte> line, TextEncoding encoding)
    {
        int low = 0, high = line.Length;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Readable(line[..middle], encoding) >= 0) low = middle;
            else high = middle - 1;
        }

        return Math.Max(0, Readable(line[..low], encoding));
    }

    /// <summary>How much is readable where that is all, but perhaps for a character cut at the end; else −1.</summary>
    private static int Readable(ReadOnlySpan<byte> bytes, TextEncoding encoding)
    {
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            if (encoding.TryDecode(bytes[..^cut]) is not null) return bytes.Length - cut;
        }

        return -1;
    }

    private static int Characters(ReadOnlySpan<byte> bytes, TextEncoding encoding) => encoding.Lenient.GetCharCount(bytes);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
