using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;

namespace Typeset.Layout.Inline;

/// <summary>Where one line stands on the page.</summary>
/// <param name="Cells">Its cells, without what vanishes at its end.</param>
/// <param name="Left">Left edge of its first cell, raw units.</param>
/// <param name="Baseline">Its baseline on the page.</param>
internal readonly record struct LinePlace(Range Cells, long Left, Length Baseline);

/// <summary>Composes lines of a prepared paragraph into glyph runs, link areas and emphasis dots.</summary>
internal sealed class LineComposer(GlyphSource source)
{
    private readonly LineAdjuster _adjuster = new();
    private readonly RunBuilder _runs = new();
    private readonly InlineMarker _marker = new();
    private readonly MarkFitting _marks = new();
    private readonly EmphasisDots _dots = new(source);
    private readonly GrowingArray<long> _extra = new();
    private readonly GrowingArray<long> _edges = new();

    public void Compose(PreparedParagraph paragraph, in LineRequest request, int line, Point origin, ImmutableArray<PageItem>.Builder output)
    {
        var broken = request.Paragraph;
        var place = Place(paragraph, broken, line, origin);
        if (place.Cells.Start.Value >= place.Cells.End.Value) return;
        var ink = InkOf(broken.Style.Color);
        _runs.Start(paragraph, ink, output);
        _marker.Start(request.Elements, output);
        for (var i = place.Cells.Start.Value; i < place.Cells.End.Value; i++)
        {
            AddCell(paragraph, i, _edges[i - place.Cells.Start.Value], place.Baseline);
        }

        _runs.Flush();
        _marker.Leave();
        _dots.Compose(paragraph, place, _edges.Span, ink, output);
        LinkAreas.Compose(paragraph, place, _edges.Span, request.Elements, output);
    }

    /// <summary>Settles the left edge of each cell; the one after the last is the line's end.</summary>
    private LinePlace Place(PreparedParagraph paragraph, BrokenParagraph broken, int line, Point origin)
    {
        var record = broken.LineOf(line);
        var from = paragraph.CellAt(record.Start);
        var to = paragraph.TrimEnd(from, paragraph.CellAt(record.End));
        var filled = to - (record.Is(LineTraits.Hung) ? 1 : 0);
        _extra.Clear();
        var extra = _extra.AddRange(to - from);
        _adjuster.Adjust(paragraph.Cells.Span[from..filled], SlackOf(broken, line), paragraph, extra[..(filled - from)]);
        extra[(filled - from)..].Clear();
        var left = (origin.X + broken.StartOf(line)).Raw - (from < to ? paragraph.HeadTrim(paragraph.Cells[from]) : 0);
        PlaceCells(paragraph.Cells.Span[from..to], extra, left, filled - from);
        if (paragraph.Levels.Count > 0) VisualOrder.Apply(paragraph, from, _edges.Span);
        return new LinePlace(from..to, left, origin.Y);
    }

    /// <summary>What a line lacks to the measure, where it is to be flush; what it has too much, everywhere.</summary>
    private static long SlackOf(BrokenParagraph broken, int line)
    {
        var record = broken.LineOf(line);
        var slack = broken.Frame.Room(line).Raw - record.Width;
        var flush = broken.Style.Alignment == Alignment.Justify && !record.Is(LineTraits.Ends);
        return flush ? slack : Math.Min(0, slack);
    }

    private void PlaceCells(ReadOnlySpan<Cell> cells, ReadOnlySpan<long> extra, long left, int filled)
    {
        _edges.Clear();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) left += cells[i].Gap;
            _edges.Add(left);
            left += cells[i].Width + extra[i] + (i == filled - 1 ? 0 : cells[i].Tracking);
        }

        _edges.Add(left);
    }

    private void AddCell(PreparedParagraph paragraph, int index, long edge, Length baseline)
    {
        ref readonly var cell = ref paragraph.Cells[index];
        if (cell.GlyphCount == 0) return;
        var segment = paragraph.Segments[cell.Segment];
        if (_marker.Changes(segment.Run))
        {
            _runs.Flush();
            _marker.Enter(segment.Run);
        }

        var voice = segment.Voice;
        var x = edge + cell.Inset;
        var textLength = segment.Note?.Length ?? paragraph.EndOf(index) - cell.Start;
        foreach (ref readonly var glyph in paragraph.Glyphs.Span.Slice(cell.FirstGlyph, cell.GlyphCount))
        {
            var face = source.FaceOf(glyph.Face);
            var fit = _marks.Fit(cell.Kind, face, glyph.Id, voice.Size, cell.Has(CellTraits.RigidAfter) ? cell.Width + cell.Tracking : cell.Width);
            var at = cell.Kind is CharacterKind.Dash or CharacterKind.Ellipsis or CharacterKind.MiddleDot ? edge + fit.X : x;
            _runs.Begin(new RunLook(face, new Length(voice.Size), baseline - new Length(voice.Rise), fit.Scale), at, cell.Start, paragraph.EndOf(index), segment.Note);
            _runs.Add(glyph.Id, at + glyph.XOffset, fit.Rise - glyph.YOffset, segment.Note is null ? cell.Start : 0, textLength);
            x += glyph.Advance;
            textLength = 0;
        }
    }

    private static Ink InkOf(InkColor color) => color.IsBlack ? Ink.Black : new Ink(color.Red, color.Green, color.Blue, Spot: color.Spot);
}
