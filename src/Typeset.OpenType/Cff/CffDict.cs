using System.Globalization;
using System.Text;

namespace Typeset.OpenType.Cff;

/// <summary>Operators of Top, Font and Private DICTs (Adobe Technical Note 5176, tables 9, 10 and 23); two-byte ones stand as 0x0C00 + second byte.</summary>
internal enum DictOperator
{
    FontBBox = 5,
    Charset = 15,
    Encoding = 16,
    CharStrings = 17,
    Private = 18,
    Subrs = 19,
    DefaultWidthX = 20,
    NominalWidthX = 21,
    PaintType = 0x0C05,
    FontMatrix = 0x0C07,
    StrokeWidth = 0x0C08,
    CharstringType = 0x0C06,
    Ros = 0x0C1E,
    CidCount = 0x0C22,
    FdArray = 0x0C24,
    FdSelect = 0x0C25,
}

/// <summary>One entry of a DICT: the operator, its operands, and the operands' own bytes for copying.</summary>
internal sealed record DictEntry(DictOperator Operator, double[] Operands, byte[] OperandBytes);

/// <summary>A DICT (Adobe Technical Note 5176, §4): operands before operators, in any order.</summary>
internal sealed class CffDict
{
    private const int MaxOperands = 48;

    private readonly FontTable _table;

    private CffDict(FontTable table, List<DictEntry> entries)
    {
        _table = table;
        Entries = entries;
    }

    public IReadOnlyList<DictEntry> Entries { get; }

    public static CffDict Read(FontTable table, ReadOnlySpan<byte> bytes)
    {
        var reader = new FontReader(bytes, table.Tag, table.Font);
        var entries = new List<DictEntry>();
        while (reader.Remaining > 0) entries.Add(ReadEntry(bytes, ref reader));
        return new CffDict(table, entries);
    }

    public DictEntry? Find(DictOperator wanted)
    {
        foreach (var entry in Entries)
        {
            if (entry.Operator == wanted) return entry;
        }

        return null;
    }

    /// <summary>An offset or a count that an entry gives; null where the DICT has no such entry.</summary>
    public int? IntegerOf(DictOperator wanted, int operand = 0)
    {
        if (Find(wanted) is not { } entry) return null;
        if (operand >= entry.Operands.Length) throw _table.Broken($"the DICT entry {wanted} has too few operands");
        return entry.Operands[operand] is >= 0 and <= int.MaxValue and var value
            ? (int)value
            : throw _table.Broken($"the DICT entry {wanted} is {entry.Operands[operand].ToString(CultureInfo.InvariantCulture)}");
    }

    private static DictEntry ReadEntry(ReadOnlySpan<byte> bytes, ref FontReader reader)
    {
        var start = reader.Position;
        var operands = new List<double>();
        while (true)
        {
            var end = reader.Position;
            int b = reader.U8();
            if (b <= 21) return new DictEntry((DictOperator)(b == 12 ? 0x0C00 + reader.U8() : b), [.. operands], bytes[start..end].ToArray());
            if (operands.Count == MaxOperands) throw reader.Broken("a DICT entry has more than 48 operands");
            operands.Add(ReadNumber(ref reader, b));
        }
    }

    private static double ReadNumber(ref FontReader reader, int b) => b switch
    {
        28 => reader.I16(),
        29 => reader.I32(),
        30 => ReadReal(ref reader),
        >= 32 and <= 246 => b - 139,
        >= 247 and <= 250 => (b - 247) * 256 + reader.U8() + 108,
        >= 251 and <= 254 => -(b - 251) * 256 - reader.U8() - 108,
        _ => throw reader.Broken($"a DICT has the reserved byte {b}"),
    };

    private static double ReadReal(ref FontReader reader)
    {
        const string nibbles = "0123456789.EE -f";
        const int minus = 14, negativeExponent = 12, end = 15;
        var text = new StringBuilder();
        while (true)
        {
            var pair = reader.U8();
            foreach (var nibble in (ReadOnlySpan<int>)[pair >> 4, pair & 15])
            {
                if (nibble == end) return ParseReal(text.ToString(), ref reader);
                text.Append(nibble == minus ? '-' : nibbles[nibble]);
                if (nibble == negativeExponent) text.Append('-');
            }
        }
    }

    private static double ParseReal(string text, ref FontReader reader) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw reader.Broken($"“{text}” in a DICT is no number");
}
