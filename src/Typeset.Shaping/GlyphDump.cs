using System.Globalization;
using System.Text;
using Typeset.Core;

namespace Typeset.Shaping;

/// <summary>Glyphs in one line, as <c>hb-shape --no-glyph-names</c> writes them: <c>[gid=cluster+advance@x,y|…]</c>; y upwards, offsets of 0,0 left out.</summary>
public static class GlyphDump
{
    /// <summary>The glyphs in font units of their faces; shaped at <paramref name="size"/>.</summary>
    public static string Of(ShapedText shaped, Length size)
    {
        var line = new StringBuilder("[");
        foreach (var glyph in shaped.Glyphs)
        {
            if (line.Length > 1) line.Append('|');
            var unitsPerEm = shaped.Faces[glyph.Face].UnitsPerEm;
            Append(line, glyph, raw => (long)Math.Round((decimal)raw * unitsPerEm / size.Raw));
        }

        return line.Append(']').ToString();
    }

    private static void Append(StringBuilder line, ShapedGlyph glyph, Func<int, long> units)
    {
        line.Append(CultureInfo.InvariantCulture, $"{glyph.Id}={glyph.Cluster}");
        var (x, y) = (units(glyph.XOffset), -units(glyph.YOffset));
        if (x != 0 || y != 0) line.Append(CultureInfo.InvariantCulture, $"@{x},{y}");
        line.Append(CultureInfo.InvariantCulture, $"+{units(glyph.Advance)}");
    }
}
