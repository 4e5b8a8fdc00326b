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
    public int Add(StructureRole role, int parent, string alternative = "")
    {
        Elements.Add(new StructureElement(role, parent, alternative));
        return Elements.Count - 1;
    }
}
