using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Typeset.OpenType.Outlines;

/// <summary>Collects the segments of one outline after the other; closes a contour when the next one begins.</summary>
internal sealed class OutlineBuilder
{
    private readonly List<OutlineSegment> _segments = [];
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

    /// <summary>Forgets the last outline.</summary>
    public void Begin()
    {
        _segments.Clear();
        (_isOpen, Current) = (false, default);
    }

    /// <summary>The outline as it stands, good until the next one is begun.</summary>
    public ReadOnlySpan<OutlineSegment> End()
    {
        Close();
        return CollectionsMarshal.AsSpan(_segments);
    }

    /// <summary>The outline to keep.</summary>
    public GlyphOutline Finish() => End() is { IsEmpty: false } segments ? new GlyphOutline(ImmutableArray.Create(segments)) : GlyphOutline.Empty;

    private void Add(SegmentKind kind, OutlinePoint control1, OutlinePoint control2, OutlinePoint end)
    {
        _segments.Add(new OutlineSegment(kind, control1, control2, end));
        Current = end;
    }
}
