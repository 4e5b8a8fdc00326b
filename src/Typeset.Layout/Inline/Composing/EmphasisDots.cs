using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Flow;
using Typeset.OpenType;
using Typeset.Pages;
using Typeset.Shaping;

namespace Typeset.Layout.Inline;

/// <summary>着重号: a dot under each Han character of an emphasized run, none under punctuation (GB/T 15834-2011 §4.14; clreq, emphasis dots).</summary>
internal sealed class EmphasisDots(GlyphSource source)
{
    /// <summary>A dot's diameter is 0.14 em, its middle stands 0.26 em below the baseline: clear of the em box, which ends at 0.12 em.</summary>
    private const int DiameterPermille = 140;
    private const int DropPermille = 260;

    private readonly GrowingArray<ShapedGlyph> _shaped = new();
    private readonly GrowingArray<PlacedGlyph> _placed = new();

    /// <summary>A dot of the right diameter: its glyph, its type size, and the middle of its ink from its origin (y upwards).</summary>
    private readonly record struct Dot(FontFace Face, ushort Glyph, Length Size, long MiddleX, long MiddleY);

    public void Compose(PreparedParagraph paragraph, in LinePlace place, ReadOnlySpan<long> edges, Ink ink, ImmutableArray<PageItem>.Builder output)
    {
        var from = place.Cells.Start.Value;
        for (var i = from; i < place.Cells.End.Value; i++)
        {
            if (!IsDotted(paragraph, i)) continue;
            var segment = paragraph.Cells[i].Segment;
            var end = i;
            _placed.Clear();
            if (DotFor(paragraph.Segments[segment].Voice) is not { } dot) return;
            for (; end < place.Cells.End.Value && paragraph.Cells[end].Segment == segment; end++)
            {
                if (!IsDotted(paragraph, end)) continue;
                var middle = edges[end - from] + paragraph.Cells[end].Width / 2;
                _placed.Add(new PlacedGlyph(dot.Glyph, (int)(middle - dot.MiddleX - edges[i - from]), 0, 0, 0));
            }

            var em = new Length(paragraph.Segments[segment].Voice.Size);
            var baseline = place.Baseline + em.Times(DropPermille, 1000) + new Length(dot.MiddleY);
            // Dots stress what stands above them and say nothing themselves.
            output.Add(new StructureBegin(StructureIds.Artifact));
            output.Add(new GlyphRun(dot.Face, dot.Size, ink, new Point(new Length(edges[i - from]), baseline), _placed.Span.ToArray(), "", SourceSpan.None));
            output.Add(StructureEnd.Instance);
            i = end - 1;
        }
    }

    private static bool IsDotted(PreparedParagraph paragraph, int cell)
    {
        if (paragraph.Cells[cell].Kind != CharacterKind.Han) return false;
        return (paragraph.Text.Runs[paragraph.Segments[paragraph.Cells[cell].Segment].Run].Format & InlineFormat.EmphasisDots) != 0;
    }

    private Dot? DotFor(Voice voice)
    {
        _shaped.Clear();
        source.Shape("•", [TextSide.Han], voice, 0, _shaped);
        if (_shaped.Count == 0) return null;
        var face = source.FaceOf(_shaped[0].Face);
        var ink = face.BoundsOf(_shaped[0].Id);
        var width = ink.XMax - ink.XMin;
        if (width <= 0) return null;
        var size = new Length(voice.Size).Times((long)DiameterPermille * face.UnitsPerEm, 1000L * width);
        return new Dot(face, _shaped[0].Id, size, size.Raw * (ink.XMin + ink.XMax) / 2 / face.UnitsPerEm, size.Raw * (ink.YMin + ink.YMax) / 2 / face.UnitsPerEm);
    }
}
