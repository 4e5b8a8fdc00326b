using System.Runtime.InteropServices;

namespace Typeset.OpenType.Glyf;

/// <summary>Gathers the points of a glyph and of all its parts, put in place.</summary>
internal sealed class PointCollector(GlyfTable glyf)
{
    /// <summary>Parts within parts; real fonts go to 3. A glyph that contains itself goes beyond any limit.</summary>
    private const int MaxDepth = 16;

    /// <summary>Parts of one glyph, at all depths together; real fonts stay under 100.</summary>
    private const int MaxParts = 4096;

    /// <summary>Points of one glyph; a single description can hold 65,536.</summary>
    private const int MaxPoints = 1 << 18;

    private readonly List<GlyfPoint> _points = [];
    private int _depth, _parts;

    public ReadOnlySpan<GlyfPoint> Points => CollectionsMarshal.AsSpan(_points);

    public void Add(int glyph)
    {
        var reader = glyf.ReaderOf(glyph);
        if (reader.Length == 0) return;
        if (++_depth > MaxDepth || ++_parts > MaxParts) throw reader.Broken($"glyph {glyph} contains itself or far too many parts");
        var contourCount = reader.I16();
        if (contourCount < 0) AddParts(new ComponentReader(glyf.ReaderOf(glyph)));
        else SimpleGlyph.Read(reader.SliceFrom(GlyfTable.HeaderSize), contourCount, _points);
        if (_points.Count > MaxPoints) throw reader.Broken($"glyph {glyph} has more than {MaxPoints} points");
        _depth--;
    }

    private void AddParts(ComponentReader parts)
    {
        var first = _points.Count;
        while (parts.TryRead(out var part))
        {
            var start = _points.Count;
            Add(part.Glyph);
            Place(part, first, start);
        }
    }

    private void Place(Component part, int first, int start)
    {
        var points = CollectionsMarshal.AsSpan(_points);
        foreach (ref var point in points[start..]) point = Scale(point, part);
        var shift = part.IsPlacedByShift ? ShiftOf(part) : ShiftBetween(points, first + part.Argument1, start + part.Argument2);
        foreach (ref var point in points[start..]) point = point with { X = point.X + shift.X, Y = point.Y + shift.Y };
    }

    private static OutlinePoint ShiftOf(Component part)
    {
        var shift = new GlyfPoint(part.Argument1, part.Argument2, false, false);
        return part.ScalesItsShift ? Scale(shift, part).Place : shift.Place;
    }

    // Points that are not there (the phantom points beyond the outline among them) leave the part where it is.
    private static OutlinePoint ShiftBetween(ReadOnlySpan<GlyfPoint> points, int anchor, int moved) =>
        anchor < points.Length && moved < points.Length
            ? new OutlinePoint(points[anchor].X - points[moved].X, points[anchor].Y - points[moved].Y)
            : default;

    private static GlyfPoint Scale(GlyfPoint point, Component part)
    {
        var scale = part.Scale;
        return point with { X = point.X * scale.XX + point.Y * scale.XY, Y = point.X * scale.YX + point.Y * scale.YY };
    }
}
