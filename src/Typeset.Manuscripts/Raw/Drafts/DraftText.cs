using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Raw.Drafts;

/// <summary>One paragraph's text as a reader of DOCX or HTML puts it together, run by run.</summary>
internal sealed class DraftText
{
    private readonly StringBuilder _text = new();
    private readonly List<InlineRun> _runs = [];

    public bool IsBlank => _text.Length == 0 || (_runs.TrueForAll(static run => run.FootnoteIndex < 0) && string.IsNullOrWhiteSpace(_text.ToString()));

    public int Length => _text.Length;

    public char Last => _text.Length == 0 ? '\0' : _text[^1];

    public override string ToString() => _text.ToString();

    public void Append(string text, InlineFormat format = InlineFormat.None, string? link = null)
    {
        if (text.Length == 0) return;
        var start = _text.Length;
        _text.Append(text);
        if (_runs.Count > 0 && _runs[^1] is { FootnoteIndex: < 0 } last && last.Format == format && last.LinkTarget == link) _runs[^1] = last with { End = _text.Length };
        else _runs.Add(new InlineRun(start, _text.Length, format, SourceSpan.None, true, link));
    }

    /// <summary>A space before text of a markup: it has that markup only where the text before has it too.</summary>
    public void AppendSpace(InlineFormat format, string? link)
    {
        var isSame = _runs.Count > 0 && _runs[^1] is { FootnoteIndex: < 0 } last && last.Format == format && last.LinkTarget == link;
        Append(" ", isSame ? format : InlineFormat.None, isSame ? link : null);
    }

    public void AppendNote(int index)
    {
        _runs.Add(new InlineRun(_text.Length, _text.Length + 1, InlineFormat.None, SourceSpan.None, true, null, index));
        _text.Append(RichText.NoteMark);
    }

    /// <summary>Another text behind this one.</summary>
    public void Append(DraftText other)
    {
        foreach (var run in other._runs)
        {
            if (run.FootnoteIndex >= 0) AppendNote(run.FootnoteIndex);
            else Append(other._text.ToString(run.Start, run.End - run.Start), run.Format, run.LinkTarget);
        }
    }

    /// <summary>Whether every character that is not blank has the format, and there is one.</summary>
    public bool IsAll(InlineFormat format)
    {
        var found = false;
        foreach (var run in _runs)
        {
            if (run.FootnoteIndex >= 0 || string.IsNullOrWhiteSpace(_text.ToString(run.Start, run.End - run.Start))) continue;
            if (!run.Format.HasFlag(format)) return false;
            found = true;
        }

        return found;
    }

    /// <summary>The text without a format, which stood for something else (a heading's bold face).</summary>
    public void Clear(InlineFormat format)
    {
        for (var i = 0; i < _runs.Count; i++) _runs[i] = _runs[i] with { Format = _runs[i].Format & ~format };
    }

    public void TrimEnd()
    {
        while (_text.Length > 0 && _runs[^1].FootnoteIndex < 0 && (char.IsWhiteSpace(_text[^1]) || _text[^1] == RichText.LineBreak)) Shorten();
    }

    /// <summary>The finished text, as it stands at a place of the source.</summary>
    public RichText At(SourceText source, int start) =>
        _text.Length == 0 ? RichText.Empty : new RichText(_text.ToString(), [.. _runs.Select(run => run with { Span = source.Span(start + run.Start, start + run.End) })]);

    private void Shorten()
    {
        _text.Length--;
        if (_runs[^1].End - _runs[^1].Start == 1) _runs.RemoveAt(_runs.Count - 1);
        else _runs[^1] = _runs[^1] with { End = _text.Length };
    }
}
