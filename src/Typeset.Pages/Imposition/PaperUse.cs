using Typeset.Core;

namespace Typeset.Pages.Imposition;

/// <summary>
/// How much paper a booklet takes, as Chinese printers count it: 开数 is into how many leaves of the page's size a full sheet is halved
/// (GB/T 788), and one 印张 is a full sheet printed on one side, that is half a full sheet printed on both: 印张 = pages ÷ 开数.
/// </summary>
/// <param name="FullSheet">The full sheet, <c>889×1194</c>.</param>
/// <param name="Leaves">开数.</param>
/// <param name="Pages">Pages inside, blanks counted; a cover of its own is not part of the count.</param>
public sealed record PaperUse(string FullSheet, int Leaves, int Pages)
{
    /// <summary>印张 in thousandths, to the nearest.</summary>
    public int PrintedSheetThousandths => (Pages * 1000 + Leaves / 2) / Leaves;

    /// <summary>Of the two full sheets the one that yields more leaves, the smaller one where both yield as many; null for a page larger than either.</summary>
    public static PaperUse? Of(Size page, int pages) => StandardSheets.FullSheets
        .Select(sheet => new PaperUse(sheet.Name, LeavesOf(page, sheet.Size), pages))
        .Where(static use => use.Leaves > 0)
        .MaxBy(static use => use.Leaves);

    private static int LeavesOf(Size page, Size sheet)
    {
        var (shorter, longer, leaves) = (sheet.Width, sheet.Height, 1);
        if (!Holds(shorter, longer, page)) return 0;
        while (true)
        {
            var (halfShort, halfLong) = (Length.Min(shorter, longer / 2), Length.Max(shorter, longer / 2));
            if (!Holds(halfShort, halfLong, page)) return leaves;
            (shorter, longer, leaves) = (halfShort, halfLong, leaves * 2);
        }
    }

    private static bool Holds(Length shorter, Length longer, Size page) =>
        Length.Min(page.Width, page.Height) <= shorter && Length.Max(page.Width, page.Height) <= longer;
}
