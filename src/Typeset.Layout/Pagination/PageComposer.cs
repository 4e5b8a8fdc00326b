using Typeset.Core;
using Typeset.Documents;
using Typeset.Layout.Flow;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>Composes any page of a booklet from its parts, the same each time.</summary>
internal sealed class PageComposer(BookletParts parts)
{
    private Booklet Booklet => parts.Styled.Booklet;

    public Page Compose(int index)
    {
        var page = parts.Plan.Pages[index];
        var context = page.Chapter >= 0 ? parts.ChapterContexts[page.Chapter] : parts.Context;
        var canvas = Paint(page, context);
        return new Page(index, context.Style.Page.Trim, canvas.Items.ToImmutable());
    }

    /// <summary>The left edge of the type area: the gutter is at the left of a recto, at the right of a mirrored verso.</summary>
    private static Length LeftOf(PageGeometry page, bool recto) => recto || !page.Mirrored ? page.GutterMargin : page.ForeEdgeMargin;

    private PageCanvas Paint(PagePlan page, FlowContext context)
    {
        switch (page.Kind)
        {
            case PageKind.Cover: return PaintCover(context);
            case PageKind.Contents: return PaintColumn(page, context, parts.Contents!, parts.Structure.Contents);
            case PageKind.PartTitle: return PaintPartTitle(page, context);
            case PageKind.Body: return PaintBody(page, context);
            case PageKind.Colophon: return PaintColophon(page, context);
            default: return PlainCanvas(0);
        }
    }

    private static PageCanvas PlainCanvas(int structureOffset) => new(structureOffset, static _ => "");

    private PageCanvas PaintCover(FlowContext context)
    {
        var canvas = PlainCanvas(0);
        new CoverComposer(Booklet, context, parts.Structure.Cover).Compose(canvas);
        return canvas;
    }

    private PageCanvas PaintBody(PagePlan page, FlowContext context)
    {
        var chapter = parts.Chapters[page.Chapter];
        var column = chapter.Columns[page.Column];
        var canvas = new PageCanvas(parts.Structure.Chapters[page.Chapter], NoteMarks.On(column, context.Style.Footnotes));
        var left = LeftOf(context.Style.Page, page.Recto);
        if (page.Column > 0 || context.Style.Furniture.OnArticleOpening)
        {
            var block = Math.Min(column.Start.Block, chapter.Blocks.Length - 1);
            Furniture(context).ComposeHead(canvas, page, left, chapter.Flow.ArticleAt(block).Article);
        }

        PaintSlices(canvas, chapter, column, new Point(left, context.Style.Page.HeadMargin));
        PaintNotes(canvas, context, chapter, column, left);
        Furniture(context).ComposeFolio(canvas, page, left);
        return canvas;
    }

    private PageCanvas PaintColumn(PagePlan page, FlowContext context, Chapter chapter, int structure)
    {
        var canvas = PlainCanvas(structure);
        var left = LeftOf(context.Style.Page, page.Recto);
        PaintSlices(canvas, chapter, chapter.Columns[page.Column], new Point(left, context.Style.Page.HeadMargin));
        Furniture(context).ComposeFolio(canvas, page, left);
        return canvas;
    }

    private FurnitureComposer Furniture(FlowContext context) => new(context, Booklet);

    private static void PaintSlices(PageCanvas canvas, Chapter chapter, ColumnFill column, Point origin)
    {
        foreach (var part in ColumnWalker.Walk(chapter.Blocks, column, chapter.Room))
        {
            part.Block.Compose(canvas, part.From, part.To, origin with { Y = origin.Y + part.Y });
        }
    }

    /// <summary>Notes stand on the foot of the type area, below their rule.</summary>
    private static void PaintNotes(PageCanvas canvas, FlowContext context, Chapter chapter, ColumnFill column, Length left)
    {
        if (column.Notes.IsEmpty) return;
        var height = column.Notes.Aggregate(Length.Zero, (sum, part) => sum + chapter.Flow.Notes[part.Note].HeightOf(part.From, part.To));
        var y = context.Style.Page.HeadMargin + chapter.Room.Height - height;
        var style = context.Style.Footnotes;
        if (!style.RuleWeight.IsZero)
        {
            canvas.Begin(StructurePlan.Artifact);
            canvas.Rule(new Rectangle(left, y - style.SpaceAbove / 2, style.RuleLength, style.RuleWeight), InkColor.Black);
            canvas.End(StructurePlan.Artifact);
        }

        foreach (var part in column.Notes) y = chapter.Flow.Notes[part.Note].Compose(canvas, part.From, part.To, new Point(left, y));
    }

    private PageCanvas PaintPartTitle(PagePlan page, FlowContext context)
    {
        var canvas = PlainCanvas(0);
        var style = context.Style.Of(TextRole.PartTitle);
        var geometry = context.Style.Page;
        var broken = parts.PartTitle(page.Part);
        var top = geometry.HeadMargin + geometry.TypeAreaHeight / 3;
        canvas.Begin(StructurePlan.None);
        canvas.Items.Add(new StructureBegin(parts.Structure.PartTitles[page.Part]));
        context.Setter.Compose(broken, 0, broken.LineCount, new Point(LeftOf(geometry, page.Recto), top + Baseline.Of(style.Size, style.LinePitch)), style.LinePitch, canvas.NoteMark, canvas.Items);
        canvas.Items.Add(StructureEnd.Instance);
        return canvas;
    }

    /// <summary>The colophon stands on the foot of its page.</summary>
    private PageCanvas PaintColophon(PagePlan page, FlowContext context)
    {
        var canvas = PlainCanvas(parts.Structure.Colophon);
        var chapter = parts.Colophon!;
        var column = chapter.Columns[page.Column];
        var bottom = Length.Zero;
        foreach (var part in ColumnWalker.Walk(chapter.Blocks, column, chapter.Room)) bottom = part.Y + part.Block.HeightOf(part.From, part.To);
        var top = context.Style.Page.HeadMargin + chapter.Room.Height - bottom;
        PaintSlices(canvas, chapter, column, new Point(LeftOf(context.Style.Page, page.Recto), top));
        return canvas;
    }
}
