using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Inline;
using Typeset.Pages;

namespace Typeset.Layout.Flow;

/// <summary>What blocks paint on: a page's items as they come, and what of the page they need to know.</summary>
internal sealed class PageCanvas(int structureOffset, Func<int, string> noteMark)
{
    public ImmutableArray<PageItem>.Builder Items { get; } = ImmutableArray.CreateBuilder<PageItem>();

    /// <summary>The printed mark of one of the article's notes on this page.</summary>
    public Func<int, string> NoteMark { get; } = noteMark;

    /// <summary>What is painted until <see cref="End"/> belongs to an element of the article's structure.</summary>
    public void Begin(int element)
    {
        if (element == StructurePlan.None) return;
        Items.Add(new StructureBegin(element == StructurePlan.Artifact ? StructureIds.Artifact : element + structureOffset));
    }

    public void End(int element)
    {
        if (element != StructurePlan.None) Items.Add(StructureEnd.Instance);
    }

    /// <summary>Elements inside a paragraph, as the booklet's structure numbers them.</summary>
    public InlineElements Inline(ImmutableArray<int> byRun) => new(byRun, structureOffset);

    public void Rule(Rectangle area, InkColor color) => Items.Add(new Rule(area, Inks.Of(color)));
}

/// <summary>Inks of the display list for colours of a style.</summary>
internal static class Inks
{
    public static Ink Of(InkColor color) => color.IsBlack ? Ink.Black : new Ink(color.Red, color.Green, color.Blue, Spot: color.Spot);
}

/// <summary>Fixed ids of the booklet's structure.</summary>
internal static class StructureIds
{
    public const int Document = 0;
    public const int Artifact = 1;
}
