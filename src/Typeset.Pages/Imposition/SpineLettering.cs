using System.Collections.Immutable;
using System.Text;
using Typeset.Core;
using Typeset.OpenType;

namespace Typeset.Pages.Imposition;

/// <summary>
/// The title on a cover's spine and the issuer at its foot, one character below the other, black. A spine of 5 mm and more is to carry its title
/// (GB/T 11668); a narrower one has no room for type that could be read.
/// </summary>
internal static class SpineLettering
{
    private static readonly Length LeastSpine = 5.Mm;

    // From the trimmed edges; the sizes that look well.
    private static readonly Length Indent = 15.Mm, LargestSize = 16.Pt, SmallestSize = 7.Pt;

    /// <summary>Marks and their vertical forms in Unicode (U+FE10 …), in the same order.</summary>
    private const string Level = "，、。：；！？…—（）《》〈〉「」『』“”‘’", Upright = "︐︑︒︓︔︕︖︙︱︵︶︽︾︿﹀﹁﹂﹃﹄﹃﹄﹁﹂";

    /// <summary>The lettering between the two pages of a cover's outside; nothing where the spine is narrow or the text too long.</summary>
    public static IEnumerable<GlyphRun> Of(SheetSide outside, SheetSlug slug)
    {
        var (left, right) = (outside.Pages[0].Trim, outside.Pages[1].Trim);
        var spine = new Rectangle(left.Right, left.Y + Indent, right.X - left.Right, left.Height - Indent * 2);
        if (spine.Width < LeastSpine) return [];
        var (title, issuer) = (spine with { Height = spine.Height * 3 / 5 }, spine with { Y = spine.Y + spine.Height * 2 / 3, Height = spine.Height / 3 });
        var size = SizeOf(slug.Title, title, LargestSize);
        return Column(slug.Title, title, size, slug, atFoot: false).Concat(Column(slug.Issuer, issuer, SizeOf(slug.Issuer, issuer, size * 4 / 5), slug, atFoot: true));
    }

    /// <summary>Six tenths of the spine at most, and small enough for all characters.</summary>
    private static Length SizeOf(string text, Rectangle area, Length most) =>
        Length.Min(Length.Min(most, area.Width * 3 / 5), area.Height.Times(10, 11) / Math.Max(1, Characters(text).Count()));

    private static IEnumerable<GlyphRun> Column(string text, Rectangle area, Length size, SheetSlug slug, bool atFoot)
    {
        if (size < SmallestSize) yield break;
        var step = size.Times(11, 10);
        var top = atFoot ? area.Bottom - step * Characters(text).Count() : area.Y;
        foreach (var character in Characters(text).Select(character => Standing(character, slug.Faces)))
        {
            var x = area.X + (area.Width - PlainLine.WidthOf(character, slug.Faces, size)) / 2;
            foreach (var run in PlainLine.Set(character, slug.Faces, size, Ink.Black, new Point(x, top + size.Times(88, 100)))) yield return run;
            top += step;
        }
    }

    private static IEnumerable<string> Characters(string text) =>
        text.EnumerateRunes().Where(static rune => !Rune.IsWhiteSpace(rune)).Select(static rune => rune.ToString());

    /// <summary>A mark's vertical form, where a face has it.</summary>
    private static string Standing(string character, ImmutableArray<FontFace> faces) =>
        Level.IndexOf(character, StringComparison.Ordinal) is >= 0 and var i && faces.Any(face => face.GlyphOf(Upright[i]) != 0) ? Upright[i].ToString() : character;
}
