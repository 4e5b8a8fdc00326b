using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Raw;

namespace Typeset.Manuscripts.Recovery;

/// <summary>Reads the units of one raw manuscript as lines; blank ones are counted, not kept.</summary>
internal sealed class LineReader(RawManuscript manuscript)
{
    private readonly ImmutableArray<Line>.Builder _lines = ImmutableArray.CreateBuilder<Line>();
    private int _gap;
    private bool _spaceLine;
    private bool _pageBreak;
    private int _number;

    public static ImmutableArray<Line> Read(RawManuscript manuscript) => new LineReader(manuscript).Read();

    private ImmutableArray<Line> Read()
    {
        foreach (var unit in manuscript.Units) Add(unit);
        return _lines.ToImmutable();
    }

    private void Add(RawUnit unit)
    {
        switch (unit)
        {
            case RawPageBreak: _pageBreak = true; return;
            case RawBlock block: AddBlock(block.Block, block.Span); return;
            case RawLine line: AddText(RichText.Plain(line.Text, line.Span), RawHints.None, line.Span, isPlain: true); return;
            case RawParagraph { Text: var text, Hints: var hints } paragraph: AddText(text, hints, paragraph.Span, isPlain: false); return;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private void AddBlock(Block block, SourceSpan span)
    {
        _number++;
        Keep(new Line { Manuscript = manuscript, Span = span, Rich = RichText.Empty, Hints = RawHints.None, Block = block, Gap = _gap, Number = _number, Width = 0, PageBreak = _pageBreak });
    }

    private void AddText(RichText rich, RawHints hints, SourceSpan span, bool isPlain)
    {
        _number++;
        var (start, end) = Bounds(rich.Text);
        if (start == end)
        {
            _gap++;
            _spaceLine |= rich.Text.Length > 0;
            return;
        }

        var words = RichParts.Slice(rich, start, end);
        Keep(new Line
        {
            Manuscript = manuscript, Span = span, Rich = words, Hints = hints, Gap = _gap, AfterSpaceLine = _spaceLine, Number = _number, IsPlain = isPlain,
            PageBreak = _pageBreak || hints.PageBreakBefore, Indent = IndentOf(rich.Text.AsSpan(0, start)) + (hints.FirstLineIndent ?? 0),
            TrailingSpace = end < rich.Text.Length, Width = Widths.Of(words.Text), Forced = hints.Role,
        });
    }

    private void Keep(Line line)
    {
        _lines.Add(line);
        (_gap, _spaceLine, _pageBreak) = (0, false, false);
    }

    private static (int Start, int End) Bounds(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && Glyph.IsSpace(text[start])) start++;
        while (end > start && Glyph.IsSpace(text[end - 1])) end--;
        return (start, end);
    }

    /// <summary>Tab stops stand every four characters, as in Word’s Chinese templates.</summary>
    private static double IndentOf(ReadOnlySpan<char> white)
    {
        double indent = 0;
        foreach (var c in white) indent += c switch { '\t' => 4, '\u3000' or '\u2003' => 1, _ when Glyph.IsZeroWidth(c) => 0, _ => 0.5 };
        return indent;
    }
}
