using System.Buffers;
using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Manuscripts.Sources;

/// <summary>Turns the bytes of a raw manuscript into text: by its byte order mark, by the encoding a user names, or by the likeliest one.</summary>
internal static class RawDecoder
{
    /// <summary>Largest text file, 64 MiB: twenty million characters, some four hundred books.</summary>
    public const int SizeLimit = 64 << 20;

    /// <summary>Of a text, at most one byte in so many is a control character; of other data a tenth are.</summary>
    private const int ControlShare = 100;

    /// <summary>This many are suffered in the shortest text.</summary>
    private const int LeastControls = 4;

    /// <summary>Zero and what no text has but by accident; the bytes of line ends, tabs and page breaks are not among them.</summary>
    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28, 29, 30, 31]);

    private const char FormFeed = '\f';

    /// <summary>The text, or null with the reason in the bag. Line separators become line ends; form feeds stay, as page breaks.</summary>
    /// <param name="path">As messages show it.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="named">The encoding that the user names; null to find it out.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static SourceText? Decode(string path, ReadOnlySpan<byte> bytes, TextEncoding? named, DiagnosticBag diagnostics)
    {
        if (BinarySigns.Find(bytes) is { } kind) return Refuse(ReadingMessages.BinaryFile, path, kind, diagnostics);
        var guess = named is null ? EncodingGuess.Of(bytes) : AsNamed(named, bytes);
        if (guess.Encoding is not { IsUtf16: true } && Controls(bytes) > LeastControls + bytes.Length / ControlShare) return RefuseBinary(path, bytes, diagnostics);
        if (guess.Encoding is not { } encoding) return Refuse(ReadingMessages.UnknownTextEncoding, path, "", diagnostics);
        var body = bytes[guess.MarkLength..];
        if (encoding.TryDecode(body) is not { } text)
        {
            diagnostics.Add(EncodingFaults.Undecodable(path, body, guess.MarkLength, encoding));
            return null;
        }

        if (named is null && EncodingFaults.Mixed(path, text, body, encoding) is { } mixed)
        {
            diagnostics.Add(mixed);
            return null;
        }

        if (guess.Confidence < EncodingGuess.DoubtBelow) diagnostics.Add(Doubt(path, guess));
        return ControlCharacters.Remove(path, WithLineEnds(text), diagnostics, FormFeed);
    }

    private static EncodingGuess AsNamed(TextEncoding named, ReadOnlySpan<byte> bytes) =>
        TextEncoding.OfMark(bytes, out var length) is { } marked && (marked == named || marked.IsUtf16 == named.IsUtf16)
            ? new EncodingGuess(marked, length, 1, null)
            : new EncodingGuess(named, 0, 1, null);

    private static SourceText? RefuseBinary(string path, ReadOnlySpan<byte> bytes, DiagnosticBag diagnostics)
    {
        var at = bytes.IndexOfAny(ControlBytes);
        return Refuse(ReadingMessages.BinaryFile, path, string.Create(CultureInfo.InvariantCulture, $"byte {at + 1} is 0x{bytes[at]:X2}"), diagnostics);
    }

    private static SourceText? Refuse(MessageTemplate why, string path, string detail, DiagnosticBag diagnostics)
    {
        diagnostics.Add(why.At(new SourceText(path, "").Span(0, 0), path, detail));
        return null;
    }

    private static Diagnostic Doubt(string path, EncodingGuess guess) => ReadingMessages.DoubtfulEncoding.At(
        new SourceText(path, "").Span(0, 0), path, guess.Encoding!.Name, guess.Confidence.ToString("0.00", CultureInfo.InvariantCulture), guess.Runner?.Name ?? "—");

    private static int Controls(ReadOnlySpan<byte> bytes) => bytes.CountAny(ControlBytes);

    /// <summary>Vertical tabs, next line and the Unicode separators end lines; lengths stay as they are.</summary>
    private static string WithLineEnds(string text) =>
        text.AsSpan().ContainsAny("\v\u0085\u2028\u2029") ? text.Replace('\v', '\n').Replace('\u0085', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n') : text;
}
