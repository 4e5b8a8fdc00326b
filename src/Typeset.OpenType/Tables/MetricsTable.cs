namespace Typeset.OpenType.Tables;

/// <summary>Advances and bearings of all glyphs (OpenType, "hmtx" and "vmtx"), in font units.</summary>
internal static class MetricsTable
{
    /// <summary>The advance of every glyph; the last one given holds for all glyphs after it.</summary>
    public static ushort[] ReadAdvances(FontTable table, int metricCount, int glyphCount)
    {
        var reader = Open(table, metricCount, glyphCount);
        var advances = new ushort[glyphCount];
        for (var i = 0; i < metricCount; i++)
        {
            advances[i] = reader.U16();
            reader.Skip(2);
        }

        Array.Fill(advances, advances[metricCount - 1], metricCount, glyphCount - metricCount);
        return advances;
    }

    /// <summary>The left (or top) side bearing of one glyph; 0 where the table stops before it, as fonts in the wild do.</summary>
    public static short ReadBearing(FontTable table, int metricCount, int glyph)
    {
        var reader = table.Reader;
        var offset = glyph < metricCount ? 4 * glyph + 2 : 4 * metricCount + 2 * (glyph - metricCount);
        return offset + 2 <= reader.Length ? reader.I16At(offset) : (short)0;
    }

    private static FontReader Open(FontTable table, int metricCount, int glyphCount)
    {
        if (metricCount == 0 || metricCount > glyphCount) throw table.Broken($"{metricCount} metrics for {glyphCount} glyphs");
        return table.Reader.Slice(0, 4 * metricCount);
    }
}
