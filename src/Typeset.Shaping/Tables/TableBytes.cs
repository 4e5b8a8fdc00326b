using Typeset.OpenType;

namespace Typeset.Shaping.Tables;

/// <summary>
/// A stretch of a layout table, kept so that lookups can be read when text first needs them. Every read goes through
/// <see cref="FontReader"/>; one past the end throws <see cref="FontFormatException"/> with the table's name.
/// </summary>
internal readonly struct TableBytes
{
    private readonly ReadOnlyMemory<byte> _memory;
    private readonly Tag _table;
    private readonly string _font;
    private readonly ReadingBudget _budget;

    /// <summary>A whole table.</summary>
    public TableBytes(ReadOnlyMemory<byte> memory, Tag table, string font)
        : this(memory, table, font, new ReadingBudget())
    {
    }

    private TableBytes(ReadOnlyMemory<byte> memory, Tag table, string font, ReadingBudget budget) =>
        (_memory, _table, _font, _budget) = (memory, table, font, budget);

    public int Length => _memory.Length;

    public ushort U16(int offset) => Reader.U16At(offset);

    public short S16(int offset) => Reader.I16At(offset);

    public uint U32(int offset) => Reader.U32At(offset);

    /// <summary>What begins <paramref name="offset"/> bytes on, to the end.</summary>
    public TableBytes From(long offset)
    {
        Require(offset, 0);
        return new TableBytes(_memory[(int)offset..], _table, _font, _budget);
    }

    /// <summary>What the 16-bit offset stored at <paramref name="at"/> leads to.</summary>
    public TableBytes Follow(int at) => From(U16(at));

    /// <summary>Whether the 16-bit offset stored at <paramref name="at"/> leads anywhere.</summary>
    public bool Leads(int at) => U16(at) != 0;

    /// <summary>Throws unless <paramref name="length"/> bytes follow <paramref name="offset"/>.</summary>
    public void Require(long offset, long length) => Reader.Slice(offset, length);

    /// <summary>Counts things unpacked from the table; throws where offsets that lead to the same bytes again and again make them without end.</summary>
    public void Spend(int items)
    {
        if (!_budget.Spend(items)) throw Broken("its parts are without end");
    }

    public FontFormatException Broken(string problem) => Reader.Broken(problem);

    /// <summary>For many reads in a row.</summary>
    public FontReader Reader => new(_memory.Span, _table, _font);
}

/// <summary>How much may still be unpacked from one table.</summary>
internal sealed class ReadingBudget
{
    /// <summary>Subtables, rules, places, ranges, pairs in all; the largest fonts have some hundred thousand.</summary>
    private int _left = 1 << 22;

    public bool Spend(int items) => Interlocked.Add(ref _left, -items) >= 0;
}
