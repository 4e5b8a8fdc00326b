using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Flow;
using Typeset.Layout.Inline;
using Typeset.Pages;
using Typeset.Shaping;

namespace Typeset.Layout.Pagination;

/// <summary>What the layout is told besides booklet and style.</summary>
public sealed record LayoutOptions
{
    /// <summary>Date in the document's metadata; null leaves it out.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Chapters laid out side by side; 1 or more; the result is the same for any number.</summary>
    public int Parallelism { get; init; } = 1;
}

/// <summary>Lays out a booklet: breaks every paragraph, fills pages, numbers them, and settles the contents.</summary>
public static class Paginator
{
    /// <summary>Rounds that contents, which are counted with the body, are given for their numbers to settle.</summary>
    private const int MaxRounds = 5;

    public static BookletLayout Paginate(StyledBooklet styled, FontLibrary fonts, DiagnosticBag diagnostics, LayoutOptions options, CancellationToken cancellation)
    {
        var contexts = new ContextPool(fonts, diagnostics);
        var groups = Groups(styled);
        var chapters = FillChapters(styled, groups, contexts, options, cancellation);
        var context = contexts.Of(styled.Style);
        var colophon = FillColophon(styled.Booklet, context, cancellation);
        var contents = FillContents(styled, groups, chapters, colophon, context, cancellation);
        var parts = new BookletParts
        {
            Styled = styled, Context = context, Chapters = chapters, ChapterContexts = [.. chapters.Select(c => contexts.Of(c.Flow.Style))],
            Plan = contents.Plan, Contents = contents.Pages, Colophon = colophon,
            Structure = StructureIndex.Build(styled, [.. groups.Select((g, i) => (g.Part, chapters[i].Flow.Structure))], contents.Pages?.Flow.Structure, colophon?.Flow.Structure),
        };
        contexts.TellMissingGlyphs();
        return new LayoutAssembler(parts, contents.Entries, options).Assemble() with { TellMissingGlyphs = contexts.TellMissingGlyphs, MissingCharacters = contexts.MissingCharacters };
    }

    /// <summary>Articles that share pages, and the part they stand in.</summary>
    private readonly record struct Group(int Part, ImmutableArray<Article> Articles);

    private static ImmutableArray<Group> Groups(StyledBooklet styled)
    {
        var groups = ImmutableArray.CreateBuilder<Group>();
        for (var part = 0; part < styled.Booklet.Parts.Length; part++)
        {
            var articles = styled.Booklet.Parts[part].Articles;
            if (styled.Style.Pages.Articles == StartOn.SamePage && articles.Length > 0) groups.Add(new Group(part, articles));
            else groups.AddRange(articles.Select(article => new Group(part, [article])));
        }

        return groups.ToImmutable();
    }

