namespace Typeset.Preflight.Reading;

/// <summary>Collects the box of the path that is being built (ISO 32000-1 §8.5).</summary>
internal sealed class PathPen(PageContent content)
{
    private readonly List<Box> _rectangles = [];
    private Box? _box;
    private int _segments;

    public void Point(double x, double y, in Matrix ctm)
    {
        var (px, py) = ctm.At(x, y);
        _box = _box?.With(px, py) ?? Box.At((px, py));
        _segments++;
    }

    /// <summary>Rectangles are kept apart: each is a rule of its own.</summary>
    public void Rectangle(double x, double y, double width, double height, in Matrix ctm)
    {
        var box = Box.At(ctm.At(x, y));
        foreach (var (px, py) in ((double, double)[])[ctm.At(x + width, y), ctm.At(x, y + height), ctm.At(x + width, y + height)]) box = box.With(px, py);
        _rectangles.Add(box);
    }

    public void Paint(bool fills, bool strokes, in Matrix ctm, PaintState state, int mark)
    {
        var width = strokes ? state.LineWidth * ctm.MeanScale : 0;
        if (fills || strokes)
        {
            foreach (var rectangle in _rectangles) content.Paths.Add(new PaintedPath(rectangle, fills, strokes, width, 4, mark, state));
            if (_box is { } box) content.Paths.Add(new PaintedPath(box, fills, strokes, width, _segments, mark, state));
        }

        _rectangles.Clear();
        (_box, _segments) = (null, 0);
    }
}
