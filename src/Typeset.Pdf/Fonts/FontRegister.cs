using Typeset.OpenType;

namespace Typeset.Pdf.Fonts;

/// <summary>The faces of the file in order of first use; called for one page after the other.</summary>
internal sealed class FontRegister
{
    private readonly Dictionary<FontFace, EmbeddedFont> _byFace = new(ReferenceEqualityComparer.Instance);
    private readonly List<EmbeddedFont> _fonts = [];
    private EmbeddedFont? _last;

    public IReadOnlyList<EmbeddedFont> Fonts => _fonts;

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
        font = new EmbeddedFont(face, _fonts.Count);
        _fonts.Add(font);
        _byFace.Add(face, font);
        return font;
    }
}
