namespace Typeset.OpenType.Cff;

/// <content>Arithmetic, storage and conditional operators (Adobe Technical Note 5177, §4.4 to §4.6).</content>
internal sealed partial class CharstringWalker
{
    private const int StorageSize = 32;

    private readonly double[] _storage = new double[StorageSize];

    /// <summary>Does an operator that leaves its result on the stack; false for a path operator, which clears it.</summary>
    private bool OperateEscaped(int code)
    {
        switch (code & 0xFF)
        {
            case 0: _count = 0; return true; // dotsection, obsolete
            case 9: Push(Math.Abs(Pop())); return true;
            case 14: Push(-Pop()); return true;
            case 5: Push(Pop() == 0 ? 1 : 0); return true;
            case 18: Pop(); return true;
            case 26: Push(Math.Sqrt(Math.Max(0, Pop()))); return true;
            case 27: Push(Peek()); return true;
            case 23: Push(0.5); return true; // random: any number will do, so always the same
            case 3 or 4 or 10 or 11 or 12 or 15 or 24: Combine(code & 0xFF); return true;
            case 20: Store(Pop(), Pop()); return true;
            case 21: Push(_storage[StorageIndex(Pop())]); return true;
            case 22: Choose(); return true;
            case 28: Exchange(); return true;
            case 29: Push(Nth(Pop())); return true;
            case 30: Roll(Pop(), Pop()); return true;
            default: return false;
        }
    }

    private void Combine(int code)
    {
        var (b, a) = (Pop(), Pop());
        Push(code switch
        {
            3 => a != 0 && b != 0 ? 1 : 0,
            4 => a != 0 || b != 0 ? 1 : 0,
            10 => a + b,
            11 => a - b,
            12 => b == 0 ? 0 : a / b,
            15 => a == b ? 1 : 0,
            _ => a * b,
        });
    }

    private void Store(double index, double value) => _storage[StorageIndex(index)] = value;

    private int StorageIndex(double index) =>
        index is >= 0 and < StorageSize ? (int)index : throw font.Broken("a charstring stores outside its 32 places");

    private void Choose()
    {
        var (limit, value, second, first) = (Pop(), Pop(), Pop(), Pop());
        Push(value <= limit ? first : second);
    }

    private void Exchange()
    {
        var (b, a) = (Pop(), Pop());
        Push(b);
        Push(a);
    }

    private double Peek() => _count > 0 ? _stack[_count - 1] : throw Missing();

    private double Nth(double index) => Math.Max(0, index) is var n && n < _count ? _stack[_count - 1 - (int)n] : throw Missing();

    private void Roll(double shift, double count)
    {
        if (!(count >= 1 && count <= _count)) throw Missing();
        var top = _stack.AsSpan(_count - (int)count, (int)count);
        var by = (int)(shift % top.Length);
        var split = by >= 0 ? top.Length - by : -by;
        top[..split].Reverse();
        top[split..].Reverse();
        top.Reverse();
    }
}
