using Typeset.OpenType;

namespace Typeset.Pdf.Fonts;

/// <summary>Faces in order of first use, put to the fonts of the file; called for one page after the other.</summary>
internal sealed class FontRegister(List<EmbeddedFont> fonts)
{
    private readonly Dictionary<FontFace, EmbeddedFont> _byFace = new(ReferenceEqualityComparer.Instance);
    private EmbeddedFont? _last;

    public EmbeddedFont this[FontFace face]
    {
        get
        {
            if (_last is null || !ReferenceEquals(_last.Face, face)) _last = Find(face);
            return _last;
        }
    }

    private EmbeddedFont Find(FontFace face)
    {
        if (_byFace.TryGetValue(face, out var font)) return font;
        font = new EmbeddedFont(face, fonts.Count);
        fonts.Add(font);
        _byFace.Add(face, font);
        return font;
    }
}
