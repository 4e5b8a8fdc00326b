using System.Runtime.InteropServices;

namespace Typeset.Unicode.Generator;

/// <summary>
/// Values of all code points in three stages: bits 20..10 of a code point choose a block, bits 9..5 a leaf in it,
/// bits 4..0 the value in the leaf. Equal blocks and equal leaves are stored once.
/// </summary>
internal sealed record Trie(byte[] Index, ushort[] Blocks, byte[] Leaves)
{
    private const int LeafLength = 32;
    private const int BlockLength = 32;

    public static Trie Build(byte[] values)
    {
        var (leafOf, leaves) = Share(values, LeafLength);
        var (blockOf, blocks) = Share(leafOf, BlockLength);
        return new([.. blockOf.Select(number => checked((byte)number))], blocks, leaves);
    }

    private static (ushort[] Numbers, T[] Distinct) Share<T>(T[] values, int length)
        where T : unmanaged
    {
        var known = new Dictionary<string, ushort>();
        var distinct = new List<T>();
        var numbers = new ushort[values.Length / length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var piece = values.AsSpan(i * length, length).ToArray();
            var key = Convert.ToHexString(MemoryMarshal.AsBytes(piece.AsSpan()));
            if (known.TryAdd(key, checked((ushort)known.Count))) distinct.AddRange(piece);
            numbers[i] = known[key];
        }

        return (numbers, [.. distinct]);
    }
}