    private static ImmutableArray<Chapter> FillChapters(
        StyledBooklet styled, ImmutableArray<Group> groups, ContextPool contexts, LayoutOptions options, CancellationToken cancellation)
    {
        var chapters = new Chapter[groups.Length];
        if (options.Parallelism == 1)
        {
            for (var i = 0; i < groups.Length; i++) Fill(i);
        }
        else
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation };
            Parallel.For(0, groups.Length, parallel, Fill);
        }

        return [.. chapters];

        void Fill(int i)
        {
            var level = StructureIndex.HasTitlePage(styled, groups[i].Part) ? 2 : 1;
            var flow = FlowBuilder.Build(groups[i].Articles.Select(article => (article, contexts.Of(styled.StyleOf(article)))), level);
            chapters[i] = Chapter.Fill(flow, cancellation);
        }
    }

    private static Chapter? FillColophon(Booklet booklet, FlowContext context, CancellationToken cancellation)
    {
        if (booklet.Colophon.IsEmpty) return null;
        var structure = new StructurePlan();
        var text = new TextFlowFactory(context, structure);
        var blocks = booklet.Colophon.Select(FlowBlock (line) =>
        {
            var value = line.Label.Length > 0 ? line.Label + "　" + line.Value : line.Value;
            return text.Make(RichText.Plain(value, booklet.Span, false), TextRole.Colophon, new TextPlace(structure.Add(StructureRole.Paragraph, -1), booklet.Span));
        });
        return FrontChapter([.. blocks], context, structure, cancellation);
    }

    /// <summary>Blocks that belong to no article as a chapter: contents and colophon.</summary>
    private static Chapter FrontChapter(ImmutableArray<FlowBlock> blocks, FlowContext context, StructurePlan structure, CancellationToken cancellation)
    {
        var nobody = new Article { Id = "", Title = [""] };
        var style = context.Style with { Pages = context.Style.Pages with { ShortTailLines = 0 } };
        return Chapter.Fill(new ChapterFlow([new FlowArticle(nobody, style, 0, 0)], blocks, [], structure, []), cancellation);
    }

    /// <summary>The contents' pages with their numbers, and the plan of all pages that those numbers come from.</summary>
    private readonly record struct SettledContents(Chapter? Pages, BookletPlan Plan, ImmutableArray<ContentsEntry> Entries);

    private static SettledContents FillContents(
        StyledBooklet styled, ImmutableArray<Group> groups, ImmutableArray<Chapter> chapters, Chapter? colophon, FlowContext context, CancellationToken cancellation)
    {
        var planner = () => new BookletPlanner(styled.Booklet, styled.Style, [.. groups.Select((g, i) => new ChapterExtent(g.Part, chapters[i].Columns.Length))]);
        var colophonPages = colophon?.Columns.Length ?? 0;
        var index = new ContentsIndex(styled.Booklet, chapters, [.. groups.Select(static g => g.Part)]);
        if (!styled.Style.Contents.Enabled)
        {
            var bare = planner().Plan(0, colophonPages);
            return new SettledContents(null, bare, index.Entries(bare));
        }

        var structure = new StructurePlan();
        var blocks = new ContentsBuilder(context, structure).Build(styled.Booklet.ContentsTitle, index.Lines);
        var pages = FrontChapter(blocks, context, structure, cancellation);
        var plan = planner().Plan(pages.Columns.Length, colophonPages);
        for (var round = 1; round < MaxRounds; round++)
        {
            var entries = index.Entries(plan);
            var numbered = FrontChapter(Numbered(blocks, entries), context, structure, cancellation);
            var settled = numbered.Columns.Length == pages.Columns.Length;
            pages = numbered;
            if (settled) break;
            plan = planner().Plan(pages.Columns.Length, colophonPages);
        }

        return new SettledContents(pages, plan, index.Entries(plan));
    }

    private static ImmutableArray<FlowBlock> Numbered(ImmutableArray<FlowBlock> blocks, ImmutableArray<ContentsEntry> entries) =>
        [blocks[0], .. blocks.Skip(1).Zip(entries, FlowBlock (block, entry) => ((ContentsFlow)block).WithNumber(entry.Number))];
}

/// <summary>One context for each style, shared by all threads.</summary>
internal sealed class ContextPool(FontLibrary fonts, DiagnosticBag diagnostics)
{
    private readonly Dictionary<HouseStyle, FlowContext> _contexts = new(ReferenceEqualityComparer.Instance);

    public void TellMissingGlyphs()
    {
        lock (_contexts)
        {
            foreach (var context in _contexts.Values) context.Setter.ReportGlyphs();
        }
    }

    public ImmutableArray<int> MissingCharacters()
    {
        lock (_contexts) return [.. _contexts.Values.SelectMany(static context => context.Setter.MissingCharacters).Distinct().Order()];
    }

    public FlowContext Of(HouseStyle style)
    {
        lock (_contexts)
        {
            if (!_contexts.TryGetValue(style, out var context))
            {
                _contexts[style] = context = new FlowContext(style, new InlineSetter(style, fonts, diagnostics), diagnostics);
            }

            return context;
        }
    }
}
