using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Typeset.Manuscripts.Writing;

/// <summary>Writes plain text so that Markdown reads it back as it is: signs get a backslash, where they stand as signs.</summary>
internal sealed partial class MarkdownEscapes(TextPlace place, int stars)
{
    /// <summary>Readers leave a paragraph with more stars and underscores unparsed; from half of that on they are written as entities.</summary>
    private const int StarLimit = Markdown.MarkupLimits.EmphasisLimit / 2;

    /// <summary>A line whose head has more digits, signs and spaces than this is taken for nested lists by the readers' guard.</summary>
    private const int ListHeadLimit = 30;

    private static readonly SearchValues<char> Signs = SearchValues.Create("\\`*_[]<&{$|#!");

    public TextPlace Place => place;

    /// <summary>Appends text that begins where <paramref name="written"/> ends.</summary>
    public void Append(StringBuilder written, ReadOnlySpan<char> text)
    {
        if (place == TextPlace.Paragraph && (written.Length == 0 || written[^1] == '\n')) text = AppendLineHead(written, text);
        if (text.Length > 0 && text[0] == ':' && written.Length > 0 && written[^1] == ']') written.Append('\\');
        while (text.IndexOfAny(Signs) is var at and >= 0)
        {
            written.Append(text[..at]);
            AppendSign(written, text[at..]);
            text = text[(at + 1)..];
        }

        written.Append(text);
    }

    private void AppendSign(StringBuilder written, ReadOnlySpan<char> text)
    {
        var isSign = text[0] switch
        {
            '<' => text.Length == 1 || char.IsAsciiLetter(text[1]) || text[1] is '/' or '!' or '?',
            '&' => text.Length == 1 || char.IsAsciiLetter(text[1]) || text[1] == '#',
            '$' => text.Length == 1 || text[1] == '$',
            '!' => text.Length == 1,
            '|' => place == TextPlace.Cell,
            '#' => place == TextPlace.Heading,
            _ => true,
        };
        var isCrowded = text[0] is '*' or '_' && stars > StarLimit;
        // A literal text's back quotes must not have another before them, even with a backslash.
        if (isSign && (isCrowded || (text[0] == '`' && text.Length == 1))) written.Append(CultureInfo.InvariantCulture, $"&#{(int)text[0]};");
        else if (isSign) written.Append('\\').Append(text[0]);
        else written.Append(text[0]);
    }

    /// <summary>Deals with what is a sign only at the head of a line; gives what is left of the text.</summary>
    private static ReadOnlySpan<char> AppendLineHead(StringBuilder written, ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && text[0] is ' ' or '\t')
        {
            written.Append(text[0] == ' ' ? "&#32;" : "&#9;");
            text = text[1..];
        }

        if (text.IsEmpty) return text;
        if (text.StartsWith("表："))
        {
            written.Append("表&#65306;");
            return text[2..];
        }

        if (text.IndexOfAnyExcept(" \t>-*+.)0123456789") is var head && (head < 0 ? text.Length : head) > ListHeadLimit)
        {
            written.Append(CultureInfo.InvariantCulture, $"&#{(int)text[0]};");
            return text[1..];
        }

        var number = ListNumber().EnumerateMatches(text);
        if (number.MoveNext())
        {
            written.Append(text[..(number.Current.Length - 1)]).Append('\\').Append(text[number.Current.Length - 1]);
            return text[number.Current.Length..];
        }

        if (!BlockSign().IsMatch(text)) return text;
        written.Append('\\').Append(text[0]);
        return text[1..];
    }

    [GeneratedRegex(@"\A[0-9]{1,9}[.)](?=[ \t\u2028]|\z)")]
    private static partial Regex ListNumber();

    /// <summary>Headings, bullets, quotes, fences, rules, underlines, rows of tables, captions.</summary>
    [GeneratedRegex(@"\A(#{1,6}([ \t\u2028]|\z)|[-+]([ \t\u2028]|\z)|>|~~~|[-:|= \t]+(\u2028|\z)|: |\|)")]
    private static partial Regex BlockSign();
}
