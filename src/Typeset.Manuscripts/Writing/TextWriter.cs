using System.Globalization;
using System.Text;
using Typeset.Documents;

namespace Typeset.Manuscripts.Writing;

/// <summary>Where a text stands, which decides what could be taken for markup in it.</summary>
internal enum TextPlace { Paragraph, Heading, Caption, Cell }

/// <summary>Writes the text of a paragraph, a heading, a caption or a cell as Markdown.</summary>
internal sealed class TextWriter(FolderNames names)
{
    /// <summary>Line ends of a paragraph; elsewhere a line cannot end.</summary>
    private const string HardBreak = "\\\n";
    private const string BreakTag = "<br>";

    /// <summary>Tags round nothing, before a link that would be taken for a definition.</summary>
    private const string NoDefinition = "<em></em>";

    public string Write(RichText text, TextPlace place)
    {
        var pieces = TextPieces.Of(text);
        var escapes = new MarkdownEscapes(place, pieces.Sum(static piece => piece.Text.AsSpan().CountAny('*', '_')));
        var written = new StringBuilder(text.Text.Length + 16);
        for (var i = 0; i < pieces.Count; i++)
        {
            var opensLink = pieces[i].Link is not null && (i == 0 || pieces[i - 1].Link != pieces[i].Link);
            var closesLink = pieces[i].Link is not null && (i == pieces.Count - 1 || pieces[i + 1].Link != pieces[i].Link);
            if (opensLink && closesLink && IsAddress(pieces[i]))
            {
                written.Append('<').Append(pieces[i].Text).Append('>');
                continue;
            }

            if (i == 0 && place == TextPlace.Paragraph && IsLikeDefinition(pieces)) written.Append(NoDefinition);
            if (opensLink) written.Append('[');
            Append(written, pieces, i, escapes);
            if (closesLink) written.Append("](").Append(Target(Linked(pieces[i].Link!))).Append(')');
        }

        return written.ToString();
    }

    /// <summary>A link's target in parentheses (CommonMark §6.3): in angle brackets where it holds a space.</summary>
    public static string Target(string target)
    {
        var escaped = new StringBuilder(target.Length + 2);
        for (var i = 0; i < target.Length; i++)
        {
            if (target[i] is '\\' or '(' or ')' or '<' or '>' or '*' or '_' or '`' or '|' or '[' or ']') escaped.Append('\\');
            escaped.Append(target[i]);
            if (IsEntity(target.AsSpan(i))) escaped.Append("amp;");
        }

        return target.Length == 0 || target.AsSpan().ContainsAny(" \t\u00A0\u3000") ? $"<{escaped}>" : escaped.ToString();
    }

    private static bool IsEntity(ReadOnlySpan<char> text)
    {
        if (text[0] != '&') return false;
        var end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '#')) end++;
        return end > 1 && end < text.Length && text[end] == ';';
    }

    private static void Append(StringBuilder written, IReadOnlyList<TextPiece> pieces, int index, MarkdownEscapes escapes)
    {
        var piece = pieces[index];
        if (piece.Note >= 0)
        {
            written.Append(CultureInfo.InvariantCulture, $"[^{piece.Note + 1}]");
            return;
        }

        var (open, close) = Marks.Around(pieces, index);
        written.Append(open);
        if (piece.Format.HasFlag(InlineFormat.Code)) AppendCode(written, piece.Text, escapes.Place);
        else AppendText(written, piece.Text, escapes);
        written.Append(close);
    }

    private static void AppendText(StringBuilder written, string text, MarkdownEscapes escapes)
    {
        var from = 0;
        for (var at = text.IndexOf(RichText.LineBreak); at >= 0; at = text.IndexOf(RichText.LineBreak, from))
        {
            escapes.Append(written, text.AsSpan(from, at - from));
            written.Append(escapes.Place == TextPlace.Paragraph ? HardBreak : BreakTag);
            from = at + 1;
        }

        escapes.Append(written, text.AsSpan(from));
    }

    private static void AppendCode(StringBuilder written, string text, TextPlace place)
    {
        var fence = new string('`', CodeWriter.LongestRun(text) + 1);
        var pad = text[0] is '`' or ' ' || text[^1] is '`' or ' ' ? " " : "";
        if (text.AsSpan().IndexOfAnyExcept(' ') < 0) pad = "";
        written.Append(fence).Append(pad).Append(place == TextPlace.Cell ? text.Replace("|", "\\|", StringComparison.Ordinal) : text).Append(pad).Append(fence);
    }

    private string Linked(string target) => target.StartsWith('#') ? "#" + names.IdOf(target[1..]) : target;

    /// <summary>Literal text, where a bracket cannot have a backslash, would end the label of a definition (CommonMark §4.7), which needs a paragraph to begin with a bracket.</summary>
    private static bool IsLikeDefinition(IReadOnlyList<TextPiece> pieces) =>
        pieces[0].Link is { } link && pieces.TakeWhile(piece => piece.Link == link).Any(static piece => piece.Format.HasFlag(InlineFormat.Code) && piece.Text.Contains("]:", StringComparison.Ordinal));

    /// <summary>An address that is its own text is written once.</summary>
    private static bool IsAddress(TextPiece piece) =>
        piece.Text == piece.Link && piece.Format == InlineFormat.None && piece.Text.StartsWith("http", StringComparison.Ordinal)
        && piece.Text.Contains("://", StringComparison.Ordinal) && piece.Text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0 && !piece.Text.AsSpan().ContainsAny("<>|\\");
}
