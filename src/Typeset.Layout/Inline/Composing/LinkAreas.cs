using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Pages;

namespace Typeset.Layout.Inline;

/// <summary>The areas of a line that lead elsewhere: one rectangle for each link on it, as high as the em box.</summary>
internal static class LinkAreas
{
    /// <summary>From the em box's top to the baseline, as Han faces have it.</summary>
    private const int AscentPermille = 880;

    public static void Compose(PreparedParagraph paragraph, in LinePlace place, ReadOnlySpan<long> edges, in InlineElements elements, ImmutableArray<PageItem>.Builder output)
    {
        var (from, to) = (place.Cells.Start.Value, place.Cells.End.Value);
        for (var i = from; i < to;)
        {
            var run = RunOf(paragraph, i);
            var end = i + 1;
            while (end < to && RunOf(paragraph, end) == run) end++;
            if (paragraph.Text.Runs[run].LinkTarget is { Length: > 0 } target)
            {
                var size = new Length(paragraph.Segments[paragraph.Cells[i].Segment].Voice.Size);
                var (left, right) = SidesOf(paragraph, i, end, edges[(i - from)..]);
                var area = new Rectangle(new Length(left), place.Baseline - size.Times(AscentPermille, 1000), new Length(right - left), size);
                Add(LinkTo(target, area, paragraph.Text.Text[paragraph.Cells[i].Start..paragraph.EndOf(end - 1)]), elements.Of(run), output);
            }

            i = end;
        }
    }

    /// <summary>From the leftmost cell's left edge to the rightmost one's right edge.</summary>
    private static (long Left, long Right) SidesOf(PreparedParagraph paragraph, int from, int to, ReadOnlySpan<long> edges)
    {
        var (left, right) = (long.MaxValue, long.MinValue);
        for (var i = from; i < to; i++) (left, right) = (Math.Min(left, edges[i - from]), Math.Max(right, edges[i - from] + paragraph.Cells[i].Width));
        return (left, right);
    }

    /// <summary>The area belongs to the element that its text stands in.</summary>
    private static void Add(LinkItem link, int element, ImmutableArray<PageItem>.Builder output)
    {
        if (element >= 0) output.Add(new StructureBegin(element));
        output.Add(link);
        if (element >= 0) output.Add(StructureEnd.Instance);
    }

    private static int RunOf(PreparedParagraph paragraph, int cell) => paragraph.Segments[paragraph.Cells[cell].Segment].Run;

    private static LinkItem LinkTo(string target, Rectangle area, string description) =>
        target.Contains(':') ? new LinkItem(area, null, target, description) : new LinkItem(area, target.TrimStart('#'), null, description);
}
