using System.Collections.Immutable;

namespace Typeset.Pages.Imposition;

/// <summary>The pages inside a booklet in their order, null where a leaf stays blank.</summary>
internal sealed record PageSequence(ImmutableArray<int?> Pages)
{
    public int Length => Pages.Length;

    public int Blanks => Pages.Count(static page => page is null);

    /// <summary>The page with a number from 1.</summary>
    public int? At(int number) => Pages[number - 1];

    /// <summary>Pages <c>[first, end)</c> filled up with blanks to a length, where the policy has them.</summary>
    public static PageSequence Fill(Range pages, int length, ImpositionOptions options)
    {
        var (first, end) = (pages.Start.Value, pages.End.Value);
        var kept = KeepsLast(options) ? Math.Min(options.LastPages, end - first) : 0;
        var sequence = Enumerable.Range(first, end - first - kept).Select(static page => (int?)page)
            .Concat(Enumerable.Repeat<int?>(null, length - (end - first)))
            .Concat(Enumerable.Range(end - kept, kept).Select(static page => (int?)page));
        return new PageSequence([.. sequence]);
    }

    /// <summary>With a back cover of its own the inside's end is where it should be: before it.</summary>
    private static bool KeepsLast(ImpositionOptions options) => options is { Blanks: BlankPolicy.BeforeLast, Cover: not CoverPages.Wrap };
}
