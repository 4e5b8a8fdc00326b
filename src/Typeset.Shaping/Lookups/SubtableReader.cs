using Typeset.Shaping.Tables;

namespace Typeset.Shaping.Lookups;

/// <summary>Reads subtables by lookup type; extensions lead to the type they stand for.</summary>
internal static class SubtableReader
{
    private const int SubstitutionExtension = 7;
    private const int PositioningExtension = 9;

    public static Subtable ReadSubstitution(int type, TableBytes bytes) => type switch
    {
        1 => new SingleSubstitution(bytes),
        2 => new MultipleSubstitution(bytes),
        3 => new AlternateSubstitution(bytes),
        4 => new LigatureSubstitution(bytes),
        5 => ContextSubtable.Read(bytes, chained: false),
        6 => ContextSubtable.Read(bytes, chained: true),
        SubstitutionExtension => Extended(bytes, SubstitutionExtension, ReadSubstitution),
        8 => new ReverseSubstitution(bytes),
        _ => throw bytes.Broken($"substitution lookup type {type} is unknown"),
    };

    public static Subtable ReadPositioning(int type, TableBytes bytes) => type switch
    {
        1 => new SingleAdjustment(bytes),
        2 => PairAdjustment.Read(bytes),
        3 => IgnoredSubtable.Instance,
        4 => new MarkToBase(bytes),
        5 => new MarkToLigature(bytes),
        6 => new MarkToMark(bytes),
        7 => ContextSubtable.Read(bytes, chained: false),
        8 => ContextSubtable.Read(bytes, chained: true),
        PositioningExtension => Extended(bytes, PositioningExtension, ReadPositioning),
        _ => throw bytes.Broken($"positioning lookup type {type} is unknown"),
    };

    private static Subtable Extended(TableBytes bytes, int extension, LookupReader read)
    {
        if (bytes.U16(0) != 1) throw bytes.Broken($"extension format {bytes.U16(0)} is not 1");
        var type = bytes.U16(2);
        if (type == extension) throw bytes.Broken("an extension leads to an extension");
        return read(type, bytes.From(bytes.U32(4)));
    }
}
