using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Manuscripts.Raw.Drafts;

/// <summary>
/// A raw manuscript as it is put together by a reader whose file is no text: the extracted text, a line a paragraph, grows with the units,
/// and spans lead into it. They are made good when it is finished.
/// </summary>
internal sealed class RawDraft(string path, RawKind kind)
{
    private readonly StringBuilder _text = new();
    private readonly List<RawUnit> _units = [];
    private readonly SourceText _growing = new(path, "");

    /// <summary>Notes in the order of their marks.</summary>
    public List<Footnote> Notes { get; } = [];

    /// <summary>Where the next line will stand, for a complaint about it.</summary>
    public int Position => _text.Length;

    /// <summary>Adds a line of text; gives it with its place.</summary>
    public RichText Place(DraftText text)
    {
        var placed = text.At(_growing, _text.Length);
        _text.Append(placed.Text).Append('\n');
        return placed;
    }

    public void AddParagraph(DraftText text, RawHints hints)
    {
        text.TrimEnd();
        var start = _text.Length;
        var placed = Place(text);
        _units.Add(new RawParagraph(placed, hints, _growing.Span(start, start + placed.Text.Length)));
    }

    /// <summary>Adds a block whose texts have been placed from a position on.</summary>
    public void AddBlock(Func<SourceSpan, Block> make, int start)
    {
        var span = _growing.Span(start, Math.Max(start, _text.Length - 1));
        _units.Add(new RawBlock(make(span), span));
    }

    public void AddPageBreak() => _units.Add(new RawPageBreak(_growing.Span(_text.Length, _text.Length)));

    /// <summary>The last unit, to be changed when what follows says more about it (a caption).</summary>
    public RawUnit? Last
    {
        get => _units.Count == 0 ? null : _units[^1];
        set => _units[^1] = value!;
    }

    /// <summary>Takes out the paragraph before the last unit, where it is a caption of that; null where it is none.</summary>
    public RichText? TakeAbove(Func<RawParagraph, bool> isCaption)
    {
        if (_units.Count < 2 || _units[^2] is not RawParagraph above || !isCaption(above)) return null;
        _units.RemoveAt(_units.Count - 2);
        return above.Text;
    }

    public RawManuscript Finish()
    {
        var mover = new SpanMover(new SourceText(path, _text.ToString()));
        return new RawManuscript(mover.Source, kind, [.. _units.Select(mover.Move)]) { Footnotes = [.. Notes.Select(mover.Move)] };
    }

    /// <summary>The finished text with the same places, for complaints.</summary>
    public static SourceSpan Moved(SourceText source, int start) => source.Span(Math.Min(start, source.Text.Length), Math.Min(start, source.Text.Length));
}
