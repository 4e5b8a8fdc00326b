using System.Collections.Immutable;

namespace Typeset.Pages.Imposition;

/// <summary>
/// Papers by the names that jobs use, with the bulk that mills usually give for them (cm³/g × 1000) and a usual mass (g/m²). Mills differ by a
/// tenth and more: for a spine to the tenth of a millimetre ask for the bulk of the paper bought.
/// </summary>
public static class StandardPapers
{
    public static readonly ImmutableArray<(string Name, int UsualGrams, int BulkThousandths)> All =
    [
        ("offset", 80, 1250), ("writing", 70, 1350), ("bulky", 70, 1750), ("coated", 128, 850), ("matt", 128, 950), ("board", 250, 1200),
    ];

    /// <summary>The least and the most that a mass (g/m²) and a bulk (thousandths of cm³/g) can be of paper that is printed and folded.</summary>
    public const int LeastGrams = 20, MostGrams = 600, LeastBulk = 500, MostBulk = 3000;

    /// <summary>A paper as <c>offset</c>, <c>offset:80</c> or <c>80</c> (offset of that mass); null where the text is none.</summary>
    public static PaperStock? Find(string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 2) return null;
        if (parts is [var grams] && IsMass(grams, out var plain)) return new PaperStock(plain, All[0].BulkThousandths);
        var (name, usual, bulk) = All.FirstOrDefault(paper => string.Equals(paper.Name, parts[0], StringComparison.OrdinalIgnoreCase));
        if (name is null) return null;
        if (parts.Length == 1) return new PaperStock(usual, bulk);
        return IsMass(parts[1], out var mass) ? new PaperStock(mass, bulk) : null;
    }

    private static bool IsMass(string text, out int grams) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out grams) && grams is >= LeastGrams and <= MostGrams;
}
