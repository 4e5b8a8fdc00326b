using System.Globalization;
using System.Text;
using Typeset.OpenType;
using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Report;

/// <summary>The outlines that pictures of one report use, each drawn once: they are the embedded programs' own, so that a picture needs no fonts.</summary>
internal sealed class GlyphShapes
{
    private readonly Dictionary<PdfFont, int> _fonts = [];
    private readonly Dictionary<(int Font, int Glyph), bool> _drawn = [];
    private readonly StringBuilder _shapes = new();

    /// <summary>All shapes as a hidden picture that the others refer to.</summary>
    public string Definitions => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\"><defs>\n{_shapes}</defs></svg>\n";

    /// <summary>The reference to a glyph's shape and the scale that brings it to the type size; null where there is nothing to draw.</summary>
    public (string Id, double Scale)? Of(in ShownGlyph shown)
    {
        if (shown.Font.GlyphOf(shown.Code) is not { } glyph || shown.Font.Program is not { } program) return null;
        if (!_fonts.TryGetValue(shown.Font, out var font)) _fonts[shown.Font] = font = _fonts.Count;
        if (!_drawn.TryGetValue((font, glyph), out var isDrawn)) _drawn[(font, glyph)] = isDrawn = Draw(program, font, glyph);
        return isDrawn ? ($"f{font}g{glyph}", shown.Size / program.UnitsPerEm) : null;
    }

    private bool Draw(FontProgram program, int font, int glyph)
    {
        try
        {
            var path = program.OutlineOf(glyph).ToString();
            if (path.Length > 0) _shapes.Append(CultureInfo.InvariantCulture, $"<path id=\"f{font}g{glyph}\" d=\"{path}\"/>\n");
            return path.Length > 0;
        }
        catch (FontFormatException)
        {
            return false;
        }
    }
}
