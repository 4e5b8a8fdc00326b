using System.Collections.Immutable;
using Typeset.Documents;
using Typeset.Layout.Flow;
using Typeset.Layout.Inline;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>Everything of a booklet that is broken and filled: what the composer paints pages from.</summary>
internal sealed record BookletParts
{
    public required StyledBooklet Styled { get; init; }
    public required FlowContext Context { get; init; }
    public required ImmutableArray<Chapter> Chapters { get; init; }

    /// <summary>The context that each chapter's furniture is set in.</summary>
    public required ImmutableArray<FlowContext> ChapterContexts { get; init; }
    public required BookletPlan Plan { get; init; }
    public required Chapter? Contents { get; init; }
    public required Chapter? Colophon { get; init; }
    public required StructureIndex Structure { get; init; }

    /// <summary>The title of a part, broken for its own page.</summary>
    public BrokenParagraph PartTitle(int part) => Context.Setter.Break(
        RichText.Plain(Styled.Booklet.Parts[part].Title, Styled.Booklet.Span, false), Context.Style.Of(TextRole.PartTitle), Context.Style.Page.TypeAreaWidth, Context.Style.Lines);
}

/// <summary>The booklet's whole structure, and where the parts of it begin.</summary>
internal sealed record StructureIndex(ImmutableArray<StructureElement> Elements, int Cover, int Contents, ImmutableArray<int> PartTitles, ImmutableArray<int> Chapters, int Colophon)
{
    /// <summary>A part whose title has a page of its own: its articles rank below that title.</summary>
    public static bool HasTitlePage(StyledBooklet styled, int part) => styled.Booklet.Parts[part].Title.Length > 0 && styled.Style.Pages.PartTitlePage;

    public static StructureIndex Build(StyledBooklet styled, ImmutableArray<(int Part, StructurePlan Plan)> chapters, StructurePlan? contents, StructurePlan? colophon)
    {
        var booklet = styled.Booklet;
        var all = ImmutableArray.CreateBuilder<StructureElement>();
        all.Add(new StructureElement(StructureRole.Document, -1, "", booklet.Language));
        all.Add(new StructureElement(StructureRole.Artifact, StructureIds.Document));
        var cover = Append(all, CoverTexts.Structure(booklet, styled.Style.Cover), StructureIds.Document);
        var contentsAt = Append(all, contents, StructureIds.Document);
        var parts = new int[booklet.Parts.Length];
        var titles = new int[booklet.Parts.Length];
        var starts = ImmutableArray.CreateBuilder<int>(chapters.Length);
        foreach (var (part, plan) in chapters)
        {
            var parent = StructureIds.Document;
            if (booklet.Parts[part].Title.Length > 0)
            {
                if (parts[part] == 0)
                {
                    parts[part] = AddOne(all, StructureRole.Part, StructureIds.Document);
                    titles[part] = AddOne(all, StructureRole.Heading1, parts[part]);
                }

                parent = parts[part];
            }

            starts.Add(Append(all, plan, parent));
        }

        var colophonAt = Append(all, colophon, StructureIds.Document);
        return new StructureIndex(all.ToImmutable(), cover, contentsAt, [.. titles], starts.ToImmutable(), colophonAt);
    }

    private static int AddOne(ImmutableArray<StructureElement>.Builder all, StructureRole role, int parent)
    {
        all.Add(new StructureElement(role, parent));
        return all.Count - 1;
    }

    private static int Append(ImmutableArray<StructureElement>.Builder all, StructurePlan? plan, int parent)
    {
        var offset = all.Count;
        if (plan is null) return offset;
        foreach (var element in plan.Elements) all.Add(element with { Parent = element.Parent < 0 ? parent : element.Parent + offset });
        return offset;
    }
}
