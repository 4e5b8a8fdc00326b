using Typeset.OpenType;

namespace Typeset.Layout.Inline;

/// <summary>How a glyph is moved and stretched into its cell: raw units, rise upwards, scale in thousandths.</summary>
internal readonly record struct Fitting(int X, int Rise, int Scale)
{
    public static readonly Fitting None = new(0, 0, 1000);
}

/// <summary>
/// Puts the marks that Latin faces draw otherwise than Han faces (—— …… ·) where Han text wants them, by their ink: in the middle of the em box's height, and
/// dashes from edge to edge of their cells so that two are one line of two em.
/// </summary>
internal sealed class MarkFitting
{
    /// <summary>The em box of Han faces reaches from −0.12 to 0.88 em; its middle is here.</summary>
    private const int MiddlePermille = 380;

    /// <summary>A face whose mark is off the middle by no more than this was drawn for Han; leave its maker's judgement alone.</summary>
    private const int TolerancePermille = 60;

    /// <summary>Dashes overlap by so much at the join, or rasterizers show a seam.</summary>
    private const int OverlapPermille = 10;

    private readonly Dictionary<(FontFace Face, ushort Glyph), GlyphBounds> _bounds = [];

    public Fitting Fit(CharacterKind kind, FontFace face, ushort glyph, int em, int width) => kind switch
    {
        CharacterKind.Dash => FitDash(Bounds(face, glyph), face.UnitsPerEm, em, width),
        CharacterKind.Ellipsis or CharacterKind.MiddleDot => FitMiddle(Bounds(face, glyph), face.UnitsPerEm, em, width),
        _ => Fitting.None,
    };

    private GlyphBounds Bounds(FontFace face, ushort glyph)
    {
        if (!_bounds.TryGetValue((face, glyph), out var bounds)) _bounds[(face, glyph)] = bounds = face.BoundsOf(glyph);
        return bounds;
    }

    private static Fitting FitDash(GlyphBounds ink, int unitsPerEm, int em, int width)
    {
        var drawn = (long)(ink.XMax - ink.XMin) * em / unitsPerEm;
        if (drawn <= 0) return Fitting.None;
        var wanted = width + (long)em * OverlapPermille / 1000;
        var scale = (int)Math.Clamp((wanted * 1000 + drawn - 1) / drawn, 1000, 4000);
        var left = (long)ink.XMin * em / unitsPerEm * scale / 1000;
        return new Fitting((int)((width - drawn * scale / 1000) / 2 - left), RiseToMiddle(ink, unitsPerEm, em), scale);
    }

    private static Fitting FitMiddle(GlyphBounds ink, int unitsPerEm, int em, int width)
    {
        var middle = (long)(ink.XMin + ink.XMax) * em / unitsPerEm / 2;
        return new Fitting((int)(width / 2 - middle), RiseToMiddle(ink, unitsPerEm, em), 1000);
    }

    private static int RiseToMiddle(GlyphBounds ink, int unitsPerEm, int em)
    {
        var off = (long)em * MiddlePermille / 1000 - (long)(ink.YMin + ink.YMax) * em / unitsPerEm / 2;
        return Math.Abs(off) * 1000 <= (long)em * TolerancePermille ? 0 : (int)off;
    }
}
