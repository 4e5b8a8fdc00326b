using System.Collections.Immutable;
using System.Globalization;
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

/// <summary>Sets the slug line.</summary>
internal static class SlugLine
{
    public static void Compose(SlugText text, ImmutableArray<FontFace> faces, Length size, Ink ink, Point place, Length room, ImmutableArray<PageItem>.Builder items)
    {
        if (faces.IsEmpty) return;
        var title = PlainLine.Fitting(text.Title, faces, size, room - PlainLine.WidthOf(text.Rest, faces, size));
        items.AddRange(PlainLine.Set(title + text.Rest, faces, size, ink, place));
    }
}
