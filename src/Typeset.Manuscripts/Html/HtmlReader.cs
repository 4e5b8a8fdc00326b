using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Typeset.Core;
using Typeset.Core.Messages;
using Typeset.Manuscripts.Raw;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Html;

/// <summary>Reads web pages as browsers save them: the article, not what stands round it.</summary>
internal static partial class HtmlReader
{
    /// <summary>How deep elements are nested; pages of editors that wrap every word stay below 200.</summary>
    private const int DepthLimit = 400;

    /// <summary>A page names its encoding within its first bytes (HTML §13.2.3.2 looks at 1024).</summary>
    private const int HeadBytes = 2_048;

    /// <summary>The manuscript, or null with the reason in the bag.</summary>
    public static RawManuscript? Read(RawFile file, TextEncoding? named, DiagnosticBag diagnostics)
    {
        if (RawDecoder.Decode(file.Path, file.Bytes.Span, named ?? Announced(file.Bytes.Span), diagnostics) is not { } source) return null;
        var place = source.Span(0, 0);
        var document = new HtmlParser().ParseDocument(source.Text);
        if (IsTooDeep(document)) return Refuse(HtmlReadingMessages.NestedTooDeep.At(place, file.Path, "400"), diagnostics);
        var context = new HtmlContext(file);
        var blocks = new HtmlBlocks(context, HtmlContent.Find(document));
        blocks.Read(document);
        var manuscript = context.Draft.Finish();
        if (manuscript.Units.IsEmpty) return Refuse(HtmlReadingMessages.NoContent.At(place, file.Path), diagnostics);
        context.Report(manuscript.Source, diagnostics);
        return manuscript;
    }

    /// <summary>Whether a text is a web page by its first words.</summary>
    public static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 256)]).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\r', '\n', '\t');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static RawManuscript? Refuse(Diagnostic why, DiagnosticBag diagnostics)
    {
        diagnostics.Add(why);
        return null;
    }

    /// <summary>The encoding that the page names, where its bytes are that; pages name wrong ones often.</summary>
    private static TextEncoding? Announced(ReadOnlySpan<byte> bytes)
    {
        if (TextEncoding.OfMark(bytes, out _) is not null) return null;
        var match = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]));
        return match.Success && TextEncoding.Find(match.Groups[1].Value) is { IsUtf16: false } named && named.TryDecode(bytes) is not null ? named : null;
    }

    private static bool IsTooDeep(IDocument document)
    {
        var depth = 0;
        INode? node = document.Body;
        while (node is not null)
        {
            if (depth > DepthLimit) return true;
            if (node.FirstChild is { } child)
            {
                node = child;
                depth++;
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node?.NextSibling;
        }

        return false;
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
