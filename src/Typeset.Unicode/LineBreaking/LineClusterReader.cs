using static Typeset.Unicode.LineUnitSet;

namespace Typeset.Unicode;

/// <summary>Reads a text cluster by cluster, LB9 and LB10; looks at each code point once, whatever the text.</summary>
internal ref struct LineClusterReader
{
    private readonly ReadOnlySpan<char> text;
    private int position;
    private byte pending;

    public LineClusterReader(ReadOnlySpan<char> text)
    {
        this.text = text;
        pending = ReadValue();
    }

    /// <summary>How many code points were looked up.</summary>
    public int Steps { get; private set; }

    /// <summary>The next cluster; the edge once the text is used up.</summary>
    public LineCluster Read()
    {
        var value = pending;
        if (LineCluster.UnitOf(value) == LineCluster.EdgeUnit) return LineCluster.Edge;
        var end = position;
        var next = ReadValue();
        var joins = false;
        if (!IsIn(value, BK | CR | LF | NL | SP | ZW))
        {
            joins = IsIn(value, ZWJ);
            if (IsIn(value, CM | ZWJ)) value = LineCluster.WithUnit(value, LineUnit.Alphabetic);
            while (IsIn(next, CM | ZWJ))
            {
                joins = IsIn(next, ZWJ);
                end = position;
                next = ReadValue();
            }
        }

        pending = next;
        return new(value, joins, end);
    }

    private byte ReadValue()
    {
        if (position >= text.Length) return LineCluster.Edge.Value;
        Steps++;
        return LineUnitTable.Lookup(Utf16.Read(text, ref position));
    }

    private static bool IsIn(byte value, ulong units) => ((units >> (int)LineCluster.UnitOf(value)) & 1) != 0;
}
