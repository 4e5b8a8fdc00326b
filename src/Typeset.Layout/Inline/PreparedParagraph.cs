using Typeset.Documents;
using Typeset.Shaping;
using Typeset.Unicode;

namespace Typeset.Layout.Inline;

/// <summary>
/// A paragraph ready for breaking and composing: its cells with widths, gaps and what may happen after each. One is filled again and again, so that
/// breaking a volume allocates next to nothing.
/// </summary>
internal sealed class PreparedParagraph
{
    public RichText Text { get; set; } = RichText.Empty;
    public TextStyle? Style { get; set; }
    public LineRules? Rules { get; set; }

    public GrowingArray<TextSide> Sides { get; } = new();
    public GrowingArray<BreakOpportunity> Opportunities { get; } = new();
    /// <summary>The embedding level of each unit (UAX #9); empty where all of the text runs from left to right.</summary>
    public GrowingArray<byte> Levels { get; } = new();

    public GrowingArray<Segment> Segments { get; } = new();
    public GrowingArray<ShapedGlyph> Glyphs { get; } = new();
    public GrowingArray<Cell> Cells { get; } = new();

    /// <summary>How far one mark may be squeezed, raw units.</summary>
    public long Squeeze { get; set; }

    /// <summary>The cell that starts at, or holds, an index of the text; the number of cells for the text's end.</summary>
    public int CellAt(int index)
    {
        var cells = Cells.Span;
        var (low, high) = (0, cells.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (cells[middle].Start < index) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Where the text of a cell ends.</summary>
    public int EndOf(int cell) => cell + 1 < Cells.Count ? Cells[cell + 1].Start : Text.Text.Length;

    /// <summary>The end of cells <c>[from, to)</c> without what vanishes at a line's end.</summary>
    public int TrimEnd(int from, int to)
    {
        while (to > from && Cells[to - 1].Kind.VanishesAtLineEnd) to--;
        return to;
    }

    /// <summary>What an opening mark gives up at a line's head in <c>clreq</c> mode: its blank half, so that its ink is flush.</summary>
    public int HeadTrim(in Cell cell) => TrimsEdges ? MarkBlanks.Leading(cell, (int)Style!.Size.Raw) : 0;

    /// <summary>What a closing mark gives up at a line's foot in <c>clreq</c> mode.</summary>
    public int FootTrim(in Cell cell) => TrimsEdges ? MarkBlanks.Trailing(cell, (int)Style!.Size.Raw) : 0;

    private bool TrimsEdges => Rules!.Mode == LineBreakMode.Clreq;

    /// <summary>Natural width of cells <c>[from, to)</c> as a line: gaps inside, no tracking at the end, marks at its edges trimmed where the mode does so.</summary>
    public long WidthOf(int from, int to)
    {
        if (to <= from) return 0;
        var cells = Cells.Span[from..to];
        var width = -(long)cells[0].Gap - cells[^1].Tracking - HeadTrim(cells[0]) - FootTrim(cells[^1]);
        foreach (ref readonly var cell in cells) width += cell.Width + cell.Gap + cell.Tracking;
        return width;
    }

    public void Clear()
    {
        Sides.Clear();
        Opportunities.Clear();
        Levels.Clear();
        Segments.Clear();
        Glyphs.Clear();
        Cells.Clear();
    }
}
