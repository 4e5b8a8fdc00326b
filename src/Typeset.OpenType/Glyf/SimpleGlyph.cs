namespace Typeset.OpenType.Glyf;

/// <summary>Unpacks a glyph that has contours of its own (OpenType, "glyf", "Simple Glyph Description").</summary>
internal ref struct SimpleGlyph
{
    private const byte OnCurve = 0x01, XIsByte = 0x02, YIsByte = 0x04, Repeats = 0x08, XIsSameOrPositive = 0x10, YIsSameOrPositive = 0x20;

    private FontReader _reader;

    /// <summary>Adds the glyph's points to a list; the reader stands behind the glyph's header.</summary>
    public static void Read(FontReader reader, int contourCount, List<GlyfPoint> points)
    {
        if (contourCount == 0) return;
        var glyph = new SimpleGlyph { _reader = reader };
        var ends = glyph.ReadEnds(contourCount);
        glyph._reader.Skip(glyph._reader.U16()); // instructions
        glyph.ReadPoints(ends, points);
    }

    private ushort[] ReadEnds(int contourCount)
    {
        if (contourCount > _reader.Remaining / 2) throw _reader.Broken($"a glyph of {contourCount} contours is cut short");
        var ends = new ushort[contourCount];
        for (var i = 0; i < contourCount; i++)
        {
            ends[i] = _reader.U16();
            if (i > 0 && ends[i] < ends[i - 1]) throw _reader.Broken("the contours of a glyph are out of order");
        }

        return ends;
    }

    private void ReadPoints(ushort[] ends, List<GlyfPoint> points)
    {
        var flags = ReadFlags(ends[^1] + 1);
        var x = ReadCoordinates(flags, XIsByte, XIsSameOrPositive);
        var y = ReadCoordinates(flags, YIsByte, YIsSameOrPositive);
        var contour = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            var endsContour = i == ends[contour];
            points.Add(new GlyfPoint(x[i], y[i], (flags[i] & OnCurve) != 0, endsContour));
            while (endsContour && contour < ends.Length - 1 && ends[contour] <= i) contour++;
        }
    }

    private byte[] ReadFlags(int count)
    {
        var flags = new byte[count];
        for (var i = 0; i < count;)
        {
            var flag = _reader.U8();
            var times = (flag & Repeats) != 0 ? 1 + _reader.U8() : 1;
            if (times > count - i) throw _reader.Broken("a glyph has more flags than points");
            flags.AsSpan(i, times).Fill(flag);
            i += times;
        }

        return flags;
    }

    private int[] ReadCoordinates(byte[] flags, byte isByte, byte isSameOrPositive)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            var isSet = (flags[i] & isSameOrPositive) != 0;
            if ((flags[i] & isByte) != 0) value += isSet ? _reader.U8() : -_reader.U8();
            else if (!isSet) value += _reader.I16();
            values[i] = value;
        }

        return values;
    }
}
