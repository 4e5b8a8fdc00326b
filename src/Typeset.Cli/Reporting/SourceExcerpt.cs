using System.Text;
using Typeset.Core;

namespace Typeset.Cli.Reporting;

/// <summary>
/// The line of the manuscript that a diagnostic is about, cut to the terminal around the place, with carets under it. A paragraph is
/// one line of Markdown however long, so most lines are cut.
/// </summary>
/// <param name="Text">The part of the line that is shown, <c>…</c> where it is cut.</param>
/// <param name="Indent">Columns before the first caret.</param>
/// <param name="Carets">Columns that are pointed at; at least one.</param>
internal readonly record struct SourceExcerpt(string Text, int Indent, int Carets)
{
    private const string Cut = "…";

    /// <summary>Of the width, the share that stands before the place where the line must be cut: a third.</summary>
    private const int LeadShare = 3;

    /// <summary>The excerpt around a span that lies in a source; a span over several lines is shown to the end of its first.</summary>
    public static SourceExcerpt Of(SourceSpan span, int width)
    {
        var source = span.Source!;
        var (line, column) = source.PositionOf(span.Start);
        var text = TerminalColumns.Harmless(source.LineAt(line));
        var start = Math.Min(column - 1, text.Length);
        var end = Math.Clamp(start + span.End - span.Start, start, text.Length);
        return TerminalColumns.Of(text) <= width ? Whole(text, start, end) : Windowed(text, start, end, width);
    }

    private static SourceExcerpt Whole(string text, int start, int end) =>
        new(text, TerminalColumns.Of(text.AsSpan(0, start)), Math.Max(1, TerminalColumns.Of(text.AsSpan(start, end - start))));

    private static SourceExcerpt Windowed(string text, int start, int end, int width)
    {
        var room = width - 2 * Cut.Length;
        var from = Back(text, start, room / LeadShare);
        var to = Forward(text, from, room);
        if (to == text.Length) from = Back(text, to, room);
        var (before, after) = (from > 0 ? Cut : "", to < text.Length ? Cut : "");
        var pointed = TerminalColumns.Of(text.AsSpan(start, Math.Max(0, Math.Min(end, to) - start)));
        return new(before + text[from..to] + after, before.Length + TerminalColumns.Of(text.AsSpan(from, start - from)), Math.Max(1, pointed));
    }

    /// <summary>The first index from which at most so many columns lead up to another.</summary>
    private static int Back(string text, int to, int columns)
    {
        while (to > 0)
        {
            Rune.DecodeLastFromUtf16(text.AsSpan(0, to), out var rune, out var units);
            if ((columns -= TerminalColumns.Of(rune)) < 0) break;
            to -= units;
        }

        return to;
    }

    /// <summary>The last index up to which at most so many columns follow another.</summary>
    private static int Forward(string text, int from, int columns)
    {
        while (from < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(from), out var rune, out var units);
            if ((columns -= TerminalColumns.Of(rune)) < 0) break;
            from += units;
        }

        return from;
    }
}
