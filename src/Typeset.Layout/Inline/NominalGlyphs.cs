using Typeset.Documents;
using Typeset.OpenType;
using Typeset.Shaping;

namespace Typeset.Layout.Inline;

// Stands in until the shaper lands; that change deletes this file.
internal sealed class NominalGlyphs(HouseStyle style, FontLibrary fonts) : GlyphSource
{
    private readonly List<FontFace> _faces = [];
    private readonly Dictionary<string, int> _index = [];

    public override FontFace FaceOf(byte face) => _faces[face];

    public override void Shape(ReadOnlySpan<char> text, ReadOnlySpan<TextSide> sides, Voice voice, int offset, GrowingArray<ShapedGlyph> glyphs)
    {
        var stack = style.Fonts.TryGetValue(voice.Stack, out var s) ? s : style.Fonts.Values.First();
        for (var i = 0; i < text.Length; i++)
        {
            System.Text.Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
            var names = sides[i] == TextSide.Han ? stack.Han.Concat(stack.Latin).Concat(stack.Fallback) : stack.Latin.Concat(stack.Han).Concat(stack.Fallback);
            foreach (var name in names.Append(""))
            {
                var face = Find(name);
                if (face < 0) continue;
                var id = _faces[face].GlyphOf(rune.Value);
                if (id == 0) continue;
                glyphs.Add(new ShapedGlyph(id, (byte)face, sides[i], (int)((long)voice.Size * _faces[face].AdvanceOf(id) / _faces[face].UnitsPerEm), 0, 0, offset + i));
                break;
            }

            i += length - 1;
        }
    }

    private int Find(string name)
    {
        if (_index.TryGetValue(name, out var known)) return known;
        foreach (var candidate in fonts.Sources)
        {
            if (candidate.PostScriptName != name) continue;
            _faces.Add(FontFace.Open(candidate.Open(), candidate.CollectionIndex, name));
            return _index[name] = _faces.Count - 1;
        }

        return _index[name] = -1;
    }
}
