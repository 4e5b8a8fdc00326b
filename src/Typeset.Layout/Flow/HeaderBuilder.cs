using System.Collections.Immutable;
using Typeset.Core;
using Typeset.Documents;
using Typeset.Pages;

namespace Typeset.Layout.Flow;

/// <summary>Builds the header of an article: mark, title, subtitle, byline, date and source, note, with the blank lines of the style.</summary>
internal sealed class HeaderBuilder(Article article, FlowContext context, TextFlowFactory text, StructurePlan structure)
{
    private readonly ImmutableArray<FlowBlock>.Builder _blocks = ImmutableArray.CreateBuilder<FlowBlock>();

    public ImmutableArray<FlowBlock> Build(int parent, StructureRole titleRole)
    {
        var header = context.Style.ArticleHeader;
        Field(article.Mark, TextRole.ArticleMark, parent);
        Blank(header.LinesBefore);
        Title(parent, titleRole);
        var fieldLines = Fields(parent);
        Blank(header.FixedLines is { } fixedLines ? fixedLines - fieldLines : header.LinesAfter);
        return _blocks.ToImmutable();
    }

    /// <summary>The fields below the title; gives the number of body lines that they and the blank lines among them take.</summary>
    private int Fields(int parent)
    {
        Field(article.Subtitle, TextRole.ArticleSubtitle, parent);
        var from = _blocks.Count;
        Blank(context.Style.ArticleHeader.LinesAfterTitle);
        Field(article.Byline, TextRole.ArticleByline, parent);
        Field(string.Join('　', new[] { article.Date, article.Source }.Where(static s => s.Length > 0)), TextRole.ArticleDateSource, parent);
        Field(article.Note, TextRole.ArticleNote, parent);
        var height = Length.Zero;
        for (var i = from; i < _blocks.Count; i++) height += _blocks[i].HeightOf(0, _blocks[i].SliceCount) + _blocks[i].SpaceBefore + _blocks[i].SpaceAfter;
        return (int)(height + context.Body.LinePitch - new Length(1)).DividedBy(context.Body.LinePitch);
    }

    /// <summary>Each part of the title begins a line.</summary>
    private void Title(int parent, StructureRole role)
    {
        var rich = RichText.Plain(string.Join(RichText.LineBreak, article.Title), article.Span, verbatim: false);
        var element = structure.Add(role, parent);
        _blocks.Add(text.Make(rich, TextRole.ArticleTitle, new TextPlace(element, article.Span) { KeepWithNext = true }));
    }

    private void Field(string value, TextRole role, int parent)
    {
        if (value.Length == 0) return;
        var element = structure.Add(StructureRole.Paragraph, parent);
        _blocks.Add(text.Make(RichText.Plain(value, article.Span, verbatim: false), role, new TextPlace(element, article.Span) { KeepWithNext = true }));
    }

    private void Blank(int lines)
    {
        if (lines > 0) _blocks.Add(new BlankFlow(lines, context.Body.LinePitch) { KeepWithNext = true });
    }
}
