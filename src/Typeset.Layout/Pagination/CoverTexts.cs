using Typeset.Documents;
using Typeset.Layout.Flow;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>What stands on the cover, from top to bottom.</summary>
internal static class CoverTexts
{
    public static IEnumerable<(CoverElement Element, string Text)> Of(Booklet booklet, CoverStyle style) =>
        style.Elements.OrderBy(static e => e.Top).SelectMany(element => TextsOf(booklet, element.Role).Select(text => (element, text)));

    /// <summary>A section, and in it an element for each text, in order.</summary>
    public static StructurePlan Structure(Booklet booklet, CoverStyle style)
    {
        var plan = new StructurePlan();
        var section = plan.Add(StructureRole.Section, -1);
        foreach (var (element, _) in Of(booklet, style)) plan.Add(element.Role == TextRole.CoverTitle ? StructureRole.Title : StructureRole.Paragraph, section);
        return plan;
    }

    private static IEnumerable<string> TextsOf(Booklet booklet, TextRole role)
    {
        IEnumerable<string> texts = role switch
        {
            TextRole.CoverMark => [booklet.Cover.Mark],
            TextRole.CoverSeries => [booklet.Series],
            TextRole.CoverTitle => [string.Join(RichText.LineBreak, booklet.Title)],
            TextRole.CoverSubtitle => [booklet.Subtitle],
            TextRole.CoverIssue => [booklet.Issue],
            TextRole.CoverLine => booklet.Cover.Lines,
            TextRole.CoverIssuer => booklet.Issuer,
            TextRole.CoverDate => [booklet.Date],
            _ => [],
        };
        return texts.Where(static t => t.Length > 0);
    }
}
