using System.Globalization;
using Markdig.Parsers;
using Markdig.Syntax;
using Typeset.Core;
using Typeset.Core.Messages;
using SourceSpan = Typeset.Core.SourceSpan;

namespace Typeset.Manuscripts.Markdown;

/// <summary>
/// Bounds what a manuscript may ask of the Markdown parser, whose time grows with the square of nesting, of emphasis and of unclosed
/// links in one paragraph; real manuscripts are far below.
/// </summary>
internal sealed class MarkupLimits : BlockParser
{
    /// <summary>Quotation signs at the head of one line.</summary>
    public const int QuoteLimit = 40;

    /// <summary>Columns that a list item may be indented.</summary>
    public const int IndentLimit = 160;

    /// <summary>Runs of stars and underscores in one paragraph.</summary>
    public const int EmphasisLimit = 2_000;

    /// <summary>Links (<c>](</c>) in one paragraph.</summary>
    public const int LinkLimit = 2_000;

    /// <summary>Opening brackets and back quotes in one paragraph; notes need one each.</summary>
    public const int BracketLimit = 20_000;

    private static readonly object Watched = new();

    /// <summary>The first place that is nested too deep, or null.</summary>
    public static Diagnostic? Exceeded(SourceText source, int start)
    {
        var text = source.Text;
        for (var line = start; line < text.Length;)
        {
            var end = text.IndexOf('\n', line) is var found and >= 0 ? found : text.Length;
            if (IsTooDeep(text.AsSpan(line, end - line))) return ManuscriptMessages.NestedTooDeep.At(source.Span(line, end), Number(QuoteLimit));
            line = end + 1;
        }

        return null;
    }

    /// <summary>A paragraph that was left unparsed, reported.</summary>
    public static void ReportUnparsed(LeafBlock leaf, SourceSpan span, Manuscript manuscript)
    {
        if (leaf.Inline is null && !leaf.ProcessInlines && leaf.Lines.Count > 0) manuscript.Report(ManuscriptMessages.TooComplex, span, Number(EmphasisLimit));
    }

    /// <summary>Opens nothing; sees to it that overloaded paragraphs are taken out before inlines are parsed.</summary>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Document.ContainsData(Watched)) return BlockState.None;
        processor.Document.SetData(Watched, Watched);
        processor.Document.ProcessInlinesBegin += (inlines, _) => TakeOut(inlines.Document);
        return BlockState.None;
    }

    private static void TakeOut(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (block is ContainerBlock inner) TakeOut(inner);
            else if (block is LeafBlock { ProcessInlines: true } leaf && IsOverloaded(leaf)) leaf.ProcessInlines = false;
        }
    }

    private static bool IsOverloaded(LeafBlock leaf)
    {
        int emphasis = 0, links = 0, brackets = 0;
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var last = '\0';
            foreach (var c in leaf.Lines.Lines[i].Slice.AsSpan())
            {
                if (c is '*' or '_' && c != last) emphasis++;
                else if (c == '(' && last == ']') links++;
                else if (c is '[' or '`' or '<') brackets++;
                last = c;
            }
        }

        return emphasis > EmphasisLimit || links > LinkLimit || brackets > BracketLimit;
    }

    private static bool IsTooDeep(ReadOnlySpan<char> line)
    {
        int quotes = 0, items = 0, at = 0;
        for (; at < line.Length && (line[at] is ' ' or '\t' or '>' or '-' or '*' or '+' or '.' or ')' or (>= '0' and <= '9')); at++)
        {
            if (line[at] == '>') quotes++;
            else if (line[at] is not (' ' or '\t') && at + 1 < line.Length && line[at + 1] == ' ') items++;
        }

        return quotes > QuoteLimit || (items > 0 && at > IndentLimit) || items > QuoteLimit;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
