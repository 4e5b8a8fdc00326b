using Typeset.Core;
using Typeset.Documents;

namespace Typeset.Docx.Pins;

/// <summary>
/// Finds for a page that ends of its own accord the smallest widening of a gap on it, in twips, with which nothing more can stand there, whatever a word
/// processor's pages hold more than the layout's. Between paragraphs it is space at the page's foot, where nobody sees it.
/// </summary>
internal sealed class PagePinner(HouseStyle style)
{
    /// <summary>What sums of rounded heights may be off by.</summary>
    private const int Margin = 12;

    /// <summary>
    /// LibreOffice 7.4 sets notes off by a rule of 0.5 pt between two gaps of 0.1 cm, whatever the separator's paragraph (ECMA-376 part 1, §17.11.23) says.
    /// </summary>
    private const int LeastNoteRoom = 125;

    /// <summary>No more than so many lines of the body's pitch: where notes hold a page's end, more would be a hole after editing.</summary>
    private const int MostLines = 2;

    /// <summary>What a gap behind which the page ends is widened by.</summary>
    public int Between(PageRest? rest) => rest is { } page ? Math.Clamp(Lacking(page), 0, MostLines * Pitch) : 0;

    /// <summary>What a gap is widened by that stands above the text in which the page ends; it may not push a line off the page, nor be much seen.</summary>
    public int Above(PageRest? rest) => rest is { } page && Lacking(page) is > 0 and var lacking && lacking <= Math.Min(Pitch / 2, Twips.Of(page.Free)) ? lacking : 0;

    /// <summary>What a table's row is made higher by behind which the page ends.</summary>
    public int Row(PageRest rest) => Math.Clamp(Lacking(rest), 0, Pitch / 2);

    private int Pitch => Twips.Of(style.Of(TextRole.Body).LinePitch);

    private int Lacking(PageRest page)
    {
        var notes = page.HasNotes ? Math.Max(0, Twips.Of(style.Footnotes.SpaceAbove) - LeastNoteRoom) : 0;
        return Twips.Of(page.Free) + PageMetrics.ColumnClearance + notes + Margin - Twips.Of(page.Next);
    }
}
