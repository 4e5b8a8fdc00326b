namespace Typeset.Shaping.Normalization;

/// <summary>Canonical decompositions and combining classes of the basic plane (UAX #15; UAX #44 Decomposition_Mapping).</summary>
internal static class CanonicalForm
{
    private const int Width = 3;
    private const int FirstWithClass = 0x0300;

    private static readonly Lazy<Dictionary<uint, ushort>> Compositions = new(ReadCompositions);

    /// <summary>The one step in which a character comes apart; second is 0 where it only stands for another. Null where it is whole.</summary>
    public static (int First, int Second)? Decompose(int codePoint)
    {
        if (codePoint is < 0xC0 or > 0xFFFF) return null;
        return Find(CanonicalTable.Pairs, codePoint) ?? Find(CanonicalTable.OneWay, codePoint);
    }

    /// <summary>The character that two make together, or 0.</summary>
    public static int Compose(int first, int second)
    {
        if ((uint)first > 0xFFFF || (uint)second > 0xFFFF) return 0;
        return Compositions.Value.GetValueOrDefault((uint)first << 16 | (uint)second);
    }

    /// <summary>Canonical_Combining_Class; 0 for all that is no mark, and outside the basic plane.</summary>
    public static byte CombiningClassOf(int codePoint)
    {
        if (codePoint is < FirstWithClass or > 0xFFFF) return 0;
        var runs = CanonicalTable.CombiningClasses;
        int low = 0, high = runs.Length / Width - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (codePoint < runs[middle * Width]) high = middle - 1;
            else if (codePoint > runs[middle * Width + 1]) low = middle + 1;
            else return (byte)runs[middle * Width + 2];
        }

        return 0;
    }

    private static (int First, int Second)? Find(ReadOnlySpan<ushort> table, int codePoint)
    {
        int low = 0, high = table.Length / Width - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (codePoint < table[middle * Width]) high = middle - 1;
            else if (codePoint > table[middle * Width]) low = middle + 1;
            else return (table[middle * Width + 1], table[middle * Width + 2]);
        }

        return null;
    }

    private static Dictionary<uint, ushort> ReadCompositions()
    {
        var table = CanonicalTable.Pairs;
        var compositions = new Dictionary<uint, ushort>(table.Length / Width);
        for (var i = 0; i < table.Length; i += Width) compositions[(uint)table[i + 1] << 16 | table[i + 2]] = table[i];
        return compositions;
    }
}
