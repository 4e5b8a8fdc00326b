using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Docx;
using Typeset.Manuscripts.Html;
using Typeset.Manuscripts.Markdown;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Raw;

/// <summary>A raw manuscript as the host found it.</summary>
/// <param name="Path">Its path as messages show it.</param>
/// <param name="Bytes">The whole file.</param>
/// <param name="Beside">The folder that it lies in, for its images.</param>
public sealed record RawFile(string Path, ReadOnlyMemory<byte> Bytes, SourceFolder Beside);

/// <summary>Reads raw manuscripts of every kind.</summary>
public static class RawReader
{
    /// <summary>Largest file of any kind, in bytes; no host need read more.</summary>
    public const int SizeLimit = RawDecoder.SizeLimit;

    /// <summary>Names of encodings, as a user may give them, one of each kind.</summary>
    public static ImmutableArray<string> EncodingNames => TextEncoding.KnownNames;

    /// <summary>Whether <see cref="Read"/> takes the name of an encoding, in any case.</summary>
    public static bool KnowsEncoding(string name) => TextEncoding.Find(name) is not null;

    /// <summary>The kind that a file's name tells, or null.</summary>
    public static RawKind? KindOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" => RawKind.PlainText,
        ".docx" or ".docm" => RawKind.Docx,
        ".html" or ".htm" or ".xhtml" => RawKind.Html,
        ".md" or ".markdown" => RawKind.Markdown,
        _ => null,
    };

    /// <summary>Says that a file is larger than the limit of its kind.</summary>
    public static Diagnostic TooLarge(string path, long length) => ReadingMessages.RawFileTooLarge.At(
        new SourceText(path, "").Span(0, 0), path, (length >> 20).ToString(CultureInfo.InvariantCulture), (SizeLimit >> 20).ToString(CultureInfo.InvariantCulture));

    /// <summary>The manuscript, or null with the reason in the bag.</summary>
    /// <param name="file">What to read.</param>
    /// <param name="encoding">Name of the encoding of text files; null to find it out.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static RawManuscript? Read(RawFile file, string? encoding, DiagnosticBag diagnostics)
    {
        if (file.Bytes.Length > SizeLimit)
        {
            diagnostics.Add(TooLarge(file.Path, file.Bytes.Length));
            return null;
        }

        if (file.Bytes.Span.StartsWith("PK"u8)) return DocxReader.Read(file, diagnostics);
        var named = encoding is null ? null : TextEncoding.Find(encoding);
        if (encoding is not null && named is null)
        {
            diagnostics.Add(ReadingMessages.EncodingUnknown.Anywhere(encoding, string.Join(", ", TextEncoding.KnownNames)));
            return null;
        }

        var kind = HtmlReader.IsPage(file.Bytes.Span) ? RawKind.Html : KindOf(file.Path);
        if (kind == RawKind.Html) return HtmlReader.Read(file, named, diagnostics);
        if (kind == RawKind.Markdown) return RawMarkdown.Read(file, named, diagnostics);
        return RawDecoder.Decode(file.Path, file.Bytes.Span, named, diagnostics) is { } source ? RawLines.Of(source) : null;
    }
}
