using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.OpenType;

namespace Typeset.Pages;

/// <summary>A line of text that is no manuscript's: slug lines, numbers on pictures. Each character is its nominal glyph in the first face that has it.</summary>
public static class PlainLine
{
    private const char Cut = '…';

    /// <summary>The line as glyph runs, from a point on its baseline; characters that no face has are left out.</summary>
    public static IEnumerable<GlyphRun> Set(string text, ImmutableArray<FontFace> faces, Length size, Ink ink, Point origin)
    {
        var x = origin.X;
        foreach (var (face, stretch) in Stretches(text, faces))
        {
            var run = RunOf(face, stretch, size, ink, origin with { X = x });
            yield return run;
            x += WidthOf(stretch, [face], size);
        }
    }

    /// <summary>How long the line is.</summary>
    public static Length WidthOf(string text, ImmutableArray<FontFace> faces, Length size)
    {
        var width = Length.Zero;
        foreach (var rune in text.EnumerateRunes())
        {
            if (FaceOf(rune, faces) is { } face) width += AdvanceOf(face, face.GlyphOf(rune.Value), size);
        }

        return width;
    }

    /// <summary>The text where it fits, else as much of it as fits with … behind it; empty where not even that does.</summary>
    public static string Fitting(string text, ImmutableArray<FontFace> faces, Length size, Length room)
    {
        if (WidthOf(text, faces, size) <= room) return text;
        var runes = text.EnumerateRunes().ToArray();
        for (var count = runes.Length - 1; count > 0; count--)
        {
            var cut = string.Concat(runes.Take(count)) + Cut;
            if (WidthOf(cut, faces, size) <= room) return cut;
        }

        return "";
    }

    /// <summary>The faces of the first page that has any.</summary>
    public static ImmutableArray<FontFace> FacesOf(PagedBooklet booklet)
    {
        for (var i = 0; i < booklet.Pages.Length; i++)
        {
            var faces = booklet.Compose(i).Items.OfType<GlyphRun>().Select(static run => run.Face).Distinct<FontFace>(ReferenceEqualityComparer.Instance);
            if (faces.ToImmutableArray() is { IsEmpty: false } found) return found;
        }

        return [];
    }

    private static FontFace? FaceOf(Rune rune, ImmutableArray<FontFace> faces)
    {
        foreach (var face in faces)
        {
            if (face.GlyphOf(rune.Value) != 0) return face;
        }

        return null;
    }

    private static IEnumerable<(FontFace Face, string Text)> Stretches(string text, ImmutableArray<FontFace> faces)
    {
        var (current, stretch) = ((FontFace?)null, new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            if (FaceOf(rune, faces) is not { } face) continue;
            if (current is not null && !ReferenceEquals(face, current))
            {
                yield return (current, stretch.ToString());
                stretch.Clear();
            }

            current = face;
            stretch.Append(rune);
        }

        if (current is not null && stretch.Length > 0) yield return (current, stretch.ToString());
    }

    private static Length AdvanceOf(FontFace face, ushort glyph, Length size) => new FontUnits(face.AdvanceOf(glyph)).At(size, face.UnitsPerEm);

    private static GlyphRun RunOf(FontFace face, string text, Length size, Ink ink, Point origin)
    {
        var glyphs = new List<PlacedGlyph>();
        var (pen, start) = (Length.Zero, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = face.GlyphOf(rune.Value);
            glyphs.Add(new PlacedGlyph(glyph, (int)pen.Raw, 0, start, (ushort)rune.Utf16SequenceLength));
            pen += AdvanceOf(face, glyph, size);
            start += rune.Utf16SequenceLength;
        }

        return new GlyphRun(face, size, ink, origin, [.. glyphs], text, SourceSpan.None);
    }
}
