namespace Typeset.OpenType.Tables;

/// <summary>The horizontal or vertical header (OpenType, "hhea" and "vhea", which share one layout).</summary>
internal sealed record HheaTable(int Ascender, int Descender, int LineGap, int MetricCount)
{
    public static HheaTable Read(FontTable table)
    {
        var reader = table.Reader;
        reader.Skip(4); // version
        var (ascender, descender, lineGap) = (reader.I16(), reader.I16(), reader.I16());
        reader.Skip(24); // extents, caret, reserved, metricDataFormat
        return new HheaTable(ascender, descender, lineGap, reader.U16());
    }
}
