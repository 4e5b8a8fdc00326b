using Typeset.Preflight.Reading;

namespace Typeset.Preflight.Checks;

/// <summary>A colour space in use: what is painted in it and where; each space of each kind of thing once a page.</summary>
internal readonly record struct ColourUse(ColourSpace Space, string Thing, Place Place)
{
    private const int Invisible = 3;

    public static IEnumerable<ColourUse> On(PageView page)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var use in All(page))
        {
            if (seen.Add((Key(use.Space), use.Thing))) yield return use;
        }
    }

    private static string Key(ColourSpace space) => string.Join('>', space.Chain().Select(static s => $"{s.Family} {s.Definition.Number} {s.Definition[1].Number} {string.Join(' ', s.Inks)}"));

    private static IEnumerable<ColourUse> All(PageView page)
    {
        PaintState? last = null;
        foreach (var glyph in page.Content.Glyphs)
        {
            if (ReferenceEquals(glyph.State, last) || glyph.Mode == Invisible) continue;
            last = glyph.State;
            if (glyph.Mode is 0 or 2 or 4 or 6) yield return new(glyph.State.Fill.Space, "text", page.PlaceOf(glyph));
            if (glyph.Mode is 1 or 2 or 5 or 6) yield return new(glyph.State.Stroke.Space, "text", page.PlaceOf(glyph));
        }

        foreach (var path in page.Content.Paths)
        {
            if (path.IsFilled) yield return new(path.State.Fill.Space, "path", page.PlaceOf(path.Box));
            if (path.IsStroked) yield return new(path.State.Stroke.Space, "path", page.PlaceOf(path.Box));
        }

        foreach (var image in page.Content.Images)
        {
            if (image.Space is { } space) yield return new(space, "image", page.PlaceOf(image));
            else if (image.Image["ImageMask"].AsBoolean == true) yield return new(image.State.Fill.Space, "image", page.PlaceOf(image));
        }

        foreach (var shading in page.Content.Shadings) yield return new(shading, "shading", page.Place);
    }
}
