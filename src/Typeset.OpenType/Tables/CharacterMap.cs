using System.Diagnostics;

namespace Typeset.OpenType.Tables;

/// <summary>
/// Which glyph stands for a character (OpenType, "cmap", formats 4 and 12). Answers come in pages of 256 code points, so that
/// a face remembers what it was asked and never unpacks the rest.
/// </summary>
internal abstract class CharacterMap
{
    public const int PageSize = 256;
    public const int PageCount = 0x110000 / PageSize;

    /// <summary>A page without any character, shared.</summary>
    public static readonly ushort[] EmptyPage = new ushort[PageSize];

    private readonly int _glyphCount;

    private protected CharacterMap(int glyphCount) => _glyphCount = glyphCount;

    /// <summary>The best Unicode subtable of a font, or null where it has none that can be used.</summary>
    public static CharacterMap? Read(FontTable table, int glyphCount)
    {
        var reader = table.Reader;
        reader.Skip(2); // version
        var count = reader.U16();
        var (best, bestRank) = (0L, 0);
        for (var i = 0; i < count; i++)
        {
            var (platform, encoding, offset) = (reader.U16(), reader.U16(), reader.U32());
            if (Rank(platform, encoding, reader.U16At(checked((int)Math.Min(offset, int.MaxValue)))) is var rank && rank > bestRank) (best, bestRank) = (offset, rank);
        }

        return bestRank == 0 ? null : Open(table, (int)best, glyphCount);
    }

    /// <summary>The glyphs of code points 256 <paramref name="page"/> to 256 <paramref name="page"/> + 255; 0 where there is none.</summary>
    public ushort[] ReadPage(int page)
    {
        var glyphs = new ushort[PageSize];
        Fill(page * PageSize, glyphs);
        for (var i = 0; i < glyphs.Length; i++)
        {
            if (glyphs[i] >= _glyphCount) glyphs[i] = 0;
        }

        return glyphs.AsSpan().IndexOfAnyExcept((ushort)0) < 0 ? EmptyPage : glyphs;
    }

    /// <summary>Writes the glyphs of the code points from <paramref name="first"/> on.</summary>
    private protected abstract void Fill(int first, Span<ushort> glyphs);

    // Full Unicode before the basic plane, Windows before the rest, as shapers choose.
    private static int Rank(int platform, int encoding, int format) => (platform, encoding, format) switch
    {
        (3, 10, 12) => 6,
        (0, _, 12) => 5,
        (3, 1, 4) => 4,
        (0, _, 4) => 3,
        (3, 0, 4) => 1,
        _ => 0,
    };

    private static CharacterMap Open(FontTable table, int offset, int glyphCount) => table.Reader.U16At(offset) switch
    {
        4 => SegmentMap.Open(table, offset, glyphCount),
        12 => GroupMap.Open(table, offset, glyphCount),
        _ => throw new UnreachableException(),
    };
}
