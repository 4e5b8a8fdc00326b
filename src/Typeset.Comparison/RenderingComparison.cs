using System.Collections.Immutable;

namespace Typeset.Comparison;

/// <summary>How many of something are the same.</summary>
public readonly record struct Agreement(int Same, int Total)
{
    public bool IsWhole => Same == Total;

    public override string ToString() => $"{Same}/{Total}";
}

/// <summary>A place where two renderings part: the lines of each, and the line before.</summary>
/// <param name="ExpectedPage">The page in the rendering compared with.</param>
/// <param name="ActualPage">The page in the other; 0 where it has none there.</param>
/// <param name="Before">The last line that both share; empty at the beginning.</param>
/// <param name="Expected">Lines that the other lacks.</param>
/// <param name="Actual">Lines that the other has instead.</param>
public sealed record Difference(int ExpectedPage, int ActualPage, string Before, ImmutableArray<string> Expected, ImmutableArray<string> Actual);

/// <summary>What two renderings of a booklet share, and where they part.</summary>
public sealed record RenderingComparison
{
    /// <summary>Lines of the expected rendering that the other has in the same order.</summary>
    public required Agreement Lines { get; init; }

    /// <summary>Pages of the same number that hold the same text, however it breaks into lines; the total is the larger number of pages.</summary>
    public required Agreement Pages { get; init; }

    /// <summary>Pages of the same number that have the same running heads and folios.</summary>
    public required Agreement Furniture { get; init; }

    /// <summary>Entries of the contents with the same number.</summary>
    public required Agreement Contents { get; init; }

    public required ImmutableArray<Difference> Differences { get; init; }

    /// <summary>The numbers of the pages that differ.</summary>
    public required ImmutableArray<int> PagesThatDiffer { get; init; }

    /// <summary>The numbers of the pages whose running heads or folios differ.</summary>
    public required ImmutableArray<int> FurnitureThatDiffers { get; init; }

    /// <summary>Whether lines, pages, furniture and contents are all the same.</summary>
    public bool IsSame => Lines.IsWhole && Pages.IsWhole && Furniture.IsWhole && Contents.IsWhole && Differences.IsEmpty;

    /// <summary>Compares a rendering with the one that it should be like.</summary>
    public static RenderingComparison Of(Rendering expected, Rendering actual)
    {
        var (left, right) = (PlacedLine.All(expected), PlacedLine.All(actual));
        var partners = LineMatching.Match([.. left.Select(static line => line.Text)], [.. right.Select(static line => line.Text)]);
        var pages = PagesThatDifferIn(expected, actual, static page => page.Text);
        var furniture = PagesThatDifferIn(expected, actual, static page => string.Join('\n', page.Furniture.Select(static line => line.Text)));
        var count = Math.Max(expected.Pages.Length, actual.Pages.Length);
        return new RenderingComparison
        {
            Lines = new(partners.Count(static partner => partner >= 0), left.Length),
            Pages = new(count - pages.Length, count),
            Furniture = new(count - furniture.Length, count),
            Contents = ContentsIn(left, right, partners),
            Differences = DifferencesIn(left, right, partners),
            PagesThatDiffer = pages,
            FurnitureThatDiffers = furniture,
        };
    }

    private static ImmutableArray<int> PagesThatDifferIn(Rendering expected, Rendering actual, Func<RenderedPage, string> text) =>
    [
        .. Enumerable.Range(0, Math.Max(expected.Pages.Length, actual.Pages.Length))
            .Where(i => i >= expected.Pages.Length || i >= actual.Pages.Length || text(expected.Pages[i]) != text(actual.Pages[i]))
            .Select(static i => i + 1),
    ];

    // Dots lead to the number in both renderings or are drawn in one only: an entry is what has them in either.
    private static Agreement ContentsIn(PlacedLine[] left, PlacedLine[] right, int[] partners)
    {
        var matched = partners.Where(static partner => partner >= 0).ToHashSet();
        var same = left.Where((line, i) => partners[i] >= 0 && (line.IsEntry || right[partners[i]].IsEntry)).Count();
        var unmatched = Math.Max(left.Where((line, i) => line.IsEntry && partners[i] < 0).Count(), right.Where((line, i) => line.IsEntry && !matched.Contains(i)).Count());
        return new(same, same + unmatched);
    }

    private static ImmutableArray<Difference> DifferencesIn(PlacedLine[] left, PlacedLine[] right, int[] partners)
    {
        var differences = ImmutableArray.CreateBuilder<Difference>();
        var (start, otherStart) = (0, 0);
        for (var i = 0; i <= left.Length; i++)
        {
            var other = i == left.Length ? right.Length : partners[i];
            if (other < 0) continue;
            if (start < i || otherStart < other) differences.Add(Describe(left, start..i, right, otherStart..other));
            (start, otherStart) = (i + 1, other + 1);
        }

        return differences.ToImmutable();
    }

    private static Difference Describe(PlacedLine[] left, Range lines, PlacedLine[] right, Range others)
    {
        var (start, otherStart) = (lines.Start.Value, others.Start.Value);
        return new Difference(
            left.Length == 0 ? 0 : left[Math.Min(start, left.Length - 1)].Page,
            right.Length == 0 ? 0 : right[Math.Min(otherStart, right.Length - 1)].Page,
            start > 0 ? left[start - 1].Text : "",
            [.. left[lines].Select(static line => line.Text)],
            [.. right[others].Select(static line => line.Text)]);
    }

    private readonly record struct PlacedLine(int Page, string Text, bool IsEntry)
    {
        public static PlacedLine[] All(Rendering rendering) =>
            [.. rendering.Pages.SelectMany(static page => page.Lines.Select(line => new PlacedLine(page.Number, line.Text, line.HasLeader)))];
    }
}
