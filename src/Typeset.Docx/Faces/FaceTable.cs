using System.Collections.Immutable;
using Typeset.Documents;
using Typeset.Shaping;

namespace Typeset.Docx.Faces;

/// <summary>A character's face, by its number in the book, and its advance in 1/65536 em.</summary>
internal readonly record struct FacedCharacter(byte Face, int Advance);

/// <summary>
/// Which face of a list sets a character, and how wide it is there. Marks that Han text wants one em wide (—— …… “ ” ·) look for a face that draws them so:
/// a word processor sets them as wide as the face does.
/// </summary>
internal sealed class FaceTable(FaceBook book, ImmutableArray<byte> faces, TextSide side, LineRules rules)
{
    private const int EmUnits = 65536;
    private const int NearlyOneEm = EmUnits * 95 / 100;
    private const int PageSize = 256;
    private const int PlaneSize = 256 * PageSize;

    private readonly FacedCharacter[]?[]?[] _planes = new FacedCharacter[0x110000 / PlaneSize][][];
    private static readonly FacedCharacter Unknown = new(byte.MaxValue, 0);

    /// <summary>The first face; null where there is none at all.</summary>
    public UsedFace? First => faces.IsEmpty ? null : book.Faces[faces[0]];

    /// <summary>The number of the first face; 255 for none.</summary>
    public byte FirstNumber => faces.IsEmpty ? byte.MaxValue : faces[0];

    public FacedCharacter Of(int codePoint)
    {
        var plane = _planes[codePoint / PlaneSize] ??= new FacedCharacter[PlaneSize / PageSize][];
        var page = plane[codePoint / PageSize % plane.Length] ??= NewPage();
        ref var entry = ref page[codePoint % PageSize];
        if (entry == Unknown) entry = Find(codePoint);
        return entry;
    }

    private static FacedCharacter[] NewPage()
    {
        var page = new FacedCharacter[PageSize];
        Array.Fill(page, Unknown);
        return page;
    }

    private FacedCharacter Find(int codePoint)
    {
        var first = Unknown;
        foreach (var number in faces)
        {
            if (FoundIn(number, codePoint) is not { } found) continue;
            if (first == Unknown) first = found;
            if (!WantsOneEm(codePoint) || found.Advance >= NearlyOneEm) return Use(found, codePoint);
        }

        if (first == Unknown && book.StandInFor(codePoint) is { } standIn) first = FoundIn(standIn, codePoint)!.Value;
        return first == Unknown ? new FacedCharacter(FirstNumber == byte.MaxValue ? (byte)0 : FirstNumber, EmUnits) : Use(first, codePoint);
    }

    private FacedCharacter? FoundIn(byte number, int codePoint)
    {
        var face = book.Faces[number].Face;
        return face.GlyphOf(codePoint) is not 0 and var glyph ? new FacedCharacter(number, (int)((long)face.AdvanceOf(glyph) * EmUnits / face.UnitsPerEm)) : null;
    }

    private FacedCharacter Use(FacedCharacter found, int codePoint)
    {
        book.Faces[found.Face].Characters.Add(codePoint);
        return found;
    }

    private bool WantsOneEm(int codePoint) => side == TextSide.Han && codePoint switch
    {
        '“' or '”' or '‘' or '’' => rules.QuoteWidth == Core.Em.One,
        '—' or '…' or '·' => true,
        _ => false,
    };
}
