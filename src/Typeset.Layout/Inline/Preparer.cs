using System.Text;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Shaping;
using Typeset.Unicode;

namespace Typeset.Layout.Inline;

/// <summary>Prepares a paragraph: sides, segments, glyphs, cells, widths, and the places where a line may end.</summary>
internal sealed class Preparer(GlyphSource source)
{
    /// <summary>Note marks, superscripts and subscripts are set at 60 % of the type size, as in GB books.</summary>
    private const int RaisedPermille = 600;

    /// <summary>A superscript's baseline stands ⅓ em up, a subscript's ⅙ em down.</summary>
    private const int SuperscriptPermille = 340;
    private const int SubscriptPermille = -160;

    /// <summary>Part of the cluster around it (UAX #29 GB9): 👩‍🌾 is one text.</summary>
    private const int ZeroWidthJoiner = 0x200D;

    private RichText _text = RichText.Empty;
    private SpanResolver? _spanOf;

    public void Prepare(PreparedParagraph paragraph, RichText text, TextStyle style, LineRules rules, ParagraphExtras extras)
    {
        paragraph.Clear();
        _text = text;
        _spanOf ??= SpanAt;
        (paragraph.Text, paragraph.Style, paragraph.Rules) = (text, style, rules);
        paragraph.Squeeze = rules.MarkReduction.At(style.Size).Raw;
        if (text.IsEmpty) return;
        FindSides(paragraph);
        FindSegments(paragraph, extras);
        for (var i = 0; i < paragraph.Segments.Count; i++) AddSegment(paragraph, i);
        new CellRules(style, rules).Apply(paragraph);
    }

    /// <summary>Where in the manuscript a character stands, for complaints about its glyph.</summary>
    private SourceSpan SpanAt(int index)
    {
        foreach (var run in _text.Runs)
        {
            if (index < run.End) return run.SpanAt(index);
        }

        return SourceSpan.None;
    }

    private static void FindSides(PreparedParagraph paragraph)
    {
        var text = paragraph.Text.Text;
        TextSides.Resolve(text, paragraph.Sides.AddRange(text.Length));
        LineBreak.FindOpportunities(text, paragraph.Opportunities.AddRange(text.Length));
        if (BidiLevels.AreNeeded(text)) BidiLevels.Resolve(text, paragraph.Levels.AddRange(text.Length));
    }

    private static void FindSegments(PreparedParagraph paragraph, ParagraphExtras extras)
    {
        var runs = paragraph.Text.Runs;
        var style = paragraph.Style!;
        var lead = style.RunInFont is null ? 0 : RunInLead.LengthOf(paragraph.Text.Text);
        for (var i = 0; i < runs.Length; i++)
        {
            var run = runs[i];
            if (run.End <= run.Start) continue;
            var note = run.FootnoteIndex < 0 ? null : extras.NoteMark?.Invoke(run.FootnoteIndex) ?? "①";
            var voice = VoiceOf(style, run);
            var split = Math.Clamp(lead, run.Start, run.End);
            if (split > run.Start) paragraph.Segments.Add(new Segment(run.Start, split, voice with { Stack = style.RunInFont! }, i, note));
            if (split < run.End) paragraph.Segments.Add(new Segment(split, run.End, voice, i, note));
        }
    }

    private static Voice VoiceOf(TextStyle style, InlineRun run)
    {
        var raised = run.FootnoteIndex >= 0 || (run.Format & InlineFormat.Superscript) != 0;
        var lowered = (run.Format & InlineFormat.Subscript) != 0;
        var size = raised || lowered ? style.Size.Times(RaisedPermille, 1000) : style.Size;
        var rise = raised ? style.Size.Times(SuperscriptPermille, 1000) : lowered ? style.Size.Times(SubscriptPermille, 1000) : Length.Zero;
        return new Voice(style.Font, style.Bold || (run.Format & InlineFormat.Strong) != 0, (int)size.Raw, (int)rise.Raw, (run.Format & InlineFormat.EmphasisDots) != 0);
    }

    private void AddSegment(PreparedParagraph paragraph, int index)
    {
        var segment = paragraph.Segments[index];
        if (segment.Note is { } mark) AddNote(paragraph, index, mark);
        else AddText(paragraph, index, segment);
    }

    private void AddNote(PreparedParagraph paragraph, int index, string mark)
    {
        var segment = paragraph.Segments[index];
        var first = paragraph.Glyphs.Count;
        Span<TextSide> sides = stackalloc TextSide[Math.Min(mark.Length, 32)];
        TextSides.Resolve(mark.AsSpan(0, sides.Length), sides);
        source.Shape(mark.AsSpan(0, sides.Length), sides, segment.Voice, 0, paragraph.Glyphs);
        ref var cell = ref paragraph.Cells.Add();
        cell = new Cell
        {
            Start = segment.Start, FirstGlyph = first, GlyphCount = (ushort)(paragraph.Glyphs.Count - first), Segment = (ushort)index, Kind = CharacterKind.NoteMark,
        };
        foreach (ref readonly var glyph in paragraph.Glyphs.Span[first..]) cell.Width += glyph.Advance;
    }

    /// <summary>The characters whose glyphs show a text: brackets that run from right to left face the other way (UAX #9 L4).</summary>
    private static ReadOnlySpan<char> Mirrored(ReadOnlySpan<char> text, ReadOnlySpan<byte> levels)
    {
        if (levels.IsEmpty) return text;
        var shown = text.ToArray();
        for (var i = 0; i < shown.Length; i++)
        {
            if ((levels[i] & 1) != 0) shown[i] = BidiBrackets.MirrorOf(shown[i]);
        }

        return shown;
    }

    private void AddText(PreparedParagraph paragraph, int index, Segment segment)
    {
        var text = paragraph.Text.Text.AsSpan(segment.Start, segment.End - segment.Start);
        var sides = paragraph.Sides.Span[segment.Start..segment.End];
        var glyph = paragraph.Glyphs.Count;
        var levels = paragraph.Levels.Count == 0 ? default : paragraph.Levels.Span[segment.Start..segment.End];
        source.Shape(Mirrored(text, levels), sides, segment.Voice, segment.Start, paragraph.Glyphs, _spanOf);
        var glyphs = paragraph.Glyphs.Span;
        var fresh = true;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
            var from = glyph;
            var end = segment.Start + i + length;
            while (glyph < glyphs.Length && glyphs[glyph].Cluster < end) glyph++;
            var kind = CharacterKindTable.Of(rune.Value, sides[i]);
            var joins = !fresh && (glyph == from ? kind != CharacterKind.Control || rune.Value == ZeroWidthJoiner : CharacterKindTable.Extends(rune.Value));
            ref var cell = ref joins ? ref paragraph.Cells[paragraph.Cells.Count - 1] : ref paragraph.Cells.Add();
            if (!joins) cell = new Cell { Start = segment.Start + i, FirstGlyph = from, Segment = (ushort)index, Kind = kind };
            cell.GlyphCount += (ushort)(glyph - from);
            for (var g = from; g < glyph; g++) cell.Width += glyphs[g].Advance;
            fresh = false;
            i += length;
        }
    }
}
