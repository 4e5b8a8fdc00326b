using Typeset.OpenType.Cff;

namespace Typeset.OpenType.Subsetting;

/// <summary>Writes the entries of a DICT (Adobe Technical Note 5176, §4).</summary>
internal sealed class CffDictWriter
{
    private readonly FontWriter _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.Written;

    public int Length => _bytes.Length;

    /// <summary>An entry whose operands always take five bytes each, so that they can be offsets still to come.</summary>
    public void Add(DictOperator entry, params ReadOnlySpan<int> operands)
    {
        foreach (var operand in operands)
        {
            _bytes.U8(29);
            _bytes.U32((uint)operand);
        }

        AddOperator(entry);
    }

    /// <summary>An entry as it stands in another DICT; nothing where that has none.</summary>
    public void Copy(DictEntry? entry)
    {
        if (entry is null) return;
        _bytes.Bytes(entry.OperandBytes);
        AddOperator(entry.Operator);
    }

    private void AddOperator(DictOperator entry)
    {
        if ((int)entry >= 0x0C00) _bytes.U8(12);
        _bytes.U8((int)entry & 0xFF);
    }
}
