using System.Globalization;
using Typeset.Core;
using Typeset.Core.Messages;

namespace Typeset.Manuscripts.Markdown;

/// <summary>
/// Bounds what a manuscript may ask of the Markdown parser, whose time grows with the square of nesting and of unclosed brackets in one
/// paragraph; real manuscripts are far below.
/// </summary>
internal static class MarkupLimits
{
    /// <summary>Quotation signs at the head of one line.</summary>
    public const int QuoteLimit = 40;

    /// <summary>Columns that a list item may be indented.</summary>
    public const int IndentLimit = 160;

    /// <summary>The first place that goes too far, or null.</summary>
    public static Diagnostic? Exceeded(SourceText source, int start)
    {
        var text = source.Text;
        for (var line = start; line < text.Length;)
        {
            var end = text.IndexOf('\n', line) is var found and >= 0 ? found : text.Length;
            if (IsTooDeep(text.AsSpan(line, end - line))) return ManuscriptMessages.NestedTooDeep.At(source.Span(line, end), MarkdownSyntax.NestingLimit.ToString(CultureInfo.InvariantCulture));
            line = end + 1;
        }

        return null;
    }

    private static bool IsTooDeep(ReadOnlySpan<char> line)
    {
        int quotes = 0, items = 0, at = 0;
        for (; at < line.Length && (line[at] is ' ' or '\t' or '>' or '-' or '*' or '+'); at++)
        {
            if (line[at] == '>') quotes++;
            else if (line[at] is not (' ' or '\t') && at + 1 < line.Length && line[at + 1] == ' ') items++;
        }

        return quotes > QuoteLimit || (items > 0 && at > IndentLimit) || items > QuoteLimit;
    }
}
