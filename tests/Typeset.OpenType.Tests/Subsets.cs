using System.Globalization;
using System.Text;
using Typeset.OpenType.Cff;

namespace Typeset.OpenType.Tests;

/// <summary>Glyph choices for subsetting tests, and how to read back what came out.</summary>
internal static class Subsets
{
    /// <summary>.notdef, Latin, punctuation, then Han characters spread over the whole block, as far as the face has them; no glyph twice.</summary>
    public static ushort[] GlyphsOf(FontFace face, int hanCount)
    {
        var glyphs = new List<ushort> { 0 };
        var seen = new HashSet<ushort> { 0 };
        foreach (var code in Codes(face, hanCount))
        {
            if (face.GlyphOf(code) is var glyph && seen.Add(glyph)) glyphs.Add(glyph);
        }

        return [.. glyphs];
    }

    public static ushort[] AllGlyphsOf(FontFace face) => [.. Enumerable.Range(0, face.GlyphCount).Select(static glyph => (ushort)glyph)];

    /// <summary>The outlines of a subset's glyphs, by our own reader.</summary>
    public static string[] OutlinesOf(FontSubset subset)
    {
        Func<int, GlyphOutline> outlineOf = subset.Kind == FontProgramKind.TrueType
            ? FontFace.Open(subset.Program) is var face ? glyph => face.OutlineOf((ushort)glyph) : null!
            : CffFont.Open(new FontTable(subset.Program, Tag.Cff, "subset"), subset.Glyphs.Length).OutlineOf;
        return [.. Enumerable.Range(0, subset.Glyphs.Length).Select(glyph => outlineOf(glyph).ToString())];
    }

    public static string[] OutlinesOf(FontFace face, IEnumerable<ushort> glyphs) => [.. glyphs.Select(glyph => face.OutlineOf(glyph).ToString())];

    /// <summary>An outline with two decimals, to compare with readers that add up fractions in another order.</summary>
    public static string Coarse(GlyphOutline outline)
    {
        var path = new StringBuilder();
        foreach (var segment in outline.Segments)
        {
            path.Append("MLQCZ"[(int)segment.Kind]);
            if (segment.Kind is SegmentKind.Quadratic or SegmentKind.Cubic) path.Append(Coarse(segment.Control1)).Append(' ');
            if (segment.Kind is SegmentKind.Cubic) path.Append(Coarse(segment.Control2)).Append(' ');
            if (segment.Kind is not SegmentKind.Close) path.Append(Coarse(segment.End));
        }

        return path.ToString();
    }

    private static string Coarse(OutlinePoint point) => Coarse(point.X) + " " + Coarse(point.Y);

    private static string Coarse(double value) => Math.Round(value, 2, MidpointRounding.ToEven) is var rounded && rounded == 0
        ? "0"
        : rounded.ToString("0.##", CultureInfo.InvariantCulture);

    private static IEnumerable<int> Codes(FontFace face, int hanCount)
    {
        for (var code = 0x20; code < 0x17F; code++) yield return code;
        for (var code = 0x2010; code < 0x2030; code++) yield return code;
        for (var code = 0x3000; code < 0x3020; code++) yield return code;
        for (var code = 0xFF01; code < 0xFF5F; code++) yield return code;

        // 7919 is prime to the 20,902 characters of the block, so the walk meets each once, scattered.
        for (var (i, found) = (0, 0); i < 20902 && found < hanCount; i++)
        {
            var code = 0x4E00 + (int)(i * 7919L % 20902);
            if (face.GlyphOf(code) == 0) continue;
            found++;
            yield return code;
        }
    }
}
