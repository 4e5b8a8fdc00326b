using System.Runtime.InteropServices;
using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Manuscripts.Sources;

namespace Typeset.Manuscripts.Markdown;

/// <summary>The markup that a stretch of text stands under.</summary>
internal readonly record struct Markup(InlineFormat Format, string? LinkTarget)
{
    public Markup With(InlineFormat format) => this with { Format = Format | format };
}

/// <summary>Puts one paragraph's text together from pieces of source; line ends are joined when the next character is known.</summary>
internal sealed class RichTextBuilder(SourceText source)
{
    /// <summary>Stands where a line that begins with an ideographic space begins a paragraph of its own.</summary>
    public const char ParagraphBreak = '\u2029';

    private readonly StringBuilder _text = new();
    private InlineRun[] _runs = new InlineRun[4];
    private int _count;
    private SourceSpan _lineEnd;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds the source's characters <c>[start, end)</c> as they stand.</summary>
    public void Verbatim(int start, int end, Markup markup)
    {
        if (IsEmpty) start = SkipSpace(start, end);
        if (start >= end) return;
        if (!_lineEnd.IsNone) start = EndLine(start, end, markup);
        if (start >= end) return;
        var from = _text.Length;
        _text.Append(source.Text, start, end - start);
        Add(new InlineRun(from, _text.Length, markup.Format, source.Span(start, end), true, markup.LinkTarget));
    }

    /// <summary>Adds characters that the source writes otherwise (an entity).</summary>
    public void Other(string text, SourceSpan span, Markup markup)
    {
        if (text.Length == 0) return;
        if (!_lineEnd.IsNone) JoinTo(text[0], text.Length > 1 ? text[1] : ' ', markup);
        Append(text, new InlineRun(0, 0, markup.Format, span, false, markup.LinkTarget));
    }

    public void NoteMark(int footnote, SourceSpan span)
    {
        _lineEnd = default;
        Append(RichText.NoteMark.ToString(), new InlineRun(0, 0, InlineFormat.None, span, false, null, footnote));
    }

    public void HardBreak(SourceSpan span)
    {
        _lineEnd = default;
        TrimEnd();
        if (!IsEmpty) Append(RichText.LineBreak.ToString(), new InlineRun(0, 0, InlineFormat.None, span, false));
    }

    /// <summary>A line end that means nothing by itself.</summary>
    public void SoftBreak(SourceSpan span)
    {
        if (!IsEmpty) _lineEnd = span;
    }

    public RichText Build()
    {
        TrimEnd();
        return IsEmpty ? RichText.Empty : new RichText(_text.ToString(), ImmutableCollectionsMarshal.AsImmutableArray(_runs[.._count]));
    }

    private int EndLine(int start, int end, Markup markup)
    {
        if (source.Text[start] == '\u3000')
        {
            TrimEnd();
            if (!IsEmpty) Append(ParagraphBreak.ToString(), new InlineRun(0, 0, InlineFormat.None, _lineEnd, false));
            _lineEnd = default;
            return SkipSpace(start, end);
        }

        JoinTo(source.Text[start], start + 1 < source.Text.Length ? source.Text[start + 1] : ' ', markup);
        return start;
    }

    private void JoinTo(char next, char afterNext, Markup markup)
    {
        var span = _lineEnd;
        _lineEnd = default;
        TrimEnd();
        if (IsEmpty || _text[^1] is RichText.LineBreak or RichText.NoteMark or ParagraphBreak) return;
        if (LineJoin.NeedsSpace((_text.Length > 1 ? _text[^2] : ' ', _text[^1]), (next, afterNext))) Append(" ", new InlineRun(0, 0, markup.Format & _runs[_count - 1].Format, span, false));
    }

    private void Append(string text, InlineRun run)
    {
        var from = _text.Length;
        _text.Append(text);
        Add(run with { Start = from, End = _text.Length });
    }

    private void Add(in InlineRun run)
    {
        if (_count == _runs.Length) Array.Resize(ref _runs, _count * 2);
        _runs[_count++] = run;
    }

    private int SkipSpace(int start, int end)
    {
        while (start < end && IsSpace(source.Text[start])) start++;
        return start;
    }

    private void TrimEnd()
    {
        while (_text.Length > 0 && (IsSpace(_text[^1]) || _text[^1] == RichText.LineBreak)) Shorten();
    }

    private void Shorten()
    {
        _text.Length--;
        var last = _runs[_count - 1];
        if (last.End - last.Start == 1) _count--;
        else _runs[_count - 1] = last with { End = last.End - 1, Span = last.Verbatim ? new SourceSpan(last.Span.Source, last.Span.Start, last.Span.End - 1) : last.Span };
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\u3000' or '\u00A0' or '\r' or '\n';
}
