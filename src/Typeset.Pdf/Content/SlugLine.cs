using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Typeset.Core;
using Typeset.OpenType;
using Typeset.Pages;

namespace Typeset.Pdf.Content;

/// <summary>What the slug line of a page says: the title, which may be cut, and the rest, which must not.</summary>
internal readonly record struct SlugText(PagedBooklet Booklet, int Page)
{
    public string Title => Booklet.Info.Title;

    /// <summary>The printed number, the date given, and the sheet out of how many.</summary>
    public string Rest
    {
        get
        {
            var parts = new List<string>();
            if (LabelOf(Booklet.Pages[Page].Label) is { Length: > 0 } label) parts.Add(label);
            if (Booklet.Info.Date is { } date) parts.Add(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Page + 1}/{Booklet.Pages.Length}"));
            return "  " + string.Join("  ", parts);
        }
    }

    private static string LabelOf(PageLabel label) =>
        label.Style == PageLabelStyle.None ? label.Prefix ?? "" : "p. " + (label.Prefix ?? "") + label.Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Sets the slug line: each character as its nominal glyph in the first face that has it.</summary>
internal static class SlugLine
{
    private const char Cut = '…';

    public static void Compose(SlugText text, ImmutableArray<FontFace> faces, Length size, Ink ink, Point place, Length room, ImmutableArray<PageItem>.Builder items)
    {
        if (faces.IsEmpty) return;
        var width = WidthOf(text.Rest, faces, size);
        var title = Fitting(text.Title, faces, size, room - width);
        var x = place.X;
        foreach (var (face, stretch) in Stretches(title + text.Rest, faces))
        {
            items.Add(RunOf(face, stretch, size, ink, place with { X = x }));
            x += WidthOf(stretch, [face], size);
        }
    }

    private static string Fitting(string title, ImmutableArray<FontFace> faces, Length size, Length room)
    {
        if (WidthOf(title, faces, size) <= room) return title;
        var runes = title.EnumerateRunes().ToArray();
        for (var count = runes.Length - 1; count > 0; count--)
        {
            var cut = string.Concat(runes.Take(count)) + Cut;
            if (WidthOf(cut, faces, size) <= room) return cut;
        }

        return "";
    }

    private static FontFace? FaceOf(Rune rune, ImmutableArray<FontFace> faces)
    {
        foreach (var face in faces)
        {
            if (face.GlyphOf(rune.Value) != 0) return face;
        }

        return null;
    }

    /// <summary>Stretches of one face; characters that none has are left out.</summary>
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

    private static Length WidthOf(string text, ImmutableArray<FontFace> faces, Length size)
    {
        var width = Length.Zero;
        foreach (var rune in text.EnumerateRunes())
        {
            if (FaceOf(rune, faces) is { } face) width += AdvanceOf(face, face.GlyphOf(rune.Value), size);
        }

        return width;
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
