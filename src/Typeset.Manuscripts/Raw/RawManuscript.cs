using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Raw;

// How readers and recovery meet. A reader makes a RawManuscript of one file: plain text with RawLines.Of(source), any other format with
// RawParagraphs that carry what the file says of their look (hints) or of their part in the whole (Role: only where the file says so
// itself, as our own DOCX does by its style names), RawBlocks for what is a block already (table, figure, list, quote), RawPageBreaks.
// Spans lead into RawManuscript.Source; for DOCX and HTML that is the extracted text, a line a paragraph. Then
// Recoverer.Recover(all manuscripts in order, options, diagnostics) gives one booklet and the report of what became of each line.

/// <summary>The kind of file that a raw manuscript was read from.</summary>
public enum RawKind { PlainText, Markdown, Html, Docx }

/// <summary>One raw file, unit by unit in its order; <see cref="InlineRun.FootnoteIndex"/> of its texts points into <see cref="Footnotes"/>.</summary>
public sealed record RawManuscript(SourceText Source, RawKind Kind, ImmutableArray<RawUnit> Units)
{
    public ImmutableArray<Footnote> Footnotes { get; init; } = [];
}

/// <summary>A piece of a raw file; the cases below are all there are.</summary>
public abstract record RawUnit
{
    private protected RawUnit(SourceSpan span) => Span = span;

    /// <summary>The place in the source, line end left out.</summary>
    public SourceSpan Span { get; }
}

/// <summary>A physical line of plain text as it stands, white space at its ends included: a paragraph, a piece of one, or nothing but white space.</summary>
public sealed record RawLine(string Text, SourceSpan Place) : RawUnit(Place);

/// <summary>A paragraph as its file has it (it may still be a piece of one, where the file was made from printed lines).</summary>
public sealed record RawParagraph(RichText Text, RawHints Hints, SourceSpan Place) : RawUnit(Place);

/// <summary>A block whose structure the file itself gives: table, figure, list, quote, break of sense.</summary>
public sealed record RawBlock(Block Block, SourceSpan Place) : RawUnit(Place);

/// <summary>A new page in the original.</summary>
public sealed record RawPageBreak(SourceSpan Place) : RawUnit(Place);

/// <summary>What a file says of a paragraph beside its words; each is null (or false) where it says nothing.</summary>
public sealed record RawHints
{
    public static readonly RawHints None = new();

    /// <summary>The paragraph’s part, where the file itself names it; nothing is guessed then.</summary>
    public LineRole? Role { get; init; }

    /// <summary>The name of its style.</summary>
    public string? Style { get; init; }

    /// <summary>Its level as a heading, 1 to 9.</summary>
    public int? OutlineLevel { get; init; }

    /// <summary>The number that the file’s automatic numbering prints in front of it: <c>一、</c>; it is not in the text.</summary>
    public string? Number { get; init; }
    public Alignment? Alignment { get; init; }

    /// <summary>All of it is set bold.</summary>
    public bool Bold { get; init; }

    /// <summary>Type size of all of it, in points.</summary>
    public double? Size { get; init; }

    /// <summary>Indent of its first line, in characters.</summary>
    public double? FirstLineIndent { get; init; }

    /// <summary>It begins a page.</summary>
    public bool PageBreakBefore { get; init; }

    /// <summary>The way it stands in the original makes it a whole paragraph (HTML’s p, a Markdown block): it is never joined with its neighbours.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>The lines of plain text.</summary>
public static class RawLines
{
    /// <summary>Every line of a text, form feeds as page breaks; the text ends, and holds, lines that end in LF, CR or both.</summary>
    public static RawManuscript Of(SourceText source)
    {
        var units = ImmutableArray.CreateBuilder<RawUnit>();
        var text = source.Text;
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\n', '\r', '\f');
            var end = length < 0 ? text.Length : at + length;
            units.Add(new RawLine(text[at..end], source.Span(at, end)));
            if (end < text.Length && text[end] == '\f') units.Add(new RawPageBreak(source.Span(end, end + 1)));
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return new RawManuscript(source, RawKind.PlainText, units.ToImmutable());
    }
}
