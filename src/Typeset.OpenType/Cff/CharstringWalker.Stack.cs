using System.Buffers.Binary;

namespace Typeset.OpenType.Cff;

/// <content>The argument stack and the numbers put on it (Adobe Technical Note 5177, §3.2).</content>
internal sealed partial class CharstringWalker
{
    private const int MaxStack = 48;

    private readonly double[] _stack = new double[MaxStack];
    private int _count;

    private void Push(double value)
    {
        if (_count == MaxStack) throw font.Broken("a charstring puts more than 48 numbers on its stack");
        _stack[_count++] = value;
    }

    private double Pop() => _count > 0 ? _stack[--_count] : throw Missing();

    /// <summary>Puts the number at the start of the bytes on the stack and gives its length.</summary>
    private int ReadNumber(ReadOnlySpan<byte> bytes)
    {
        int b = bytes[0];
        var length = b switch { 28 => 3, <= 246 => 1, <= 254 => 2, _ => 5 };
        if (length > bytes.Length) throw Cut();
        Push(b switch
        {
            28 => BinaryPrimitives.ReadInt16BigEndian(bytes[1..]),
            <= 246 => b - 139,
            <= 250 => (b - 247) * 256 + bytes[1] + 108,
            <= 254 => -(b - 251) * 256 - bytes[1] - 108,
            _ => BinaryPrimitives.ReadInt32BigEndian(bytes[1..]) / 65536.0,
        });
        return length;
    }

    private FontFormatException Missing() => font.Broken("an operator of a charstring lacks operands");
}
