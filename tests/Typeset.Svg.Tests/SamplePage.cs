using Typeset.Core;
using Typeset.OpenType;
using Typeset.Pages;
using Typeset.Testing;

namespace Typeset.Svg.Tests;

/// <summary>Pages made by hand: glyphs, a tint, a path, an image, marks that print nothing.</summary>
internal static class SamplePage
{
    public static readonly Size A5 = new(148.Mm, 210.Mm);

    public static readonly FontFace Song = Open("NotoSerifSC-Regular.ttf");

    public static readonly FontFace Fang = Open("FandolFang-Regular.otf");

    /// <summary>A PNG of one red pixel.</summary>
    public static readonly PlacedImage Red = new("红.png", ImageEncoding.Png, 1, 1, Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"));

    public static Page Of(params PageItem[] items) => new(0, A5, [.. items]);

    public static Page Whole() => Of(
        new StructureBegin(0),
        Run(Song, 10.5, 60, 90, "雨水雨，一"),
        Run(Fang, 16, 60, 120, "雨水", new Ink(200, 0, 30)),
        new StructureEnd(),
        new Rule(Box(60, 150, 300, 0.5), Ink.Black),
        new Rule(Box(60, 160, 300, 20), Ink.Black with { BlackTint = 150 }),
        new PathItem([new(PathVerb.Move, default, default, At(60, 200)), new(PathVerb.Line, default, default, At(100, 200)), new(PathVerb.Cubic, At(100, 240), At(60, 240), At(60, 220)), new(PathVerb.Close, default, default, default)], new Ink(0, 102, 204)),
        new ImageItem(Red, Box(120, 200, 40, 30), SourceSpan.None),
        new ImageItem(Red, Box(180, 200, 40, 30), SourceSpan.None),
        new LinkItem(Box(60, 80, 30, 12), null, "https://example.org/?a=1&b=2", "网址"));

    public static GlyphRun Run(FontFace face, double size, double x, double y, string text, Ink? ink = null)
    {
        var glyphs = text.Select((letter, i) => new PlacedGlyph(face.GlyphOf(letter), (int)(size.Pt * i).Raw, 0, i, 1));
        return new GlyphRun(face, size.Pt, ink ?? Ink.Black, At(x, y), [.. glyphs], text, SourceSpan.None);
    }

    public static Rectangle Box(double x, double y, double width, double height) => new(x.Pt, y.Pt, width.Pt, height.Pt);

    public static Point At(double x, double y) => new(x.Pt, y.Pt);

    private static FontFace Open(string file) => FontFace.Open(File.ReadAllBytes(Repository.At("fonts", file)), name: file);
}
