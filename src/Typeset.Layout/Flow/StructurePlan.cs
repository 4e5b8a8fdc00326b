using Typeset.Pages;

namespace Typeset.Layout.Flow;

/// <summary>
/// Collects the elements of one article's structure while its blocks are built; element 0 is the article's own, and a canvas shifts the
/// ids to where the booklet's structure holds them.
/// </summary>
internal sealed class StructurePlan
{
    /// <summary>Stands for «no element»: what paints marks its own.</summary>
    public const int None = -1;

    /// <summary>Stands for furniture, rules and leaders: not content.</summary>
    public const int Artifact = -2;

    public List<StructureElement> Elements { get; } = [];

    /// <summary>Adds an element and gives its index.</summary>
    public int Add(StructureRole role, int parent, string alternative = "") => Add(new StructureElement(role, parent, alternative));

    public int Add(StructureElement element)
    {
        Elements.Add(element);
        return Elements.Count - 1;
    }
}

/// <summary>
/// The levels of headings as readers hear them: each one below the nearest heading before it that ranks higher, whatever levels the manuscript
/// leaves out (ISO 14289-1 §7.4.2); the sixth is the last.
/// </summary>
internal sealed class HeadingLevels(int articleLevel)
{
    private const int Deepest = 6;

    private readonly Stack<int> _ranks = [];

    public StructureRole Article => Role(articleLevel);

    /// <summary>The role of a heading by its rank: 0 for an attachment's title, else the level of the manuscript.</summary>
    public StructureRole Next(int rank)
    {
        while (_ranks.TryPeek(out var above) && above >= rank) _ranks.Pop();
        _ranks.Push(rank);
        return Role(articleLevel + _ranks.Count);
    }

    private static StructureRole Role(int level) => StructureRole.Heading1 + Math.Min(level, Deepest) - 1;
}
