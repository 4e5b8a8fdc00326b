using System.Globalization;
using System.Text;
using System.Xml;
using Typeset.Core;
using Typeset.Pages;

namespace Typeset.Svg;

/// <summary>Numbers, colours and text as SVG writes them, in any culture.</summary>
internal static class SvgText
{
    /// <summary>A place in points with three decimals, as the PDF has it.</summary>
    public static StringBuilder Place(this StringBuilder to, Length length) =>
        to.Append(CultureInfo.InvariantCulture, $"{((length.Raw * 1000 + Length.PerPoint / 2) >> 16) / 1000m:0.###}");

    public static StringBuilder Place(this StringBuilder to, Point point) => to.Place(point.X).Append(' ').Place(point.Y);

    /// <summary>A factor; nine decimals keep a glyph of a whole page to a thousandth of a point.</summary>
    public static StringBuilder Factor(this StringBuilder to, double factor) => to.Append(CultureInfo.InvariantCulture, $"{factor:0.#########}");

    /// <summary>The attributes of a rectangle; rounded are its edges, never its width, so that what meets keeps meeting.</summary>
    public static StringBuilder Area(this StringBuilder to, Rectangle area)
    {
        var (x, y) = (Milli(area.X), Milli(area.Y));
        return to.Append(CultureInfo.InvariantCulture, $" x=\"{x / 1000m:0.###}\" y=\"{y / 1000m:0.###}\"")
            .Append(CultureInfo.InvariantCulture, $" width=\"{(Milli(area.Right) - x) / 1000m:0.###}\" height=\"{(Milli(area.Bottom) - y) / 1000m:0.###}\"");
    }

    /// <summary>The attribute <c>fill</c>; black, which is what is filled without it, needs none.</summary>
    public static StringBuilder Fill(this StringBuilder to, Ink ink)
    {
        var (red, green, blue) = ink.IsBlack ? (Grey(ink), Grey(ink), Grey(ink)) : (ink.Red, ink.Green, ink.Blue);
        return (red, green, blue) is (0, 0, 0) ? to : to.Append(CultureInfo.InvariantCulture, $" fill=\"#{red:x2}{green:x2}{blue:x2}\"");
    }

    /// <summary>Text between tags or in an attribute; characters that XML cannot hold become U+FFFD.</summary>
    public static StringBuilder Escaped(this StringBuilder to, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => to.Append("&amp;"),
                '<' => to.Append("&lt;"),
                '>' => to.Append("&gt;"),
                '"' => to.Append("&quot;"),
                <= 0xFFFF when !XmlConvert.IsXmlChar((char)rune.Value) => to.Append('\uFFFD'),
                _ => to.Append(rune),
            };
        }

        return to;
    }

    private static long Milli(Length length) => (length.Raw * 1000 + Length.PerPoint / 2) >> 16;

    private static byte Grey(Ink ink) => (byte)((255 * (1000 - Math.Clamp(ink.BlackTint, 0, 1000)) + 500) / 1000);
}
