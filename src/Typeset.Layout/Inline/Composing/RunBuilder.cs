using System.Collections.Immutable;
using Typeset.Core;
using Typeset.OpenType;
using Typeset.Pages;

namespace Typeset.Layout.Inline;

/// <summary>What glyphs of one run have in common.</summary>
internal readonly record struct RunLook(FontFace Face, Length Size, Length Baseline, int Scale);

/// <summary>Gathers glyphs of one look into runs as long as they go.</summary>
internal sealed class RunBuilder
{
    private readonly GrowingArray<PlacedGlyph> _glyphs = new();
    private ImmutableArray<PageItem>.Builder _output = null!;
    private PreparedParagraph _paragraph = null!;
    private Ink _ink = Ink.Black;
    private RunLook _look;
    private long _left;
    private string? _ownText;
    private int _from;
    private int _to;

    public void Start(PreparedParagraph paragraph, Ink ink, ImmutableArray<PageItem>.Builder output) => (_paragraph, _ink, _output) = (paragraph, ink, output);

    /// <summary>Begins what stands for <c>[from, to)</c> of the paragraph's text, or for a text of its own; <paramref name="x"/> is where a new run would have its origin.</summary>
    public void Begin(in RunLook look, long x, int from, int to, string? ownText)
    {
        if (_glyphs.Count > 0 && (look != _look || ownText is not null || _ownText is not null)) Flush();
        if (_glyphs.Count == 0) (_look, _left, _from, _ownText) = (look, x, from, ownText);
        _to = to;
    }

    /// <summary>Adds a glyph at a place on the page; text indices are of the paragraph, or of the run's own text.</summary>
    public void Add(ushort glyph, long x, int rise, int textStart, int textLength) =>
        _glyphs.Add(new PlacedGlyph(glyph, (int)(x - _left), -rise, _ownText is null ? textStart - _from : textStart, (ushort)textLength));

    public void Flush()
    {
        if (_glyphs.Count == 0) return;
        var text = _ownText ?? _paragraph.Text.Text[_from.._to];
        _output.Add(new GlyphRun(_look.Face, _look.Size, _ink, new Point(new Length(_left), _look.Baseline), _glyphs.Span.ToArray(), text, Span()) { HorizontalScale = _look.Scale });
        _glyphs.Clear();
    }

    private SourceSpan Span()
    {
        var runs = _paragraph.Text.Runs;
        var (first, last) = (RunAt(_from), RunAt(Math.Max(_from, _to - 1)));
        return runs[first].SpanAt(_from).To(runs[last].SpanAt(_to - 1));
    }

    private int RunAt(int index)
    {
        var runs = _paragraph.Text.Runs;
        for (var i = 0; i < runs.Length; i++)
        {
            if (index < runs[i].End) return i;
        }

        return runs.Length - 1;
    }
}
