namespace Typeset.OpenType.Glyf;

/// <summary>One part of a composite glyph: which glyph, where, and how scaled.</summary>
/// <param name="Glyph">The glyph put in.</param>
/// <param name="GlyphOffset">Where its number stands in the composite's own bytes, for subsetting.</param>
/// <param name="Flags">As in the file.</param>
/// <param name="Argument1">A shift to the right in font units, or a point of what was put in before.</param>
/// <param name="Argument2">A shift upwards in font units, or a point of this part.</param>
/// <param name="Scale">Row by row: x of x, y of x, x of y, y of y.</param>
internal readonly record struct Component(
    ushort Glyph, int GlyphOffset, int Flags, int Argument1, int Argument2, (double XX, double YX, double XY, double YY) Scale)
{
    public const int ArgumentsAreWords = 0x0001, ArgumentsAreShifts = 0x0002, HasScale = 0x0008, HasMore = 0x0020;
    public const int HasTwoScales = 0x0040, HasMatrix = 0x0080, ShiftIsScaled = 0x0800, ShiftIsNotScaled = 0x1000;

    public bool IsPlacedByShift => (Flags & ArgumentsAreShifts) != 0;

    public bool ScalesItsShift => (Flags & (ShiftIsScaled | ShiftIsNotScaled)) == ShiftIsScaled;
}

/// <summary>Goes through the parts of a composite glyph (OpenType, "glyf", "Composite Glyph Description").</summary>
internal ref struct ComponentReader
{
    private FontReader _reader;
    private bool _hasMore = true;

    /// <summary>Starts at a glyph's first byte; a simple or empty glyph has no parts.</summary>
    public ComponentReader(FontReader reader)
    {
        _reader = reader;
        _hasMore = reader.Length > 0 && _reader.I16() < 0;
        if (_hasMore) _reader.SeekTo(GlyfTable.HeaderSize);
    }

    public bool TryRead(out Component component)
    {
        component = default;
        if (!_hasMore) return false;
        int flags = _reader.U16();
        var offset = _reader.Position;
        var glyph = _reader.U16();
        var (first, second) = ReadArguments(flags);
        component = new Component(glyph, offset, flags, first, second, ReadScale(flags));
        _hasMore = (flags & Component.HasMore) != 0;
        return true;
    }

    private (int, int) ReadArguments(int flags) => (flags & (Component.ArgumentsAreWords | Component.ArgumentsAreShifts)) switch
    {
        Component.ArgumentsAreWords | Component.ArgumentsAreShifts => (_reader.I16(), _reader.I16()),
        Component.ArgumentsAreWords => (_reader.U16(), _reader.U16()),
        Component.ArgumentsAreShifts => (_reader.I8(), _reader.I8()),
        _ => (_reader.U8(), _reader.U8()),
    };

    private (double, double, double, double) ReadScale(int flags)
    {
        if ((flags & Component.HasScale) != 0) return _reader.F2Dot14() is var scale ? (scale, 0, 0, scale) : default;
        if ((flags & Component.HasTwoScales) != 0) return (_reader.F2Dot14(), 0, 0, _reader.F2Dot14());
        if ((flags & Component.HasMatrix) != 0) return (_reader.F2Dot14(), _reader.F2Dot14(), _reader.F2Dot14(), _reader.F2Dot14());
        return (1, 0, 0, 1);
    }
}
