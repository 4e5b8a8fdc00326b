using System.Runtime.CompilerServices;
using Typeset.Core;
using Typeset.Docx.Package;
using Typeset.OpenType;

namespace Typeset.Docx.Fonts;

/// <summary>
/// Cuts one face. What Latin faces are cut to is nearly always the same, so that the last small files are kept as long as the face is, and so is the end that
/// all its files share: a worker that makes one booklet after the other cuts and deflates them once. Safe from any thread; changes no byte of any document.
/// </summary>
internal sealed class CutFonts
{
    /// <summary>Files of a face: booklets in other styles, or with a letter more, ask for others.</summary>
    private const int MostKept = 4;

    /// <summary>Bytes, deflated. Larger ones are those of Chinese text, which no two booklets have in common.</summary>
    private const int LargestKept = 1 << 17;

    private static readonly ConditionalWeakTable<FontFace, CutFonts> Known = [];

    private readonly FontFace _face;
    private readonly int _sharedLength;
    private readonly Lock _gate = new();
    private readonly Queue<(FontNames Names, int[] Characters, CutFont Font)> _kept = [];

    private PackedEnd? _sharedEnd;

    private CutFonts(FontFace face) => (_face, _sharedLength) = (face, DesktopFont.SharedLength(face));

    public static CutFonts Of(FontFace face) => Known.GetValue(face, static face => new CutFonts(face));

    /// <summary>The file for some characters, in any order; for all of the face where they are null.</summary>
    /// <exception cref="FontFormatException">The face, or one of the glyphs, is broken.</exception>
    public CutFont Cut(FontNames names, IEnumerable<int>? characters)
    {
        if (characters is null)
        {
            using var whole = DesktopFont.WriteWhole(_face, names);
            return Pack(whole.Bytes);
        }

        int[] wanted = [.. characters.Distinct().Order()];
        if (Find(names, wanted) is { } found) return found;
        using var file = DesktopFont.Write(_face, names, wanted);
        var font = Pack(file.Bytes);
        return font.Part.Deflated.Length <= LargestKept ? Keep(names, wanted, font) : font;
    }

    private CutFont? Find(FontNames names, ReadOnlySpan<int> characters)
    {
        lock (_gate)
        {
            foreach (var kept in _kept)
            {
                if (kept.Names == names && characters.SequenceEqual(kept.Characters)) return kept.Font;
            }
        }

        return null;
    }

    private CutFont Keep(FontNames names, int[] characters, CutFont font)
    {
        var kept = font.Copy();
        font.Dispose();
        lock (_gate)
        {
            _kept.Enqueue((names, characters, kept));
            if (_kept.Count > MostKept) _kept.Dequeue();
        }

        return kept;
    }

    private CutFont Pack(Memory<byte> font)
    {
        var glyphs = DesktopFont.OutlinesIn(font);
        var own = font.Span[..^_sharedLength];
        var key = FontObfuscation.KeyOf(own);
        FontObfuscation.Apply(own, key);
        var end = _sharedEnd ??= PackedEnd.Of(font.Span[^_sharedLength..]);
        var deflated = ScratchStream.Rent();
        return new CutFont(key, end.Behind(own, PartKind.Font, deflated), glyphs, deflated);
    }
}
