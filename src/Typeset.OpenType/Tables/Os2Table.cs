namespace Typeset.OpenType.Tables;

/// <summary>Weight, embedding rights and typographic heights (OpenType, "OS/2").</summary>
internal sealed record Os2Table
{
    private const int UseTypoMetricsBit = 1 << 7;

    /// <summary>What holds where a font lacks the table: regular weight, no restriction, heights unknown.</summary>
    public static readonly Os2Table Absent = new() { Weight = 400 };

    public ushort Weight { get; private init; }
    public ushort EmbeddingRights { get; private init; }
    public bool UsesTypoMetrics { get; private init; }
    public int TypoAscender { get; private init; }
    public int TypoDescender { get; private init; }
    public int TypoLineGap { get; private init; }

    /// <summary>Font units; null before version 2 of the table or where the font gives 0.</summary>
    public int? XHeight { get; private init; }

    /// <inheritdoc cref="XHeight"/>
    public int? CapHeight { get; private init; }

    public static Os2Table Read(FontTable table)
    {
        var reader = table.Reader;
        var version = reader.U16();
        var hasHeights = version >= 2 && reader.Length >= 90;
        return new Os2Table
        {
            Weight = reader.U16At(4),
            EmbeddingRights = reader.U16At(8),
            UsesTypoMetrics = (reader.U16At(62) & UseTypoMetricsBit) != 0,
            TypoAscender = reader.I16At(68),
            TypoDescender = reader.I16At(70),
            TypoLineGap = reader.I16At(72),
            XHeight = hasHeights ? NonZero(reader.I16At(86)) : null,
            CapHeight = hasHeights ? NonZero(reader.I16At(88)) : null,
        };
    }

    private static int? NonZero(int value) => value == 0 ? null : value;
}
