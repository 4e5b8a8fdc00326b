using System.Collections.Immutable;

namespace Typeset.OpenType.Outlines;

/// <summary>Collects the segments of one outline; closes a contour when the next one begins.</summary>
internal sealed class OutlineBuilder
{
    private readonly ImmutableArray<OutlineSegment>.Builder _segments = ImmutableArray.CreateBuilder<OutlineSegment>();
    private bool _isOpen;

    public OutlinePoint Current { get; private set; }

    public void MoveTo(OutlinePoint point)
    {
        Close();
        Add(SegmentKind.Move, default, default, point);
        _isOpen = true;
    }

    public void LineTo(OutlinePoint point) => Add(SegmentKind.Line, default, default, point);

    public void QuadraticTo(OutlinePoint control, OutlinePoint point) => Add(SegmentKind.Quadratic, control, default, point);

    public void CubicTo(OutlinePoint control1, OutlinePoint control2, OutlinePoint point) => Add(SegmentKind.Cubic, control1, control2, point);

    public void Close()
    {
        if (_isOpen) _segments.Add(new OutlineSegment(SegmentKind.Close, default, default, default));
        _isOpen = false;
    }

    public GlyphOutline Finish()
    {
        Close();
        return _segments.Count == 0 ? GlyphOutline.Empty : new GlyphOutline(_segments.DrainToImmutable());
    }

    private void Add(SegmentKind kind, OutlinePoint control1, OutlinePoint control2, OutlinePoint end)
    {
        _segments.Add(new OutlineSegment(kind, control1, control2, end));
        Current = end;
    }
}
