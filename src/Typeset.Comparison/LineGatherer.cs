using System.Collections.Immutable;
using Typeset.Preflight;

namespace Typeset.Comparison;

/// <summary>
/// Gathers the glyphs of a page into lines. Glyphs on nearly one baseline are a line; raised and lowered marks, which are smaller,
/// join the line that they stand in.
/// </summary>
internal static class LineGatherer
{
    /// <summary>Baselines nearer than this share of the type size are one line.</summary>
    private const double SameLine = 0.2;

    /// <summary>A mark is at most this much of the type size of its line.</summary>
    private const double SmallerThan = 0.8;

    /// <summary>Shares of a line's type size, above and below its baseline, within which the baseline of a mark lies.</summary>
    private const double Above = 0.7, Below = 0.3;

    private sealed class Line(TextGlyph first)
    {
        public List<TextGlyph> Glyphs { get; } = [first];
        public double Baseline => Glyphs[0].Baseline;
        public double Size { get; private set; } = first.Size;
        public double Left { get; private set; } = first.X;
        public double Right { get; private set; } = first.X + first.Advance;

        public void Add(TextGlyph glyph)
        {
            Glyphs.Add(glyph);
            Size = Math.Max(Size, glyph.Size);
            Left = Math.Min(Left, glyph.X);
            Right = Math.Max(Right, glyph.X + glyph.Advance);
        }

        /// <summary>Whether another line is but marks inside this one or at its ends.</summary>
        public bool Holds(Line other) =>
            other != this && other.Size <= SmallerThan * Size
            && other.Baseline > Baseline - Above * Size && other.Baseline < Baseline + Below * Size
            && other.Right > Left - Size && other.Left < Right + Size;
    }

    public static ImmutableArray<RenderedLine> Gather(IEnumerable<TextGlyph> glyphs, Leaders leaders)
    {
        var lines = new List<Line>();
        foreach (var glyph in glyphs.Where(static glyph => !string.IsNullOrWhiteSpace(glyph.Text)).OrderBy(static glyph => glyph.Baseline))
        {
            if (lines.Count > 0 && glyph.Baseline - lines[^1].Baseline <= SameLine * Math.Max(glyph.Size, lines[^1].Size)) lines[^1].Add(glyph);
            else lines.Add(new Line(glyph));
        }

        JoinMarks(lines);
        return [.. lines.Select(line => TextOf(line, leaders)).Where(static line => line.Text.Length > 0)];
    }

    private static RenderedLine TextOf(Line line, Leaders leaders)
    {
        var text = LineText.Of(line.Glyphs.OrderBy(static glyph => glyph.X));
        return leaders.StandAt(line.Baseline) ? text with { HasLeader = true } : text;
    }

    private static void JoinMarks(List<Line> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var marks = lines[i];
            var home = Neighbours(lines, i).Where(line => line.Holds(marks)).MinBy(line => Math.Abs(line.Baseline - marks.Baseline));
            if (home is null) continue;
            foreach (var glyph in marks.Glyphs) home.Add(glyph);
            lines.RemoveAt(i);
        }
    }

    private static IEnumerable<Line> Neighbours(List<Line> lines, int index) =>
        lines.Skip(index - 2).Take(index >= 2 ? 5 : 3 + index);
}
