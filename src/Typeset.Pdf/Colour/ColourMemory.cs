namespace Typeset.Pdf.Colour;

/// <summary>Keeps what colours have become: pictures repeat them. A place is taken by the last colour that falls on it.</summary>
internal sealed class ColourMemory(Func<uint, uint> convert)
{
    private const int Kept = 1 << 16;

    private readonly ulong[] _colours = new ulong[Kept];
    private readonly uint[] _inks = new uint[Kept];

    public uint this[uint colour]
    {
        get
        {
            var slot = (colour * 2654435761u) >> 16;
            if (_colours[slot] == colour + 1UL) return _inks[slot];
            (_colours[slot], _inks[slot]) = (colour + 1UL, convert(colour));
            return _inks[slot];
        }
    }
}
