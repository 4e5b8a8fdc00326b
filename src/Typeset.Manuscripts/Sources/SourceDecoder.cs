using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Manuscripts.Sources;

/// <summary>Turns the bytes of a manuscript into text: UTF-8, or UTF-16 with a byte order mark; nothing is guessed.</summary>
internal static class SourceDecoder
{
    /// <summary>Largest manuscript file; a novel of a million characters takes 3 MiB.</summary>
    public const int SizeLimit = 32 << 20;

    /// <summary>The text, or null with the reason in the bag.</summary>
    public static SourceText? Decode(string path, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        if (bytes.Length > SizeLimit)
        {
            diagnostics.Add(BookletMessages.FileTooLarge.At(new SourceText(path, "").Span(0, 0), path, Number(SizeLimit >> 20)));
            return null;
        }

        var encoding = EncodingOf(bytes, out var markLength);
        try
        {
            return ControlCharacters.Remove(path, encoding.GetString(bytes[markLength..]), diagnostics);
        }
        catch (DecoderFallbackException exception)
        {
            ReportUndecodable(path, bytes, encoding, markLength, exception.Index + markLength, diagnostics);
            return null;
        }
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes, out int markLength)
    {
        markLength = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? 2 : 0;
        if (markLength != 2) return new UTF8Encoding(false, throwOnInvalidBytes: true);
        return new UnicodeEncoding(bigEndian: bytes[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true);
    }

    private static void ReportUndecodable(string path, ReadOnlySpan<byte> bytes, Encoding encoding, int from, int at, DiagnosticBag diagnostics)
    {
        var lenient = Encoding.GetEncoding(encoding.CodePage);
        var end = Math.Clamp(at, from, bytes.Length);
        var before = lenient.GetCharCount(bytes[from..end]);
        var source = new SourceText(path, lenient.GetString(bytes[from..]));
        before = Math.Min(before, source.Text.Length);
        diagnostics.Add(BookletMessages.UnreadableEncoding.At(source.Span(before, Math.Min(before + 1, source.Text.Length)), Number(at + 1)));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
